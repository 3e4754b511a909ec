import type { Rule } from '../rule.ts';
import { thresholds } from '../thresholds.ts';

const DAY = 24 * 60 * 60 * 1000;

/** C-03: a “since then” note has a source, and was compared with it not too long ago. */
export const sinceNotes: Rule = {
	id: 'C-03',
	level: 'warning',
	wants: 'A “since then” note can be looked up, and was compared with its source within 400 days.',
	once: true,
	source: 'ours',
	check: ({ bank, today }) =>
		bank.primer.facts.flatMap((fact) =>
			fact.since.flatMap(({ checked, source }, index) => {
				const subject = { fact: fact.id };
				const days = Math.floor((Date.parse(today) - Date.parse(checked)) / DAY);
				const old = {
					subject,
					path: ['since', index, 'checked'],
					message: `the note was last compared with its source ${days} days ago`,
					fix: 'Open the source, correct the note if necessary, and update the day.'
				};
				const homeless = {
					subject,
					path: ['since', index, 'source'],
					level: 'info' as const,
					message: `the source “${source.title}” has no address`,
					fix: 'Add one, if the source can be reached.'
				};
				return [
					...(days > thresholds.checkedDays ? [old] : []),
					...(source.address === undefined ? [homeless] : [])
				];
			})
		)
};
