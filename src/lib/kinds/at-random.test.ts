import { describe, expect, test } from 'vitest';

import { seeded, type Random } from '#lib/chance/random.ts';

import { atRandom, type Outcome } from './at-random.ts';
import { compile, example, fixtures } from './fixtures.ts';
import { publicView, score, type KindName, type Of, type Views } from './index.ts';

const mean = (outcomes: readonly Outcome[]) =>
	outcomes.reduce((sum, { fraction, chance }) => sum + fraction * chance, 0);

describe.each(fixtures)('an answer at random to $name', ({ kind, raw }) => {
	const item: Of<KindName> = compile(kind, raw);
	const outcomes = atRandom(item);

	test('earns some fraction for certain', () => {
		expect(outcomes.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 12);
		for (const { fraction, chance } of outcomes) {
			expect(fraction >= 0 && fraction <= 1 && chance >= 0 && chance <= 1).toBe(true);
		}
		expect(new Set(outcomes.map(({ fraction }) => fraction)).size).toBe(outcomes.length);
	});

	test('earns it as often as people do who choose blindly on the page', () => {
		const random = seeded('blind', kind, JSON.stringify(raw));
		const view = publicView(item, random);
		const earned = Array.from({ length: 4000 }, () => {
			const result = score(item, blindly(kind, view, random));
			return result.state === 'scored' ? result.fraction : 0;
		});
		for (const { fraction, chance } of outcomes) {
			const share = earned.filter((one) => Math.abs(one - fraction) < 1e-9).length / earned.length;
			expect(share).toBeGreaterThan(chance - 0.04);
			expect(share).toBeLessThan(chance + 0.04);
		}
	});
});

test('the parts of an item are right one without the other', () => {
	const chance = (item: Of<KindName>, least: number) =>
		atRandom(item).reduce((sum, one) => sum + (one.fraction >= least ? one.chance : 0), 0);
	const matching: Of<'matching'> = { kind: 'matching', interaction: example('matching') };
	expect(mean(atRandom(matching))).toBeCloseTo(1 / 3, 12);
	expect(chance(matching, 0.6)).toBeCloseTo((3 * 2 + 1) / 27, 12);
	const cloze: Of<'cloze'> = { kind: 'cloze', interaction: example('cloze') };
	expect(mean(atRandom(cloze))).toBeCloseTo(1 / 6, 12);
	expect(chance(cloze, 0.6)).toBe(0);
});

/** What somebody gives who chooses without looking; who types hits nothing. */
function blindly(kind: KindName, view: Views[KindName], random: Random): unknown {
	const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
	const lists = Object.fromEntries(
		Object.entries(view).map(([name, list]) => [name, Array.isArray(list) ? idsIn(list) : []])
	);
	const { options = [], premises = [], elements = [], categories = [], reasons = [], segments = [] } = lists;
	const some = (list: readonly string[]): string[] => {
		const chosen = list.filter(() => random() < 0.5);
		return chosen.length > 0 ? chosen : some(list);
	};
	switch (kind) {
		case 'single-choice':
			return one(options);
		case 'multiple-response':
			return some(options);
		case 'highlight':
			return some(segments);
		case 'true-false-reason':
			return { verdict: random() < 0.5, reason: one(reasons) };
		case 'matching':
			return Object.fromEntries(premises.map((id) => [id, one(options)]));
		case 'categorise':
			return Object.fromEntries(elements.map((id) => [id, one(categories)]));
		case 'ordering':
			return elements
				.map((id) => ({ id, place: random() }))
				.sort((first, second) => first.place - second.place)
				.map(({ id }) => id);
		case 'cloze':
			return Object.fromEntries(
				'segments' in view
					? view.segments.flatMap((segment) =>
							'blank' in segment
								? [[segment.blank, 'choices' in segment ? one(idsIn(segment.choices)) : 'qqq']]
								: []
						)
					: []
			);
		case 'short-text':
			return 'qqq';
		case 'numeric':
			return '99999';
	}
}

function idsIn(list: readonly unknown[]): string[] {
	return list.flatMap((part) => {
		if (typeof part !== 'object' || part === null) return [];
		if ('id' in part && typeof part.id === 'string') return [part.id];
		return 'span' in part && typeof part.span === 'string' ? [part.span] : [];
	});
}
