import { itemsOfOutcome } from '#lib/bank/outcome.ts';
import { openItems, servesExamsAlone } from '#lib/bank/serving.ts';

import type { Finding, Rule } from '../rule.ts';
import { thresholds } from '../thresholds.ts';

/** S-10: what learners are promised to be able to do is asked for, and is neither little nor a long list. */
export const outcomes: Rule = {
	id: 'S-10',
	level: 'error',
	wants: 'Each outcome has an item that is not kept for exams; a point with outcomes has three to five.',
	once: true,
	source: 'ours',
	check: ({ bank }) => {
		const items = servesExamsAlone(bank.primer) ? bank.items : openItems(bank);
		return bank.primer.points.flatMap(({ id, outcomes }, point): Finding[] => {
			if (!outcomes) return [];
			const at = ['points', point, 'outcomes'];
			const unasked = outcomes.flatMap((outcome, index): Finding[] =>
				itemsOfOutcome(items, outcome).length > 0
					? []
					: [
							{
								subject: 'primer',
								path: [...at, index],
								message: `the outcome ${outcome.id} has no item`,
								fix: 'Write an item on one of its facts that is not kept for exams, or leave the outcome out.'
							}
						]
			);
			return [...(isOdd(outcomes.length) ? [many(id, outcomes.length, at)] : []), ...unasked];
		});
	}
};

function isOdd(count: number): boolean {
	return count < thresholds.fewestOutcomes || count > thresholds.mostOutcomes;
}

function many(point: number, count: number, path: Finding['path']): Finding {
	return {
		subject: 'primer',
		path,
		level: 'warning',
		message: `point ${point} has ${count === 1 ? 'one outcome' : `${count} outcomes`}`,
		fix: `Write ${thresholds.fewestOutcomes} to ${thresholds.mostOutcomes}: fewer say too little, and more are not remembered.`
	};
}
