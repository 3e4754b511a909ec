import { kindNames } from '#lib/kinds/index.ts';

import type { Rule } from '../rule.ts';
import { thresholds } from '../thresholds.ts';

/** S-04: as many items of each kind in each point as planned. */
export const blueprintCounts: Rule = {
	id: 'S-04',
	level: 'warning',
	wants: 'Each point has as many items of each kind as the blueprint says, give or take one.',
	once: true,
	source: 'ours',
	needs: 'blueprint',
	check: ({ bank: { primer, items } }) => {
		const counts = primer.blueprint?.counts;
		if (!counts) return [];
		const points = [0, ...primer.points.map(({ id }) => id)];
		return kindNames.flatMap((kind) =>
			points.flatMap((point) => {
				const planned = counts[kind]?.[point] ?? 0;
				const there = items.filter((item) => item.kind === kind && item.point === point).length;
				if (Math.abs(there - planned) <= thresholds.blueprintSlack) return [];
				return [
					{
						subject: 'primer' as const,
						path: ['blueprint', 'counts', kind],
						message: `point ${point} has ${there} of ${kind}, and the blueprint has ${planned}`,
						fix:
							there < planned ? 'Write more of them.' : 'Move one to another kind, or change the blueprint.'
					}
				];
			})
		);
	}
};
