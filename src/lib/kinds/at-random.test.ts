import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';

import { seeded } from '#lib/chance/random.ts';

import type { ScoreChance } from './at-random.ts';
import { compile, complaints, example, fixtures, type Fixture } from './fixtures.ts';
import { atRandom, publicView, score, type KindName, type Of, type Views } from './index.ts';
import { MOST_PARTS } from './option.ts';

const mean = (outcomes: readonly ScoreChance[]) =>
	outcomes.reduce((sum, { fraction, chance }) => sum + fraction * chance, 0);

describe.each(fixtures)('an answer at random to $name', ({ kind, raw }) => {
	let item: Of<KindName>;
	let outcomes: ScoreChance[];

	beforeEach(() => {
		item = compile(kind, raw);
		outcomes = atRandom(item);
	});

	test('earns some fraction for certain', () => {
		expect(outcomes.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 12);
		for (const { fraction, chance } of outcomes) {
			expect(fraction >= 0 && fraction <= 1 && chance >= 0 && chance <= 1).toBe(true);
		}
		expect(new Set(outcomes.map(({ fraction }) => fraction)).size).toBe(outcomes.length);
	});

	test('earns it as often as among all complete answers that its page takes', () => {
		const answers = wholeAnswers(kind, publicView(item, seeded('a page')));
		expect(told(outcomes)).toEqual(told(listed(item, answers)));
	});
});

describe('the same as all complete answers earn, listed one by one,', () => {
	const sizes = fc.record({
		keys: fc.integer({ min: 1, max: 5 }),
		distractors: fc.integer({ min: 1, max: 4 })
	});

	test.each(['balanced', 'right-minus-wrong', 'per-option', 'all-or-nothing'])(
		'by choices, %s',
		(scoring) => {
			fc.assert(
				fc.property(sizes, ({ keys, distractors }) => {
					const parts = labelled(keys + distractors).map((part, index) => ({ ...part, key: index < keys }));
					const item: Of<KindName> = compile('multiple-response', { options: parts, scoring });
					expect(told(atRandom(item))).toEqual(told(listed(item, subsets(idsIn(parts)))));
				})
			);
		}
	);

	test.each(['right-minus-wrong', 'all-or-nothing'])('by highlights, %s', (scoring) => {
		fc.assert(
			fc.property(sizes, ({ keys, distractors }) => {
				const spans = labelled(keys + distractors).map((part, index) => ({ ...part, key: index < keys }));
				const item: Of<KindName> = compile('highlight', { passage: inBrackets(spans), spans, scoring });
				expect(told(atRandom(item))).toEqual(told(listed(item, subsets(idsIn(spans)))));
			})
		);
	});

	test.each(['kendall', 'adjacent-pairs', 'all-or-nothing'])('by orders, %s', (scoring) => {
		for (let size = 3; size <= 6; size++) {
			const elements = labelled(size).map((part, sort) => ({ ...part, sort }));
			const item: Of<KindName> = compile('ordering', { elements, scoring });
			expect(told(atRandom(item))).toEqual(told(listed(item, orders(idsIn(elements)))));
		}
	});
});

describe('the largest allowed item takes no time:', () => {
	const parts = labelled(MOST_PARTS);
	const several = parts.map((part, index) => ({ ...part, key: index % 2 === 0 }));
	const one = parts.map((part, index) => ({ ...part, key: index === 0 }));
	const labels = parts.map(({ id, text }) => ({ id: `o-${id}`, text }));
	const sorted = parts.map((part, sort) => ({ ...part, sort }));
	const text = parts.map(({ id }) => `{${id}}`).join(' ');

	test.each<[KindName, string, Fixture['raw']]>([
		['single-choice', 'options', { options: one }],
		['true-false-reason', 'reasons', { verdict: { key: true, why: 'so' }, reasons: one }],
		['multiple-response', 'options', { options: several }],
		['multiple-response', 'options', { options: several, scoring: 'right-minus-wrong' }],
		['multiple-response', 'options', { options: several, scoring: 'per-option' }],
		['multiple-response', 'options', { options: several, scoring: 'all-or-nothing' }],
		['highlight', 'spans', { passage: inBrackets(parts), spans: several }],
		['highlight', 'spans', { passage: inBrackets(parts), spans: several, scoring: 'all-or-nothing' }],
		['ordering', 'elements', { elements: sorted }],
		['ordering', 'elements', { elements: sorted, scoring: 'adjacent-pairs' }],
		['ordering', 'elements', { elements: sorted, scoring: 'all-or-nothing' }],
		[
			'matching',
			'premises',
			{ options: labels, premises: parts.map((part) => ({ ...part, match: 'o-part0' })) }
		],
		['matching', 'options', { options: labels, premises: [{ ...labels[0], match: 'o-part0', why: 'so' }] }],
		[
			'categorise',
			'elements',
			{ categories: labels, elements: parts.map((part) => ({ ...part, category: 'o-part0' })) }
		],
		['categorise', 'categories', { categories: labels, elements: [] }],
		['cloze', 'blanks', { text, blanks: parts.map(({ id }) => ({ id, choices: one })) }]
	])('%s of the most %s', (kind, list, raw) => {
		const written = raw[list];
		if (!Array.isArray(written)) throw new Error('The item has no such list.');
		expect(complaints(kind, { ...raw, [list]: [...written, written[0]] })).toContain(
			`has more than 50 ${list}\nLeave some out, or make several items of it.`
		);
		if (complaints(kind, raw).length > 0) return;
		const item: Of<KindName> = compile(kind, raw);
		// Processor time of this thread, with room to spare: it takes two or three milliseconds, however busy
		// the machine is.
		const times = Array.from({ length: 5 }, () => {
			const before = process.threadCpuUsage();
			const outcomes = atRandom(item);
			const took = process.threadCpuUsage(before).user / 1000;
			for (const { chance } of outcomes) expect(chance).toBeGreaterThanOrEqual(0);
			expect(outcomes.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 9);
			return took;
		});
		expect(Math.min(...times)).toBeLessThan(100);
	});
});

