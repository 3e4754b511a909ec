import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { signSitting } from './token.ts';
import { signTicket } from './ticket.ts';
import {
	isPassword,
	LONGEST_PASSWORD,
	newExamId,
	openTerms,
	proofOf,
	seedOf,
	signTerms,
	type Terms
} from './terms.ts';

const SECRET = 'a secret that nobody would guess, ever';

const moment = fc.option(fc.integer({ min: 0, max: 253_402_300_799_999 }), { nil: null });
const anyTerms: fc.Arbitrary<Terms> = fc.record({
	id: fc.constant('').map(newExamId),
	query: fc.string({ unit: 'grapheme' }),
	isSame: fc.boolean(),
	opensAt: moment,
	closesAt: moment,
	proof: fc.option(fc.stringMatching(/^[\w-]{22}$/), { nil: null }),
	isOnce: fc.boolean()
});
const terms: Terms = {
	...{ id: 'an-id', query: '?n=3&minutes=5', isSame: true, opensAt: 1000, closesAt: 2000 },
	...{ proof: proofOf('an-id', 'sesame', SECRET), isOnce: true }
};
const link = signTerms(terms, 'p', SECRET);

test('all terms come back from the link that holds them, which suits an address', () => {
	fc.assert(
		fc.property(anyTerms, fc.string(), (some, primer) => {
			const text = signTerms(some, primer, SECRET);
			expect(openTerms(text, primer, SECRET)).toEqual(some);
			expect(text).toMatch(/^[\w-]+\.[\w-]{22}$/);
		})
	);
});

describe('a link opens nothing', () => {
	/** The same signature under other terms. */
	const forged = (changes: Partial<Terms>) => {
		const [body = ''] = signTerms({ ...terms, ...changes }, 'p', 'another').split('.');
		return `${body}.${link.split('.')[1]}`;
	};

	test.each<[string, Partial<Terms>]>([
		['opens earlier', { opensAt: 0 }],
		['closes later', { closesAt: null }],
		['has no password', { proof: null }],
		['has a password of one’s own', { proof: proofOf('an-id', 'mine', 'another') }],
		['may be begun twice', { isOnce: false }],
		['has more time', { query: '?n=3&minutes=500' }],
		['is another exam', { id: 'other' }]
	])('that %s', (_, changes) => {
		expect(openTerms(forged(changes), 'p', SECRET)).toBeUndefined();
	});

	test('on a course or a server of which it is not', () => {
		expect(openTerms(link, 'p', SECRET)).toEqual(terms);
		expect(openTerms(link, 'q', SECRET)).toBeUndefined();
		expect(openTerms(link, 'p', `${SECRET}!`)).toBeUndefined();
	});

	test('that is a signed text of another kind, or any other text', () => {
		const body = link.split('.')[0] ?? '';
		const ticket = signTicket(
			{
				...{ sitting: 's', startedAt: 0, endsAt: 1 },
				form: { primer: 'p', seed: 's', behaviour: 'exam', items: ['a'], minutes: 1, extraTime: 1 }
			},
			SECRET
		);
		const other = fc.oneof(
			fc.string(),
			fc.constantFrom('', '.', `${link}.`, `${link}A`, link.slice(0, -1), body, `${body}.`, ticket),
			fc.constantFrom(signSitting('an-id', SECRET), signSitting(`exam "p" ${body}`, SECRET)),
			fc.nat({ max: link.length - 1 }).map((at) => `${link.slice(0, at)}_${link.slice(at + 1)}`)
		);
		fc.assert(
			fc.property(other, (text) => {
				fc.pre(text !== link);
				expect(openTerms(text, 'p', SECRET)).toBeUndefined();
			})
		);
	});
});

describe('a password', () => {
	test('is in no link, nor is anything that tells it from any other without the secret', () => {
		const decoded = Buffer.from(link.split('.')[0] ?? '', 'base64url').toString();
		expect(decoded).not.toContain('sesame');
		expect(proofOf('an-id', 'sesame', 'guess')).not.toBe(terms.proof);
		expect(proofOf('other', 'sesame', SECRET)).not.toBe(terms.proof);
	});

	test('opens its exam and no other does, however its letters are composed', () => {
		expect(isPassword(terms, 'sesame', SECRET)).toBe(true);
		expect(isPassword(terms, ' sesame ', SECRET)).toBe(true);
		const accented = { ...terms, proof: proofOf('an-id', 'é', SECRET) };
		expect(isPassword(accented, 'e\u0301', SECRET)).toBe(true);
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				fc.pre(text.trim() !== 'sesame');
				expect(isPassword(terms, text, SECRET)).toBe(false);
			})
		);
		expect(isPassword({ ...terms, proof: null }, '', SECRET)).toBe(true);
	});

	test('may be of any length, of which some counts', () => {
		const long = 'x'.repeat(LONGEST_PASSWORD);
		const mine = { ...terms, proof: proofOf('an-id', long, SECRET) };
		expect(isPassword(mine, `${long}yyy`, SECRET)).toBe(true);
		expect(isPassword(mine, long.slice(1), SECRET)).toBe(false);
		expect(isPassword(mine, ` ${long}`, SECRET)).toBe(true);
		const short = { ...terms, proof: proofOf('an-id', 'x', SECRET) };
		expect(isPassword(short, `x${' '.repeat(LONGEST_PASSWORD)}y`, SECRET)).toBe(false);
	});
});

test('the seed is the exam’s own, and known to its server alone', () => {
	expect(seedOf(terms, SECRET)).toBe(seedOf({ id: 'an-id' }, SECRET));
	expect(seedOf(terms, SECRET)).not.toBe(seedOf({ id: 'other' }, SECRET));
	expect(seedOf(terms, SECRET)).not.toBe(seedOf(terms, 'another'));
	expect(seedOf(terms, SECRET)).toMatch(/^[\w-]{12}$/);
});
