import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { timesAsLong } from '#lib/text/fixtures.ts';

import { analyse, hardestFirst, type Analysis } from './analysis.ts';
import { anyScores, earned, rightOrWrong, tableOf, wuensch } from './fixtures.ts';
import { pearson } from './moments.ts';
import { FEW, type Statistic } from './statistic.ts';
import type { ScoreTable } from './table.ts';

const valueOf = (figure: Statistic | undefined) => (figure?.state === 'known' ? figure.value : undefined);
const whyOf = (figure: Statistic | undefined) => (figure?.state === 'unknown' ? figure.why : undefined);
const analysed = (scores: Parameters<typeof tableOf>[0]) => analyse(tableOf(scores));

/** All figures of an analysis, by where they are. */
function figuresIn({ facility, items, points, reliability }: Analysis): [string, Statistic][] {
	return [
		['facility', facility],
		['alpha', reliability.alpha],
		...items.flatMap((item): [string, Statistic][] => [
			[`${item.id} facility`, item.facility],
			[`${item.id} discrimination`, item.discrimination]
		]),
		...points.map((point): [string, Statistic] => [`point ${point.point}`, point.facility])
	];
}

describe('the worked example of ten students', () => {
	const { items, facility, reliability } = analysed(wuensch);

	test('has the facilities that it prints', () => {
		const printed = [0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6];
		for (const [index, item] of items.entries())
			expect(valueOf(item.facility)).toBeCloseTo(printed[index] ?? 0);
		expect(valueOf(facility)).toBeCloseTo(0.66);
	});

	test('has the reliability that follows from its variances', () => {
		expect(valueOf(reliability.alpha)).toBeCloseTo((10 / 9) * (1 - 2.18 / 5.84), 12);
		expect(reliability).toMatchObject({ learners: 10, items: { length: 10 } });
	});

	test('has the discrimination that comes of leaving the item out of the total', () => {
		for (const [index, item] of items.entries()) {
			const pairs = wuensch.map((row): [number, number] => {
				const score = row[index] ?? 0;
				return [score, row.reduce((all, one) => all + one) - score];
			});
			expect(valueOf(item.discrimination)).toBeCloseTo(pearson(pairs) ?? NaN, 12);
		}
	});

	test('is provisional: ten are few', () => {
		for (const [, figure] of figuresIn({ ...analysed(wuensch) }))
			expect(figure).toMatchObject({ provisional: true });
	});
});

describe('whatever was scored', () => {
	test('each figure is known and in its range, or unknown, and never NaN', () => {
		fc.assert(
			fc.property(anyScores, (scores) => {
				for (const [name, figure] of figuresIn(analysed(scores))) {
					if (figure.state === 'unknown') continue;
					const { value, low, high } = figure;
					expect([value, low, high].every(Number.isFinite), name).toBe(true);
					expect(low, name).toBeLessThanOrEqual(value + 1e-9);
					expect(high, name).toBeGreaterThanOrEqual(value - 1e-9);
					expect(high, name).toBeLessThanOrEqual(1);
					if (name === 'alpha') continue;
					expect(low, name).toBeGreaterThanOrEqual(name.endsWith('discrimination') ? -1 : 0);
				}
				const { error } = analysed(scores).reliability;
				if (error !== null) expect(error).toSatisfy((one) => Number(one) >= 0 && Number(one) <= 1);
			})
		);
	});

	test('the order of learners changes nothing', () => {
		const rounded = (analysis: Analysis) =>
			JSON.stringify(analysis, (_, value: unknown) =>
				typeof value === 'number' ? Math.round(value * 1e9) / 1e9 + 0 : value
			);
		fc.assert(
			fc.property(
				anyScores.chain((scores) =>
					fc.tuple(fc.constant(scores), fc.shuffledSubarray(scores, { minLength: scores.length }))
				),
				([scores, shuffled]) => {
					expect(rounded(analysed(shuffled))).toBe(rounded(analysed(scores)));
				}
			)
		);
	});

	test('with right or wrong alone, discrimination is the point-biserial correlation', () => {
		fc.assert(
			fc.property(rightOrWrong, (scores) => {
				const [item] = analysed(scores).items;
				const rests = scores.map(([first = 0, ...rest]) => ({
					first,
					rest: rest.reduce((a, b) => a + b, 0)
				}));
				const expected = pointBiserial(
					rests.filter(({ first }) => first === 1).map(({ rest }) => rest),
					rests.filter(({ first }) => first === 0).map(({ rest }) => rest)
				);
				const found = valueOf(item?.discrimination);
				if (expected === undefined) expect(found).toBeUndefined();
				else expect(found).toBeCloseTo(expected, 9);
			})
		);
	});

	test('items that are all alike have an alpha of 1', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(0, 1 / 3, 0.5, 1), { minLength: 3, maxLength: 9 }),
				fc.integer({ min: 2, max: 6 }),
				(scores, copies) => {
					fc.pre(new Set(scores).size > 1);
					const { alpha } = analysed(
						scores.map((score) => Array(copies).fill(score) as number[])
					).reliability;
					expect(valueOf(alpha)).toBeCloseTo(1, 9);
				}
			)
		);
	});

	test('a test beside its own copy has an alpha as Spearman and Brown foresee, or more', () => {
		fc.assert(
			fc.property(rightOrWrong, (scores) => {
				const once = valueOf(analysed(scores).reliability.alpha);
				const twice = valueOf(analysed(scores.map((row) => [...row, ...row])).reliability.alpha);
				fc.pre(once !== undefined && once > 0);
				expect(twice).toBeGreaterThanOrEqual((2 * once) / (1 + once) - 1e-9);
			})
		);
	});
});

