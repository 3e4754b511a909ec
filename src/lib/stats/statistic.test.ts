import { expect, test } from 'vitest';

import { correlation, proportion, reliability } from './statistic.ts';

const bounds = (figure: ReturnType<typeof proportion>) =>
	figure.state === 'known'
		? [figure.low, figure.high].map((bound) => Math.round(bound * 1e4) / 1e4)
		: figure.why;

test('a proportion has Wilson’s interval: Newcombe (1998, Statistics in Medicine 17, 857–872), table I', () => {
	expect(bounds(proportion(81 / 263, 263))).toEqual([0.2553, 0.3662]);
	expect(bounds(proportion(15 / 148, 148))).toEqual([0.0624, 0.1605]);
	expect(bounds(proportion(0, 20))).toEqual([0, 0.1611]);
	expect(bounds(proportion(1 / 29, 29))).toEqual([0.0061, 0.1718]);
});

test('a correlation has Fisher’s interval', () => {
	// tanh(atanh 0.5 ± 1.96/√25)
	expect(bounds(correlation(0.5, 28))).toEqual([0.156, 0.7358]);
	expect(bounds(correlation(1, 28))).toEqual([1, 1]);
	expect(bounds(correlation(-1, 28))).toEqual([-1, -1]);
	expect(bounds(correlation(0.5, 3))).toBe('few-learners');
});

test('a reliability has Bonett’s interval', () => {
	// 1 − 0.2 · exp(± 1.96 · √(20 / (9 · 98)))
	expect(bounds(reliability(0.8, { items: 10, learners: 100 }))).toEqual([0.7313, 0.8511]);
	expect(bounds(reliability(1, { items: 10, learners: 100 }))).toEqual([1, 1]);
	expect(bounds(reliability(0.8, { items: 10, learners: 2 }))).toBe('few-learners');
});