test('the parts of an item are right independently', () => {
	const chance = (item: Of<KindName>, least: number) =>
		atRandom(item).reduce((sum, one) => sum + (one.fraction >= least ? one.chance : 0), 0);
	const matching: Of<'matching'> = { kind: 'matching', interaction: example('matching') };
	expect(mean(atRandom(matching))).toBeCloseTo(1 / 3, 12);
	expect(chance(matching, 0.6)).toBeCloseTo((3 * 2 + 1) / 27, 12);
	const cloze: Of<'cloze'> = { kind: 'cloze', interaction: example('cloze') };
	expect(mean(atRandom(cloze))).toBeCloseTo(1 / 6, 12);
	expect(chance(cloze, 0.6)).toBe(0);
});

/** Outcomes in a form that can be compared, regardless of order and of rounding. */
function told(outcomes: readonly ScoreChance[]): [fraction: string, chance: string][] {
	const chances = new Map<string, number>();
	for (const { fraction, chance } of outcomes) {
		const name = fraction.toFixed(9);
		if (chance > 0) chances.set(name, (chances.get(name) ?? 0) + chance);
	}
	return [...chances].sort().map(([name, chance]) => [name, chance.toFixed(9)]);
}

function labelled(size: number) {
	return Array.from({ length: size }, (_, index) => ({
		id: `part${index}`,
		text: `part${index}`,
		why: 'so'
	}));
}

function inBrackets(spans: readonly { text: string }[]): string {
	return spans.map(({ text }) => `[${text}]`).join(' ');
}

/** What each of some equally likely responses earns. */
function listed(item: Of<KindName>, responses: readonly unknown[]): ScoreChance[] {
	return responses.map((response) => {
		const result = score(item, response);
		return { fraction: result.state === 'scored' ? result.fraction : 0, chance: 1 / responses.length };
	});
}

/** Every choice of one or more. */
function subsets(ids: readonly string[]): string[][] {
	return Array.from({ length: 2 ** ids.length - 1 }, (_, mask) =>
		ids.filter((_id, index) => ((mask + 1) >> index) & 1)
	);
}

function orders(ids: readonly string[]): string[][] {
	if (ids.length < 2) return [[...ids]];
	return ids.flatMap((id) => orders(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]));
}

/** All complete responses; anything typed is wrong. */
function wholeAnswers(kind: KindName, view: Views[KindName]): unknown[] {
	const lists = Object.fromEntries(
		Object.entries(view).map(([name, list]) => [name, Array.isArray(list) ? idsIn(list) : []])
	);
	const { options = [], premises = [], elements = [], categories = [], reasons = [], segments = [] } = lists;
	switch (kind) {
		case 'single-choice':
			return options;
		case 'multiple-response':
			return subsets(options);
		case 'highlight':
			return subsets(segments);
		case 'true-false':
			return ['true', 'false'];
		case 'true-false-reason':
			return [true, false].flatMap((verdict) => reasons.map((reason) => ({ verdict, reason })));
		case 'matching':
			return oneOfEach(premises.map((id) => [id, options]));
		case 'categorise':
			return oneOfEach(elements.map((id) => [id, categories]));
		case 'ordering':
			return orders(elements);
		case 'cloze':
			return oneOfEach(
				('segments' in view ? view.segments : []).flatMap((segment) =>
					'blank' in segment
						? [[segment.blank, 'choices' in segment ? idsIn(segment.choices) : ['qqq']] as const]
						: []
				)
			);
		case 'short-text':
			return ['qqq'];
		case 'numeric':
			return ['99999'];
	}
}

/** Each way to give one of its labels to every place. */
function oneOfEach(places: readonly (readonly [id: string, labels: string[]])[]): Record<string, string>[] {
	return places.reduce<Record<string, string>[]>(
		(ways, [id, labels]) => ways.flatMap((way) => labels.map((label) => ({ ...way, [id]: label }))),
		[{}]
	);
}

function idsIn(list: readonly unknown[]): string[] {
	return list.flatMap((part) => {
		if (typeof part !== 'object' || part === null) return [];
		if ('id' in part && typeof part.id === 'string') return [part.id];
		return 'span' in part && typeof part.span === 'string' ? [part.span] : [];
	});
}
