import { randomBytes } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { codeLength, MOST_LIKELY_GUESS, newCode, readCode } from './code.ts';

describe('a new code', () => {
	test('is long enough that a guess hits none of those that are running', () => {
		fc.assert(
			fc.property(fc.nat({ max: 10_000_000 }), (running) => {
				const length = codeLength(running);
				expect((running + 1) / 18 ** length).toBeLessThanOrEqual(MOST_LIKELY_GUESS);
				expect((running + 1) / 18 ** (length - 1)).toBeGreaterThan(MOST_LIKELY_GUESS);
			})
		);
		expect([0, 5, 6, 200, 40_000].map(codeLength)).toEqual([7, 7, 8, 9, 11]);
	});

	test('has every character equally often, whatever bytes come', () => {
		let byte = 250;
		const inTurn = () => [byte++ % 256];
		const seen = new Map<string, number>();
		// 36 codes of 7 characters take up exactly the 252 bytes that are fair.
		for (let count = 0; count < 36; count++)
			for (const sign of newCode(0, inTurn)) seen.set(sign, (seen.get(sign) ?? 0) + 1);
		expect(seen.size).toBe(18);
		expect(new Set(seen.values())).toEqual(new Set([14]));
	});

	test('has no vowel, nor two characters that look alike', () => {
		for (let count = 0; count < 200; count++)
			expect(newCode(count, randomBytes)).toMatch(/^[^AEIOUY0134FKQSZGB]{7,}$/);
	});

	test('is read as it is, however it is typed', () => {
		const manners = [
			(code: string) => code,
			(code: string) => code.toLowerCase(),
			(code: string) => ` ${code.slice(0, 3)}-${code.slice(3)}\u200b `,
			(code: string) => Array.from(code).join(' '),
			(code: string) => code.replaceAll('D', '0').replaceAll('5', 'S').replaceAll('2', 'z'),
			(code: string) => code.replaceAll('D', 'o').replaceAll('L', '1').replaceAll('8', 'B'),
			(code: string) => code.replaceAll('H', 'Н').replaceAll('C', 'с').replaceAll('T', 'Τ'),
			(code: string) =>
				Array.from(code, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join('')
		];
		for (let count = 0; count < 100; count++) {
			const code = newCode(count, randomBytes);
			for (const typed of manners) expect(readCode(typed(code))).toBe(code);
		}
	});
});

test('what cannot be a code is none, and nothing throws', () => {
	const none = ['', 'CD', 'CDHJLMA', 'CDHJLM!', 'CDHJLMNCDHJLMNCDH', '😀😀😀😀😀😀😀', 'constructor'];
	expect(none.map(readCode)).toEqual(none.map(() => undefined));
	const unit = fc.oneof(
		fc.nat({ max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
		fc.constantFrom(...Array.from('cD5 S0оΧ|-\u200b'))
	);
	fc.assert(
		fc.property(fc.string({ unit, maxLength: 30 }), (typed) => {
			const code = readCode(typed);
			if (code !== undefined) expect(readCode(code)).toBe(code);
		})
	);
});
