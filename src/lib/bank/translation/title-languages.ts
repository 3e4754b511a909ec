import type { Fact, Primer, Word } from '../primer.ts';

/**
 * An edition in which each title of a source says its language: one that the translation left as it is keeps that of the
 * original, and one that it replaced has that of the edition.
 *
 * @param edition its facts, its words, and what came since, are those of the original in the same order
 */
export function withTitleLanguages(edition: Primer, original: Primer): Primer {
	const languageOf = (title: string, before: { title: string; language?: string } | undefined) =>
		before?.title === title ? { language: before.language ?? original.language } : {};
	const told = (fact: Fact, before: Fact | undefined): Fact => ({
		...fact,
		since: fact.since.map(({ source: { language: _, ...source }, ...since }, index) => ({
			...since,
			source: { ...source, ...languageOf(source.title, before?.since[index]?.source) }
		}))
	});
	const explained = ({ source, ...word }: Word, before: Word | undefined): Word => {
		if (!source) return word;
		const { language: _, ...rest } = source;
		return { ...word, source: { ...rest, ...languageOf(source.title, before?.source) } };
	};
	const { language: _, ...source } = edition.source;
	return {
		...edition,
		source: { ...source, ...languageOf(source.title, original.source) },
		facts: edition.facts.map((fact, index) => told(fact, original.facts[index])),
		...(edition.words && {
			words: edition.words.map((word, index) => explained(word, original.words?.[index]))
		})
	};
}
