import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { difficulties } from '#lib/bank/item-schema.ts';
import { kindNames } from '#lib/kinds/index.ts';

import { behaviourNames } from './behaviour.ts';
import { writeOptions, type QuizOptions } from './options.ts';
import { readOptions } from './read-options.ts';

const offer = { points: [1, 2, 3], items: ['one', 'two', 'three'] };
const read = (query: string) => readOptions(new URLSearchParams(query), offer);

const plain: QuizOptions = {
	behaviour: 'practice',
	count: null,
	points: null,
	difficulties: null,
	kinds: null,
	items: null,
	minutes: null,
	extraTime: 1,
	seed: null
};

describe('takes', () => {
	test.each<[string, Partial<QuizOptions>]>([
		['', {}],
		['behaviour=exam&minutes=12.5&extra=1.5', { behaviour: 'exam', minutes: 12.5, extraTime: 1.5 }],
		['points=1,3&n=2', { points: [1, 3], count: 2 }],
		['points=1&points=3&points=1', { points: [1, 3] }],
		['difficulty=1,2&kinds=cloze, ordering', { difficulties: [1, 2], kinds: ['cloze', 'ordering'] }],
		['items=two,one', { items: ['two', 'one'] }],
		['seed=Été-2018_a.b~', { seed: 'Été-2018_a.b~' }],
		['n=&points=&behaviour=&seed=&kinds=,', {}]
	])('%s', (query, expected) => {
		expect(read(query)).toEqual({ options: { ...plain, ...expected }, notices: [] });
	});
});

describe('makes the nearest sensible thing of', () => {
	test.each<[string, Partial<QuizOptions>, string]>([
		['behaviour=cheat', {}, 'There is no behaviour “cheat”; this is practice.'],
		['behaviour=constructor', {}, 'There is no behaviour “constructor”; this is practice.'],
		['points=1,9', { points: [1] }, '“9” under “points” is not in this primer, so it was left out.'],
		['points=all', {}, '“all” under “points” is not in this primer, so it was left out.'],
		['points=01', {}, '“01” under “points” is not in this primer, so it was left out.'],
		[
			'kinds=__proto__,cloze',
			{ kinds: ['cloze'] },
			'“__proto__” under “kinds” is not in this primer, so it was left out.'
		],
		['n=0', { count: 1 }, '“n” goes from 1 to 3; 0 was read as 1.'],
		['n=1e9', { count: 3 }, '“n” goes from 1 to 3; 1e9 was read as 3.'],
		['n=ten', {}, '“ten” under “n” is not a number, so it was left out.'],
		['n=Infinity', {}, '“Infinity” under “n” is not a number, so it was left out.'],
		['minutes=-5', { minutes: 1 }, '“minutes” goes from 1 to 600; -5 was read as 1.'],
		['extra=100', { extraTime: 4 }, '“extra” goes from 1 to 4; 100 was read as 4.'],
		['seed=a b', {}, 'The seed is a word of up to 64 letters and digits; another one was drawn.'],
		['seed=%3Cscript%3E', {}, 'The seed is a word of up to 64 letters and digits; another one was drawn.'],
		['colour=red&a=1', {}, 'Nothing here is called “colour”, “a”, so it was left out.']
	])('%s', (query, expected, notice) => {
		expect(read(query)).toEqual({ options: { ...plain, ...expected }, notices: [notice] });
	});

	test('a number that is not whole', () => {
		const { options, notices } = read('n=1.6');
		expect(options.count).toBe(2);
		expect(notices).toEqual(['“n” is a whole number; 1.6 was read as 2.']);
	});

	test('much of it, without repeating all', () => {
		const { notices } = read(
			`points=${Array.from({ length: 99 }, (_, index) => index + 10).join(',')}&n=${'9'.repeat(200)}`
		);
		expect(notices.join('\n').length).toBeLessThan(400);
	});

	test('parameters of the page’s own, which are none of its business', () => {
		expect(readOptions(new URLSearchParams('ticket=x&/act'), offer, ['ticket', '/act']).notices).toEqual([]);
	});
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
			const { options, notices } = read(text);
			expect(behaviourNames).toContain(options.behaviour);
			expect(options.count ?? 1).toSatisfy(
				(count: number) => Number.isInteger(count) && count >= 1 && count <= 3
			);
			expect(options.minutes ?? 1).toSatisfy((minutes: number) => minutes >= 1 && minutes <= 600);
			expect(options.extraTime).toSatisfy((extra: number) => extra >= 1 && extra <= 4);
			expect(options.points?.every((point) => offer.points.includes(point)) ?? true).toBe(true);
			for (const notice of notices) expect(notice.length).toBeLessThan(400);
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
