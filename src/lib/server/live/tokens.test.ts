import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { cookieFor, hashOf, isKeyOf, newKey, pupilOf, pupilToken, tooOld } from './tokens.ts';

const id = fc.stringMatching(/^[\w-]{1,22}$/);

test('a pupil’s token is theirs in their class, and in no other, and for no other pupil', () => {
	fc.assert(
		fc.property(id, id, id, (one, other, pupil) => {
			const token = pupilToken(one, pupil, 'secret');
			expect(pupilOf(token, one, 'secret')).toBe(pupil);
			if (one !== other) expect(pupilOf(token, other, 'secret')).toBeUndefined();
			expect(pupilOf(token, one, 'another secret')).toBeUndefined();
			expect(pupilOf(`${other}x${token.slice(pupil.length)}`, one, 'secret')).toBeUndefined();
		})
	);
});

test('what is no token is nobody’s', () => {
	for (const token of ['', '.', 'p', 'p.', 'p.s.t', `${pupilToken('c', 'p', 'secret')}.`])
		expect(pupilOf(token, 'c', 'secret')).toBeUndefined();
});

test('a host’s key opens what its hash was kept for', () => {
	const [one, other] = [newKey(), newKey()];
	expect(one).toHaveLength(22);
	expect(isKeyOf(one, hashOf(one))).toBe(true);
	expect(isKeyOf(other, hashOf(one))).toBe(false);
	expect(isKeyOf('', hashOf(one))).toBe(false);
});

test('a device forgets the classes that it has been in the longest, and no other cookie', () => {
	const hosted = Array.from({ length: 85 }, (_, index) => cookieFor('host', `c${index}`));
	const names = ['language', ...hosted.slice(0, 50), cookieFor('pupil', 'p'), ...hosted.slice(50)];
	expect(tooOld('host', names, 'new')).toEqual(hosted.slice(0, 6));
	// One that it has already takes no more room.
	expect(tooOld('host', names, 'c84')).toEqual(hosted.slice(0, 5));
	expect(tooOld('pupil', names, 'new')).toEqual([]);
	const longest = hosted.slice(0, 80).map((name) => `${name.replace('c', newKey())}=${newKey()}; `);
	const asPupil = `${cookieFor('pupil', newKey())}=${pupilToken('c', newKey(), 'secret')}; `;
	expect(longest.join('').length + 20 * asPupil.length).toBeLessThan(8192 - 500);
});
