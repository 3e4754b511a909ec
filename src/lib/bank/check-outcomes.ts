import * as v from 'valibot';

import { line } from '#lib/text/markdown.ts';

import type { Checked } from './checked.ts';
import type { Point } from './primer.ts';
import { checkOwnIds, checkRepeated } from './repeated.ts';

/** Something that a learner can do at the end of a point, in plain words: “Explain what …”. */
export const outcomeSchema = v.strictObject({
	id: v.pipe(
		v.string(),
		v.regex(
			/^[\p{L}\p{N}]+([.-][\p{L}\p{N}]+)*$/u,
			'is not an id\nUse letters, digits, points and hyphens, such as O1.1.'
		)
	),
	/** Beginning with a verb. */
	text: line,
	/** The facts that it takes to know; each belongs to one outcome at most. */
	facts: v.pipe(v.array(v.string()), v.minLength(1, 'names no fact\nName the facts that it takes to know.'))
});

/** Reports outcomes with the same id, facts that the primer lacks, and facts that two outcomes claim. */
export function checkOutcomes(file: Checked, points: readonly Point[], facts: ReadonlySet<string>): void {
	const placed = points.flatMap(({ outcomes = [] }, point) =>
		outcomes.map(({ id }, index) => ({ id, at: ['points', point, 'outcomes', index] }))
	);
	checkOwnIds(file, placed, 'outcome');
	const claimed = new Map<string, string>();
	points.forEach(({ outcomes = [] }, point) => {
		outcomes.forEach((outcome, index) => {
			const at = ['points', point, 'outcomes', index];
			checkRepeated(file, outcome.facts, [...at, 'facts']);
			outcome.facts.forEach((id, place) => {
				const owner = claimed.get(id);
				const report = (message: string, fix: string) =>
					file.report([...at, 'facts', place], { path: [], message, fix });
				if (!facts.has(id)) report(`the primer has no fact “${id}”`, 'Add it, or name one that is there.');
				else if (owner === outcome.id) return;
				else if (owner !== undefined)
					report(`the fact “${id}” belongs to “${owner}” already`, 'Leave it with one of the two.');
				else claimed.set(id, outcome.id);
			});
		});
	});
}