describe('a figure does not exist', () => {
	test('of nobody', () => {
		const { learners, facility, reliability, items, points } = analyse({ items: [], rows: [] });
		expect({ learners, items, points }).toEqual({ learners: 0, items: [], points: [] });
		expect([whyOf(facility), whyOf(reliability.alpha)]).toEqual(['few-learners', 'few-items']);
	});

	test('for one learner, but facility', () => {
		const { items, reliability } = analysed([[1, 0, 0.5]]);
		expect(items.map(({ facility }) => valueOf(facility))).toEqual([1, 0, 0.5]);
		expect(items.map(({ discrimination }) => whyOf(discrimination))).toEqual(Array(3).fill('few-learners'));
		expect(whyOf(reliability.alpha)).toBe('few-learners');
	});

	test.each([0, 1, 1 / 3])('where all have %d everywhere', (score) => {
		const { items, reliability } = analysed(Array(7).fill([score, score, score]) as number[][]);
		expect(valueOf(items[0]?.facility)).toBeCloseTo(score, 12);
		expect(items.map(({ discrimination }) => whyOf(discrimination))).toEqual(Array(3).fill('no-spread'));
		expect(whyOf(reliability.alpha)).toBe('no-spread');
		expect(reliability.error).toBeNull();
	});

	test('where totals differ by nothing but rounding', () => {
		const { reliability } = analysed([
			[0.1, 0.2, 0.3],
			[0.3, 0.2, 0.1],
			[0.2, 0.1, 0.3]
		]);
		expect(0.1 + 0.2 + 0.3).not.toBe(0.3 + 0.2 + 0.1);
		expect(whyOf(reliability.alpha)).toBe('no-spread');
	});

	test('for the only item: there is no rest', () => {
		const { items, reliability } = analysed([[1], [0], [1], [0], [1]]);
		expect(whyOf(items[0]?.discrimination)).toBe('few-items');
		expect(whyOf(reliability.alpha)).toBe('few-items');
	});

	test('for an item that nobody came to', () => {
		const { items, points } = analyse(
			tableOf(
				[
					[1, null],
					[0, null]
				],
				[1, 2]
			)
		);
		expect(whyOf(items[1]?.facility)).toBe('few-learners');
		expect(points.map(({ point }) => point)).toEqual([1]);
	});
});

describe('learners who were asked different items', () => {
	test('count for those that they were asked', () => {
		const { items } = analysed([
			[1, 1, null],
			[1, 0, null],
			[null, 1, 0],
			[null, 0, 0]
		]);
		expect(items.map(({ asked, facility }) => [asked, valueOf(facility)])).toEqual([
			[2, 1],
			[4, 0.5],
			[2, 0]
		]);
	});

	test('are no worse for having had harder ones', () => {
		// The last two had an item that all of theirs failed, beside one that all of the others knew.
		const { items } = analysed([
			[1, 1, null],
			[0, 1, null],
			[1, null, 0],
			[0, null, 0]
		]);
		expect(whyOf(items[0]?.discrimination)).toBe('no-spread');
	});

	test('have their reliability told of the form that most answers are of', () => {
		const form = [
			[1, 1, 1, null],
			[0, 0, 1, null],
			[1, 0, 0, null],
			[0, 0, 0, null]
		];
		const { reliability } = analysed([...form, [null, null, 1, 1], [1, 1, 1, 0]]);
		expect(reliability).toMatchObject({ items: ['a', 'b', 'c'], learners: 5 });
	});
});

