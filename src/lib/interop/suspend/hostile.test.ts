import { deflateSync, strFromU8, strToU8 } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { logOf } from '#lib/quiz/fixtures.ts';
import { formWith } from '#lib/quiz/fixtures.ts';
import { newRecord } from '#lib/quiz/record.ts';

import { namesOf } from './names.ts';
import { packed } from './packed.ts';
import { readSuspendData, writeSuspendData } from './suspend-data.ts';

const LIMIT = 64_000;
const names = namesOf([{ id: 'a-long-name-of-an-item', interaction: {} }]);
const form = formWith({ items: ['a-long-name-of-an-item'] });
const begun = newRecord({ id: 'a', form, address: '?a=b', startedAt: 0 });

/** Some text as suspend data, however it came about. */
function suspendDataOf(json: string): string {
	const binary = strFromU8(deflateSync(strToU8(json), { level: 9 }), true);
	return `A${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

/** An attempt with one answer, that answer as JSON. */
function attemptWith(response: string): string {
	const log = logOf([{ type: 'answer', response: 'HERE' }]);
	return JSON.stringify(packed({ ...begun, log }, [], names)).replace('"HERE"', response);
}

test('an attempt of this test is one', () => {
	const back = readSuspendData(suspendDataOf(attemptWith('"this"')), LIMIT, names);
	expect(back?.record.log).toMatchObject([{ type: 'answer', response: 'this' }]);
});

test.each([1_000, 20_000, 200_000])(
	'data nested %i deep is an attempt or nothing, and nothing fails',
	(depth) => {
		const texts = [nested(depth), attemptWith(nested(depth))].map(suspendDataOf);
		for (const text of texts) {
			expect(text.length).toBeLessThan(LIMIT);
			expect(() => readSuspendData(text, LIMIT, names)).not.toThrow();
		}
		if (depth > 100_000)
			expect(texts.map((text) => readSuspendData(text, LIMIT, names))).toEqual([undefined, undefined]);
	}
);

test('what inflates to far more than an attempt is nothing', () => {
	const text = suspendDataOf(attemptWith(`"${'a'.repeat(20_000_000)}"`));
	expect(text.length).toBeLessThan(LIMIT);
	expect(readSuspendData(text, LIMIT, names)).toBeUndefined();
});

test('what is too much to be read again is not written', () => {
	const log = logOf([{ type: 'answer', response: 'a'.repeat(3_000_000) }]);
	const { text, isWhole } = writeSuspendData({ record: { ...begun, log }, told: [] }, LIMIT, names);
	expect(isWhole).toBe(false);
	expect(readSuspendData(text, LIMIT, names)?.record).toEqual(begun);
});

test('what is longer than the platform takes was not written here', () => {
	const { text } = writeSuspendData({ record: begun, told: [] }, LIMIT, names);
	expect(readSuspendData(text, text.length, names)?.record).toEqual(begun);
	expect(readSuspendData(text, text.length - 1, names)).toBeUndefined();
});

test('whatever stands there, nothing fails', () => {
	const json = fc.oneof(
		fc.json(),
		fc.jsonValue().map((value) => attemptWith(JSON.stringify(value)))
	);
	fc.assert(
		fc.property(fc.oneof(fc.string(), json.map(suspendDataOf)), (text) => {
			expect(() => readSuspendData(text, LIMIT, names)).not.toThrow();
		})
	);
});
