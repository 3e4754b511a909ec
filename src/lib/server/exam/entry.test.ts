import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';

import { examWith } from '#lib/quiz/fixtures.ts';

import { sittingsInMemory } from '../sittings/memory.ts';
import type { Knock } from './entry.ts';
import { Exams } from './exams.ts';
import { proofOf, type Terms } from './terms.ts';
import { MOST_WRONG, WRONG_EVERY, WrongPasswords } from './wrong-passwords.ts';

const SECRET = 'a secret that nobody would guess, ever';
const MINUTE = 60_000;
/** Ten minutes, and half as many for extra time. */
const form = examWith({ extraTime: 1.5 });

const plain: Terms = {
	...{ id: 'an-id', query: '?', isSame: true, opensAt: 10 * MINUTE, closesAt: 60 * MINUTE },
	...{ proof: null, isOnce: false }
};
const locked: Terms = { ...plain, proof: proofOf('an-id', 'sesame', SECRET) };

let now = 0;
let exams = new Exams({ sittings: sittingsInMemory(() => now), now: () => now });
beforeEach(() => {
	now = 20 * MINUTE;
	exams = new Exams({ sittings: sittingsInMemory(() => now), now: () => now });
});

const enter = (terms: Terms, given: Partial<Knock> = {}) =>
	exams.enter(form, { terms, password: '', address: '192.0.2.1', secret: SECRET, ...given });

describe('an exam with a window', () => {
	test.each([
		[0, 'early'],
		[10 * MINUTE - 1, 'early'],
		[60 * MINUTE, 'over'],
		[1e15, 'over']
	])('cannot be begun at %d: it is %s', async (at, why) => {
		now = at;
		expect(await enter(plain)).toEqual({ why });
	});

	test.each([10 * MINUTE, 60 * MINUTE - 1])('is begun at %d', async (at) => {
		now = at;
		expect(await enter(plain)).toMatchObject({ startedAt: at, closed: null });
	});

	test('takes its whole time where there is as much, and else ends when it closes', async () => {
		expect(await enter(plain)).toMatchObject({ form, endsAt: 35 * MINUTE });
		now = 54 * MINUTE;
		const late = await enter(plain);
		expect(late).toMatchObject({ endsAt: 60 * MINUTE, form: { minutes: 4, extraTime: 1.5 } });
		now = 60 * MINUTE - 1;
		expect(await enter(plain)).toMatchObject({ endsAt: 60 * MINUTE });
	});

	test('without a limit of time ends when it closes', async () => {
		const endless = examWith({ minutes: null, extraTime: 1 });
		const knock = { terms: plain, password: '', address: '', secret: SECRET };
		expect(await exams.enter(endless, knock)).toMatchObject({ endsAt: 60 * MINUTE });
	});

	test('that is open at one end has no other', async () => {
		now = 0;
		expect(await enter({ ...plain, opensAt: null })).toMatchObject({ startedAt: 0 });
		now = 1e12;
		expect(await enter({ ...plain, closesAt: null })).toMatchObject({ endsAt: 1e12 + 15 * MINUTE });
	});
});

describe('an exam with a password', () => {
	test('is begun with it, and with nothing else', async () => {
		expect(await enter(locked, { password: 'sesame' })).toMatchObject({ startedAt: now });
		for (const password of ['', 'Sesame', 'sesame!', '\0', String(locked.proof)])
			expect(await enter(locked, { password })).toEqual({ why: 'password' });
	});

	test('does not say whether a password was right before it opens', async () => {
		now = 0;
		expect(await enter(locked, { password: 'sesame' })).toEqual({ why: 'early' });
		expect(await enter(locked, { password: 'wrong' })).toEqual({ why: 'early' });
	});

	test('does not look at more than some wrong ones at once, the right one among them', async () => {
		for (let tries = 0; tries < MOST_WRONG; tries++)
			expect(await enter(locked, { password: `guess ${tries}` })).toEqual({ why: 'password' });
		expect(await enter(locked, { password: 'sesame' })).toEqual({ why: 'wait', milliseconds: WRONG_EVERY });
		now += WRONG_EVERY - 1;
		expect(await enter(locked, { password: 'sesame' })).toEqual({ why: 'wait', milliseconds: 1 });
		now += 1;
		expect(await enter(locked, { password: 'one more' })).toEqual({ why: 'password' });
		expect(await enter(locked, { password: 'sesame' })).toMatchObject({ why: 'wait' });
		now += WRONG_EVERY;
		expect(await enter(locked, { password: 'sesame' })).toMatchObject({ startedAt: now });
	});

	test('keeps nobody waiting for the mistakes of others, at another exam or address', async () => {
		for (let tries = 0; tries < MOST_WRONG; tries++) await enter(locked, { password: 'no' });
		expect(await enter(locked, { password: 'sesame', address: '192.0.2.2' })).toMatchObject({
			startedAt: now
		});
		const other = { ...locked, id: 'other', proof: proofOf('other', 'sesame', SECRET) };
		expect(await enter(other, { password: 'sesame' })).toMatchObject({ startedAt: now });
	});

	test('has the same limit for all requests of a process', async () => {
		for (let tries = 0; tries < MOST_WRONG; tries++)
			await exams
				.gradedBy(() => [])
				.enter(form, { terms: locked, password: 'no', address: '192.0.2.1', secret: SECRET });
		expect(await enter(locked, { password: 'sesame' })).toMatchObject({ why: 'wait' });
	});
});

describe('wrong passwords', () => {
	test('of any number and rhythm are looked at no faster than one in so long, after the first', () => {
		const pauses = fc.array(fc.integer({ min: 0, max: 2 * WRONG_EVERY }), { maxLength: 200 });
		fc.assert(
			fc.property(pauses, (all) => {
				const wrong = new WrongPasswords();
				let at = 0;
				let looked = 0;
				for (const pause of all) {
					at += pause;
					if (wrong.waitFor('e', 'a', at) > 0) continue;
					wrong.count('e', 'a', at);
					looked++;
				}
				expect(looked).toBeLessThanOrEqual(MOST_WRONG + Math.floor(at / WRONG_EVERY));
			})
		);
	});

	test('of one network of IPv6 are those of one address', () => {
		const waitsAt = (address: string, other: string) => {
			const wrong = new WrongPasswords();
			for (let tries = 0; tries < MOST_WRONG; tries++) wrong.count('e', address, 0);
			return wrong.waitFor('e', other, 0) > 0;
		};
		expect(waitsAt('2001:db8:0:1::5', '2001:DB8::1:aaaa:bbbb:cccc:dddd')).toBe(true);
		expect(waitsAt('2001:db8:0:1::5', '2001:db8:0:2::5')).toBe(false);
		expect(waitsAt('::ffff:192.0.2.1', '::ffff:192.0.2.2')).toBe(false);
		expect(waitsAt('::1', '::1')).toBe(true);
	});

	test('of one address are not forgotten over single ones of very many', () => {
		const wrong = new WrongPasswords();
		for (let tries = 0; tries < MOST_WRONG; tries++) wrong.count('e', 'first', 0);
		for (let other = 0; other < 10_500; other++) wrong.count(`exam ${other}`, 'first', 0);
		expect(wrong.waitFor('e', 'first', 0)).toBe(WRONG_EVERY);
		expect(wrong.waitFor('exam 0', 'first', 0)).toBe(0);
	});
});
