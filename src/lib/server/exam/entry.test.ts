import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';

import { examWith } from '#lib/quiz/fixtures.ts';

import { sittingsInMemory } from '../sittings/memory.ts';
import type { Knock } from './entry.ts';
import { Exams } from './exams.ts';
import { proofOf, type Terms } from './terms.ts';
import { BY_ADDRESS, BY_DEVICE, WrongPasswords, type Guesser } from './wrong-passwords.ts';

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
	exams.enter(form, {
		...{ terms, password: '', address: '192.0.2.1', device: 'a-device', secret: SECRET },
		...given
	});

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
		const knock = { terms: plain, password: '', address: '', device: null, secret: SECRET };
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

	test('does not look at more than some wrong ones of a device at once, the right one among them', async () => {
		const { most, every } = BY_DEVICE;
		for (let tries = 0; tries < most; tries++)
			expect(await enter(locked, { password: `guess ${tries}` })).toEqual({ why: 'password' });
		expect(await enter(locked, { password: 'sesame' })).toEqual({ why: 'wait', milliseconds: every });
		now += every - 1;
		expect(await enter(locked, { password: 'sesame' })).toEqual({ why: 'wait', milliseconds: 1 });
		now += 1;
		expect(await enter(locked, { password: 'one more' })).toEqual({ why: 'password' });
		expect(await enter(locked, { password: 'sesame' })).toMatchObject({ why: 'wait' });
		now += every;
		expect(await enter(locked, { password: 'sesame' })).toMatchObject({ startedAt: now });
	});

	test.each([null, 'a-device'])(
		'lets in who knows it, however often another device (%s) of the school was wrong',
		async (device) => {
			for (let tries = 0; tries < 500; tries++) await enter(locked, { password: 'no', device });
			for (const other of [null, 'another', 'a-third'])
				expect(await enter(locked, { password: 'sesame', device: other })).toMatchObject({ startedAt: now });
		}
	);

	test('does not look at any number of tries of devices that nobody has seen', async () => {
		const { most, every } = BY_ADDRESS;
		for (let tries = 0; tries < most; tries++)
			expect(await enter(locked, { password: `guess ${tries}`, device: null })).toEqual({ why: 'password' });
		const late = { password: 'sesame', device: null };
		expect(await enter(locked, late)).toEqual({ why: 'wait', milliseconds: every });
		now += every;
		expect(await enter(locked, late)).toMatchObject({ startedAt: now });
	});

	test('keeps nobody waiting for the mistakes of others, at another exam or address', async () => {
		const lost = { password: 'no', device: null };
		for (let tries = 0; tries < BY_ADDRESS.most; tries++) await enter(locked, lost);
		const right = { password: 'sesame', device: null };
		expect(await enter(locked, right)).toMatchObject({ why: 'wait' });
		expect(await enter(locked, { ...right, address: '192.0.2.2' })).toMatchObject({ startedAt: now });
		const other = { ...locked, id: 'other', proof: proofOf('other', 'sesame', SECRET) };
		expect(await enter(other, right)).toMatchObject({ startedAt: now });
	});

	test('has the same limit for all requests of a process', async () => {
		const knock = { terms: locked, password: 'no', address: '192.0.2.1', device: 'a-device', secret: SECRET };
		for (let tries = 0; tries < BY_DEVICE.most; tries++) await exams.gradedBy(() => []).enter(form, knock);
		expect(await enter(locked, { password: 'sesame' })).toMatchObject({ why: 'wait' });
	});
});

describe('wrong passwords', () => {
	/** Of one address, on two devices that the server knows and on others. */
	const guesser = fc.record({
		exam: fc.constant('e'),
		address: fc.constant('a'),
		device: fc.constantFrom(null, 'one', 'other')
	});

	test('of any devices and rhythm are looked at no faster than each and all may', () => {
		const small = { device: { most: 3, every: 100 }, address: { most: 10, every: 20 } };
		const tries = fc.array(fc.tuple(guesser, fc.integer({ min: 0, max: 50 })), { maxLength: 200 });
		fc.assert(
			fc.property(tries, (all) => {
				const wrong = new WrongPasswords(small);
				const looked = new Map<string | null, number>();
				let at = 0;
				for (const [from, pause] of all) {
					at += pause;
					if (wrong.waitFor(from, at) > 0) continue;
					wrong.count(from, at);
					looked.set(from.device, (looked.get(from.device) ?? 0) + 1);
				}
				const sum = [...looked.values()].reduce((total, each) => total + each, 0);
				expect(sum).toBeLessThanOrEqual(10 + Math.floor(at / 20));
				for (const device of ['one', 'other'])
					expect(looked.get(device) ?? 0).toBeLessThanOrEqual(3 + Math.floor(at / 100));
			})
		);
	});

	test('of others keep no device waiting before all of an address are very many', () => {
		fc.assert(
			fc.property(fc.array(guesser, { maxLength: BY_ADDRESS.most - 1 }), (all) => {
				const wrong = new WrongPasswords();
				for (const from of all) wrong.count(from, 0);
				expect(wrong.waitFor({ exam: 'e', address: 'a', device: 'a third' }, 0)).toBe(0);
			}),
			{ numRuns: 20 }
		);
	});

	/** Makes so many mistakes that nothing more of an address is looked at. */
	const exhaust = (wrong: WrongPasswords, from: Guesser) => {
		for (let tries = 0; tries < BY_ADDRESS.most; tries++) wrong.count(from, 0);
	};

	test('of one network of IPv6 are those of one address', () => {
		const waitsAt = (address: string, other: string) => {
			const wrong = new WrongPasswords();
			exhaust(wrong, { exam: 'e', address, device: null });
			return wrong.waitFor({ exam: 'e', address: other, device: null }, 0) > 0;
		};
		expect(waitsAt('2001:db8:0:1::5', '2001:DB8::1:aaaa:bbbb:cccc:dddd')).toBe(true);
		expect(waitsAt('2001:db8:0:1::5', '2001:db8:0:2::5')).toBe(false);
		expect(waitsAt('::ffff:192.0.2.1', '::ffff:192.0.2.2')).toBe(false);
		expect(waitsAt('::1', '::1')).toBe(true);
	});

	test('of one address or device are not forgotten over single ones of very many', () => {
		const wrong = new WrongPasswords();
		const first = { exam: 'e', address: 'first', device: null };
		const known = { exam: 'e', address: 'second', device: 'known' };
		exhaust(wrong, first);
		for (let tries = 0; tries < BY_DEVICE.most; tries++) wrong.count(known, 0);
		for (let other = 0; other < 10_500; other++)
			wrong.count({ exam: `exam ${other}`, address: 'first', device: `device ${other}` }, 0);
		expect(wrong.waitFor(first, 0)).toBe(BY_ADDRESS.every);
		expect(wrong.waitFor(known, 0)).toBe(BY_DEVICE.every);
		expect(wrong.waitFor({ ...first, exam: 'exam 0' }, 0)).toBe(0);
	});
});
