import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { difficulties } from '#lib/bank/difficulty.ts';
import { kindNames } from '#lib/kinds/index.ts';

import { behaviourNames } from './behaviour.ts';
import type { AddressNotice } from './address-notice.ts';
import { questionOrders, writeOptions, type QuizOptions } from './options.ts';
import { readOptions } from './read-options.ts';

const offer = { points: [1, 2, 3], items: ['one', 'two', 'three'], hasOutcomes: true };
const read = (query: string) => readOptions(new URLSearchParams(query), offer);

const plain: QuizOptions = {
	behaviour: 'practice',
	count: null,
	points: null,
	difficulties: null,
	kinds: null,
	items: null,
	over: null,
	order: 'mixed',
	minutes: null,
	extraTime: 1,
	seed: null
};

describe('takes', () => {
	test.each<[string, Partial<QuizOptions>]>([
		['', {}],
		['behaviour=exam&minutes=12.5&extra=1.5', { behaviour: 'exam', minutes: 12.5, extraTime: 1.5 }],
		['extra=1,25&minutes=7,5', { extraTime: 1.25, minutes: 7.5 }],
		['minutes=+12,0&n=3,0', { minutes: 12, count: 3 }],
		['points=1,3&n=2', { points: [1, 3], count: 2 }],
		['points=1&points=3&points=1', { points: [1, 3] }],
		['difficulty=1,2&kinds=cloze, ordering', { difficulties: [1, 2], kinds: ['cloze', 'ordering'] }],
		['items=two,one', { items: ['two', 'one'] }],
		['over=outcomes&n=2', { over: 'outcomes', count: 2 }],
		['over=points', {}],
		['over=', {}],
		['order=fixed', { order: 'fixed' }],
		['order=mixed', {}],
		['order=', {}],
		['seed=Été-2018_a.b~', { seed: 'Été-2018_a.b~' }],
		['n=&points=&behaviour=&seed=&kinds=,', {}],
		['n=+&minutes=%09', {}]
	])('%s', (query, expected) => {
		expect(read(query)).toEqual({ options: { ...plain, ...expected }, notices: [] });
	});
});

describe('makes the nearest sensible thing of', () => {
	test.each<[string, Partial<QuizOptions>, AddressNotice]>([
		['behaviour=cheat', {}, { code: 'no-behaviour', given: 'cheat' }],
		['behaviour=constructor', {}, { code: 'no-behaviour', given: 'constructor' }],
		['order=alphabetical', {}, { code: 'no-order', given: 'alphabetical' }],
		['over=all', {}, { code: 'not-in-primer', name: 'over', given: ['all'] }],
		['points=1,9', { points: [1] }, { code: 'not-in-primer', name: 'points', given: ['9'] }],
		['points=all', {}, { code: 'not-in-primer', name: 'points', given: ['all'] }],
		['points=01', {}, { code: 'not-in-primer', name: 'points', given: ['01'] }],
		[
			'kinds=__proto__,cloze',
			{ kinds: ['cloze'] },
			{ code: 'not-in-primer', name: 'kinds', given: ['__proto__'] }
		],
		['n=0', { count: 1 }, { code: 'out-of-range', name: 'n', given: '0', used: 1, least: 1, most: 3 }],
		['n=1e9', { count: 3 }, { code: 'out-of-range', name: 'n', given: '1e9', used: 3, least: 1, most: 3 }],
		['n=1,2,3', {}, { code: 'not-a-number', name: 'n', given: '1,2,3' }],
		['n=ten', {}, { code: 'not-a-number', name: 'n', given: 'ten' }],
		['n=Infinity', {}, { code: 'not-a-number', name: 'n', given: 'Infinity' }],
		[
			'minutes=-5',
			{ minutes: 1 },
			{ code: 'out-of-range', name: 'minutes', given: '-5', used: 1, least: 1, most: 600 }
		],
		[
			'extra=100',
			{ extraTime: 4 },
			{ code: 'out-of-range', name: 'extra', given: '100', used: 4, least: 1, most: 4 }
		],
		['seed=a b', {}, { code: 'not-a-seed' }],
		['seed=%3Cscript%3E', {}, { code: 'not-a-seed' }],
		['colour=red&a=1', {}, { code: 'unknown', names: ['colour', 'a'] }]
	])('%s', (query, expected, notice) => {
		expect(read(query)).toEqual({ options: { ...plain, ...expected }, notices: [notice] });
	});

	test.each([
		['1.4', 1],
		['1.6', 2]
	])('a number that is not whole, %s', (given, used) => {
		const { options, notices } = read(`n=${given}`);
		expect(options.count).toBe(used);
		expect(notices).toEqual([{ code: 'not-whole', name: 'n', given, used }]);
	});

	test.each([
		['minutes', 1, 600],
		['extra', 1, 4]
	])('%s below %d and above %d, and of nothing in between', (name, least, most) => {
		const used = (number: number) => {
			const { options, notices } = read(`${name}=${number}`);
			const { minutes, extraTime } = options;
			return [name === 'minutes' ? minutes : extraTime, notices.length];
		};
		expect([least - 0.001, least, most, most + 0.001].map(used)).toEqual([
			[least, 1],
			[least, 0],
			[most, 0],
			[most, 1]
		]);
	});

	test('a seed of more than 64 characters, but of no shorter one', () => {
		for (const length of [1, 64])
			expect(read(`seed=${'é'.repeat(length)}`)).toMatchObject({
				options: { seed: 'é'.repeat(length) },
				notices: []
			});
		expect(read(`seed=${'é'.repeat(65)}`)).toMatchObject({
			options: { seed: null },
			notices: [{ code: 'not-a-seed' }]
		});
	});

	test('parameters of the page’s own, which are none of its business', () => {
		expect(readOptions(new URLSearchParams('ticket=x&/act'), offer, ['ticket', '/act']).notices).toEqual([]);
	});
});