describe('points', () => {
	test('are told by number, each learner counting once', () => {
		const { points } = analyse(
			tableOf(
				[
					[1, 1, 0],
					[null, 0, 1]
				],
				[2, 2, 0]
			)
		);
		expect(points.map(({ point, items, facility }) => [point, items, valueOf(facility)])).toEqual([
			[0, 1, 0.5],
			[2, 2, 0.5]
		]);
	});
});

describe('options', () => {
	const options = [
		{ id: 'key', key: true },
		{ id: 'lure', key: false },
		{ id: 'idle', key: false }
	];
	const given = [
		['key', 1],
		['key', 1],
		['lure', 0],
		[null, 0.5]
	] as const;
	const table: ScoreTable = {
		items: [
			{ id: 'a', point: 1, options },
			{ id: 'b', point: 1, options: [] }
		],
		rows: given.map(([pick, other], index) => ({
			learner: String(index),
			answers: new Map([
				['a', earned(pick === 'key' ? 1 : 0, pick === null ? null : [pick])],
				['b', earned(other)]
			])
		}))
	};
	const [first] = analyse(table).items;

	test('are told in their order, with how often each was picked of what is known', () => {
		expect(first?.options.map(({ id, key, chosen, share }) => [id, key, chosen, share])).toEqual([
			['key', true, 2, 2 / 3],
			['lure', false, 1, 1 / 3],
			['idle', false, 0, 0]
		]);
	});

	test('are told with how those did on the rest who picked them', () => {
		expect(first?.options.map(({ rest }) => rest)).toEqual([0.375, -0.625, null]);
	});

	test('come last where they are not the item’s own, the most frequent first, and right if they alone earned all', () => {
		const rows = ['x', 'y', 'y', 'key'].map((pick, index) => ({
			learner: String(index),
			answers: new Map([['a', earned(pick === 'x' ? 0 : 1, [pick])]])
		}));
		const [item] = analyse({ ...table, rows }).items;
		expect(item?.options.map(({ id, key }) => [id, key])).toEqual([
			['key', true],
			['lure', false],
			['idle', false],
			['y', true],
			['x', false]
		]);
	});
});

test('the hardest items come first, without those that nobody came to', () => {
	const { items } = analysed([
		[1, 0, 0.5, null],
		[1, 0, 0.5, null]
	]);
	expect(hardestFirst(items).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
});

test('a figure is provisional until as many were asked as it takes', () => {
	const many = (count: number) =>
		analysed(Array.from({ length: count }, (_, index) => [index % 2, index % 3 === 0 ? 1 : 0]));
	const marks = (count: number) => {
		const { items, reliability } = many(count);
		return [items[0]?.facility, items[0]?.discrimination, reliability.alpha].map(
			(figure) => figure?.state === 'known' && figure.provisional
		);
	};
	expect(marks(FEW.facility - 1)).toEqual([true, true, true]);
	expect(marks(FEW.facility)).toEqual([false, true, true]);
	expect(marks(FEW.discrimination)).toEqual([false, false, false]);
});

test('ten times as many learners take about ten times as long', () => {
	const picks = ['one', 'other'];
	const items = Array.from({ length: 40 }, (_, place) => ({ id: `i${place}`, point: 1, options: [] }));
	const rowsOf = (count: number) =>
		Array.from({ length: count }, (_, row) => ({
			learner: String(row),
			answers: new Map(items.map(({ id }, place) => [id, earned((row * place) % 3 === 0 ? 1 : 0, picks)]))
		}));
	const [few, many] = [rowsOf(200), rowsOf(2000)];
	expect(analyse({ items, rows: many }).learners).toBe(2000);
	expect(
		timesAsLong(
			() => analyse({ items, rows: many }),
			() => analyse({ items, rows: few })
		)
	).toBeLessThan(40);
});

/** By the textbook: `(M₁ − M₀) / s · √(pq)`, over all of the class; undefined where it is 0/0. */
function pointBiserial(right: number[], wrong: number[]): number | undefined {
	const all = [...right, ...wrong];
	if (right.length === 0 || wrong.length === 0 || new Set(all).size === 1) return undefined;
	const middle = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const spread = Math.sqrt(middle(all.map((value) => (value - middle(all)) ** 2)));
	return (
		((middle(right) - middle(wrong)) / spread) * Math.sqrt((right.length * wrong.length) / all.length ** 2)
	);
}
