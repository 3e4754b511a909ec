import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { heldFor } from './held.ts';
import { nameKey } from './key.ts';
import { cleanName } from './name.ts';

describe('a name', () => {
	test('is shown as it was meant, without what tricks the eye', () => {
		const cleaned = [
			['  Zoë   Lee ', 'Zoë Lee'],
			['Zoe\u0308', 'Zoë'],
			['<b>Bob</b>', '<b>Bob</b>'],
			['Bob\u202egnp', 'Bobgnp'],
			['A\u200bnn\u0000a', 'Anna'],
			['👩‍🚀 Ada', '👩‍🚀 Ada'],
			['李雷', '李雷']
		];
		for (const [typed = '', name] of cleaned) expect(cleanName(typed)).toEqual({ name });
		expect(JSON.stringify(cleanName(`Z${'\u0301'.repeat(50)}`)).length).toBeLessThan(20);
	});

	test('is refused with a reason', () => {
		expect(cleanName(' ')).toEqual({ refused: 'empty' });
		expect(cleanName('\u200b\u3164')).toEqual({ refused: 'nothing-visible' });
		expect(cleanName('a'.repeat(41))).toEqual({ refused: 'too-long' });
		expect(cleanName('é'.repeat(40))).toEqual({ name: 'é'.repeat(40) });
	});

	test('once cleaned stays as it is, and has a key', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
				const cleaned = cleanName(typed);
				if (!('name' in cleaned)) return;
				expect(cleanName(cleaned.name)).toEqual(cleaned);
				expect(nameKey(cleaned.name)).not.toBe('');
			})
		);
	});
});

test('names that look alike are the same', () => {
	for (const other of ['ALICE', 'Αlice', 'Аlісе', 'A1ice', 'AIice', 'Álice', 'A l-i-c-e', 'Ａｌｉｃｅ'])
		expect(nameKey(other)).toBe(nameKey('Alice'));
	expect(nameKey('B0b')).toBe(nameKey('Bob'));
	expect(nameKey('Alice B')).not.toBe(nameKey('Alice C'));
});

test('profanity waits, in whatever letters, and honest names do not', () => {
	for (const name of ['fuck', 'F.U.C.K', 'sh1t', 'Big D1ck', 'fuuuck', 'mErde', 'enculé', 'xXfuckXx', 'сunt'])
		expect([name, heldFor(name, [])]).toEqual([name, 'profanity']);
	for (const name of [
		'Scunthorpe',
		'Hancock',
		'Cassandra',
		'Dickens',
		'Lucul',
		'Essex',
		'Penelope',
		'Shiitake',
		'Anna'
	])
		expect([name, heldFor(name, [])]).toEqual([name, null]);
	expect(heldFor('Ms Srnith', ['Ms Smith'])).toBe('look-alike');
});
