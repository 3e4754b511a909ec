import type { Finding, Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';
import { findPhrase, hasPhrase, sentencesOf, unquoted } from '../words.ts';

/** C-05: terms as the subject uses them. */
export const glossary: Rule = {
	id: 'C-05',
	level: 'warning',
	wants: 'Misleading terms are replaced by those of the primer’s glossary.',
	source: 'ours',
	needs: 'wording',
	check: ({ bank }) => {
		const entries = bank.primer.wording?.glossary ?? [];
		return textsOf(bank).flatMap(({ subject, path, text }) =>
			entries.flatMap(({ avoid, use, why }): Finding[] => {
				const found = findPhrase(unquoted(text), avoid);
				if (found === undefined) return [];
				const reason = why === undefined ? '' : ` ${why}`;
				return [{ subject, path, message: `“${found}” misleads here`, fix: `Write “${use}”.${reason}` }];
			})
		);
	}
};

/** C-10: judgements on states only together with whose they are. */
export const contestable: Rule = {
	id: 'C-10',
	level: 'warning',
	wants: 'A sentence that judges a state says whose judgement it is.',
	source: 'ours',
	needs: 'wording',
	check: ({ bank }) => {
		const { contestable: words = [], attribution = [] } = bank.primer.wording ?? {};
		return textsOf(bank).flatMap(({ subject, path, text }) =>
			sentencesOf(text).flatMap((sentence): Finding[] => {
				const word = findPhrase(sentence, words);
				if (word === undefined || attribution.some((phrase) => hasPhrase(sentence, phrase))) return [];
				return [
					{
						subject,
						path,
						message: `“${word}” is a judgement, and the sentence does not say whose`,
						fix: 'Say who calls it so, or write of states neutrally.'
					}
				];
			})
		);
	}
};
