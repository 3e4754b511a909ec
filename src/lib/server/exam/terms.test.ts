import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { signSitting } from './token.ts';
import { signTicket } from './staging.ts';
import {
	isPassword,
	LONGEST_PASSWORD,
	newExamId,
	openTerms,
	proofOf,
	seedOf,
	sealTerms,
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
const link = sealTerms(terms, 'p', SECRET);
/** The same terms as an earlier version wrote them, which everybody could read. */
const before =
	'WyJhbi1pZCIsIj9uPTMmbWludXRlcz01Iix0cnVlLDEwMDAsMjAwMCwieF9WR05tLWFFTEM5TnlSdHhZMF9fMiIsdHJ1ZV0.aC4UvBQBbTjb-UQbcPZkrY';

test('all terms come back from the link that holds them, which suits an address', () => {
	fc.assert(
		fc.property(anyTerms, fc.string(), (some, primer) => {
			const text = sealTerms(some, primer, SECRET);
			expect(openTerms(text, primer, SECRET)).toEqual(some);
			expect(text).toMatch(/^[\w-]+$/);
		})
	);
});

test('a link that was made earlier opens the same exam', () => {
	expect(openTerms(before, 'p', SECRET)).toEqual(terms);
});

test('a link tells nobody what is asked, nor how much, and no two of the same terms are alike', () => {
	fc.assert(
		fc.property(fc.array(fc.stringMatching(/^[a-z]{3,8}(-[a-z]{2,8}){0,3}$/), { minLength: 1 }), (ids) => {
			const text = sealTerms({ ...terms, query: `?items=${ids.join(',')}` }, 'p', SECRET);
			const readable = text
				.split('.')
				.flatMap((part) => [part, Buffer.from(part, 'base64url').toString('latin1')])
				.join(' ');
			for (const part of ['items=', ...ids.filter((id) => id.length > 5), 'an-id'])
				expect(readable).not.toContain(part);
		})
	);
	const lengthOf = (query: string) => sealTerms({ ...terms, query }, 'p', SECRET).length;
	expect(lengthOf('?items=one-item')).toBe(lengthOf('?items=another-question'));
	expect(sealTerms(terms, 'p', SECRET)).not.toBe(link);
});

describe('a link opens nothing', () => {
	/** The signature of an earlier link under other terms. */
	const forged = (changes: Partial<Terms>) => {
		const { id, query, isSame, opensAt, closesAt, proof, isOnce } = { ...terms, ...changes };
		const list = [id, query, isSame, opensAt, closesAt, proof, isOnce];
		return `${Buffer.from(JSON.stringify(list)).toString('base64url')}.${before.split('.')[1]}`;
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
		expect(forged({})).toBe(before);
		expect(openTerms(forged(changes), 'p', SECRET)).toBeUndefined();
		expect(openTerms(sealTerms({ ...terms, ...changes }, 'p', 'another'), 'p', SECRET)).toBeUndefined();
	});

	test('of which any letter was changed', () => {
		for (const text of [link, before])
			for (const at of text.split('').keys())
				for (const letter of ['A', '_', '.'].filter((each) => each !== text[at]))
					expect(
						openTerms(`${text.slice(0, at)}${letter}${text.slice(at + 1)}`, 'p', SECRET)
					).toBeUndefined();
	});

	test('on a course or a server of which it is not', () => {
		for (const text of [link, before]) {
			expect(openTerms(text, 'p', SECRET)).toEqual(terms);
			expect(openTerms(text, 'q', SECRET)).toBeUndefined();
			expect(openTerms(text, 'p', `${SECRET}!`)).toBeUndefined();
		}
	});

	test('that is a signed text of another kind, or any other text', () => {
		const body = before.split('.')[0] ?? '';
		const ticket = signTicket(
			{
				...{ sitting: 's', startedAt: 0, endsAt: 1 },
				form: { primer: 'p', seed: 's', behaviour: 'exam', items: ['a'], minutes: 1, extraTime: 1 }
			},
			SECRET
		);
		const other = fc.oneof(
			fc.string(),
			fc.constantFrom('', '.', `${link}.`, `${link}A`, link.slice(0, -1), link.slice(0, 38), ticket),
			fc.constantFrom(`${before}.`, `${before}A`, before.slice(0, -1), body, `${body}.`),
			fc.constantFrom(signSitting('an-id', SECRET), signSitting(`exam "p" ${body}`, SECRET)),
			fc.base64String({ minLength: 40 }).map((text) => Buffer.from(text, 'base64').toString('base64url'))
		);
		fc.assert(
			fc.property(other, (text) => {
				expect(openTerms(text, 'p', SECRET)).toBeUndefined();
			})
		);
	});
});

describe('a password', () => {
	test('is in no link, nor is anything that tells it from any other without the secret', () => {
		for (const text of [link, before]) {
			const decoded = Buffer.from(text.split('.')[0] ?? '', 'base64url').toString();
			expect(decoded).not.toContain('sesame');
		}
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
