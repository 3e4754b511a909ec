import type { Fact, Primer, Word } from '../primer.ts';
import type { Source } from '../source-schema.ts';

/**
 * An edition in which each title of a source says its language: one that the translation left as it is keeps that of the
 * original, and one that it replaced has that of the edition.
 *
 * @param edition its facts, its words, and what came since, are those of the original in the same order
 */
export function withTitleLanguages(edition: Primer, original: Primer): Primer {
	const said = (source: Source, before: Source | undefined) =>
		withTitleLanguage(source, before, original.language);
	const told = (fact: Fact, before: Fact | undefined): Fact => ({
		...fact,
		...(fact.source && { source: said(fact.source, before?.source) }),
		since: fact.since.map(({ source, ...since }, index) => ({
			...since,
			source: said(source, before?.since[index]?.source)
		}))
	});
	const explained = (word: Word, before: Word | undefined): Word => ({
		...word,
		...(word.source && { source: said(word.source, before?.source) })
	});
	return {
		...edition,
		source: withTitleLanguage(edition.source, original.source, original.language),
		facts: edition.facts.map((fact, index) => told(fact, original.facts[index])),
		...(edition.words && {
			words: edition.words.map((word, index) => explained(word, original.words?.[index]))
		})
	};
}

/**
 * A source of an edition with the language of its title, where that is not the language of the edition.
 *
 * @param from the language of the original: that of a title which names no other
 */
export function withTitleLanguage<T extends Pick<Source, 'title' | 'language'>>(
	{ language: _, ...source }: T,
	before: Pick<Source, 'title' | 'language'> | undefined,
	from: string | undefined
) {
	const language = before?.title === source.title ? (before.language ?? from) : undefined;
	return { ...source, ...(language !== undefined && { language }) };
}