test.each([
	'utm_source=mail&utm_medium=x&utm_id=1&UTM_Campaign=autumn',
	'fbclid=a&gclid=b&gclsrc=c&dclid=d&msclkid=e&yclid=f&ttclid=g&twclid=h',
	'gbraid=a&wbraid=b&srsltid=c&igshid=d&igsh=e&li_fat_id=f',
	'mc_cid=1&mc_eid=2&mkt_tok=3&_hsenc=4&_hsmi=5',
	'mtm_campaign=a&pk_campaign=b&matomo_source=c&at_medium=d&xtor=e&_gl=f&_ga=g'
])('what others have added to an address in order to count visits is passed over: %s', (query) => {
	expect(read(`n=2&${query}`)).toEqual({ options: { ...plain, count: 2 }, notices: [] });
	expect(read(`utm=1&${query}&source=x`).notices).toEqual([{ code: 'unknown', names: ['utm', 'source'] }]);
});

test('never throws, and always gives options that a quiz can have', () => {
	const name = fc.constantFrom(
		'points',
		'n',
		'behaviour',
		'seed',
		'minutes',
		'extra',
		'difficulty',
		'kinds',
		'items',
		'over',
		'order',
		'x'
	);
	const value = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.double().map(String),
		fc.constantFrom('1', '0x1', '1,2', '-0', '1e400')
	);
	const query = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.array(fc.tuple(name, value)).map((all) => new URLSearchParams(all).toString())
	);
	fc.assert(
		fc.property(query, (text) => {
			const { options } = read(text);
			expect(behaviourNames).toContain(options.behaviour);
			expect(options.count ?? 1).toSatisfy(
				(count: number) => Number.isInteger(count) && count >= 1 && count <= 3
			);
			expect(options.minutes ?? 1).toSatisfy((minutes: number) => minutes >= 1 && minutes <= 600);
			expect(options.extraTime).toSatisfy((extra: number) => extra >= 1 && extra <= 4);
			expect(options.points?.every((point) => offer.points.includes(point)) ?? true).toBe(true);
		}),
		{ numRuns: 200 }
	);
});

test('reads what it has written', () => {
	const some = <T>(list: readonly T[]) => fc.option(fc.shuffledSubarray([...list], { minLength: 1 }));
	const options: fc.Arbitrary<QuizOptions> = fc.record({
		behaviour: fc.constantFrom(...behaviourNames),
		count: fc.option(fc.integer({ min: 1, max: 3 })),
		points: some(offer.points),
		difficulties: some(difficulties),
		kinds: some(kindNames),
		items: some(offer.items),
		over: fc.option(fc.constant('outcomes' as const)),
		order: fc.constantFrom(...questionOrders),
		minutes: fc.option(fc.double({ min: 1, max: 600, noNaN: true })),
		extraTime: fc.double({ min: 1, max: 4, noNaN: true }),
		seed: fc.option(fc.stringMatching(/^[a-zé0-9._~-]{1,64}$/u))
	});
	fc.assert(
		fc.property(options, (written) => {
			expect(read(writeOptions(written))).toEqual({ options: written, notices: [] });
			expect(writeOptions(read(writeOptions(written)).options)).toBe(writeOptions(written));
		})
	);
});
