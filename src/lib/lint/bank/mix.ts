import type { Bank } from '#lib/bank/bank.ts';
import { difficulties } from '#lib/bank/difficulty.ts';
import { cognitiveLevels, type CognitiveLevel } from '#lib/bank/item-schema.ts';

import type { Finding, Rule } from '../rule.ts';
import { thresholds as limit } from '../thresholds.ts';
import { percent } from '../words.ts';

/** A share of the items and its target; both from 0 to 1. */
export interface Share {
	name: string;
	count: number;
	share: number;
	target?: number;
}

/**
 * How the items spread over levels; `apply` and `analyse` count as one if the blueprint gives them a single
 * target.
 */
export function levelShares({ primer, items }: Bank): Share[] {
	const targets = primer.blueprint?.levels;
	const joined = targets?.analyse !== undefined && targets.apply === undefined;
	return cognitiveLevels.flatMap((level): Share[] => {
		if (joined && level === 'apply') return [];
		const members: CognitiveLevel[] = joined && level === 'analyse' ? ['apply', 'analyse'] : [level];
		const count = items.filter((item) => members.includes(item.level)).length;
		const target = targets?.[level];
		return [shareOf(members.join(' or '), count, items.length, target)];
	});
}

/** How the items spread over difficulties. */
export function difficultyShares({ primer, items }: Bank): Share[] {
	return difficulties.map((difficulty) => {
		const count = items.filter((item) => item.difficulty === difficulty).length;
		const target = primer.blueprint?.difficulties?.[difficulty - 1];
		return shareOf(String(difficulty), count, items.length, target);
	});
}

function shareOf(name: string, count: number, all: number, percent: number | undefined): Share {
	return {
		name,
		count,
		share: count / Math.max(1, all),
		...(percent !== undefined && { target: percent / 100 })
	};
}

/** B-06: easy and hard, remembering and thinking, as planned. */
export const mix: Rule = {
	id: 'B-06',
	level: 'warning',
	wants: 'Levels and difficulties are within ten points of the blueprint, and at most 40 % ask to remember.',
	once: true,
	source: 'ours',
	check: ({ bank }) => {
		const shares = [
			...levelShares(bank).map((share) => ({ ...share, of: 'level' })),
			...difficultyShares(bank).map((share) => ({ ...share, of: 'difficulty' }))
		];
		return shares.flatMap(({ name, share, target, of }): Finding[] => {
			const off = target !== undefined && Math.abs(share - target) > limit.mixSlack + 1e-9;
			const tooMany = name === 'remember' && share > limit.mostRemember;
			if (!off && !tooMany) return [];
			return [
				{
					subject: 'primer',
					path: [],
					message: `${percent(share)} of the items are of ${of} ${name}${target === undefined ? '' : `, and ${percent(target)} are planned`}`,
					fix: share > (target ?? 0) ? 'Write more of the others.' : 'Write more of these.'
				}
			];
		});
	}
};
