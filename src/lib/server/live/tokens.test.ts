import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { hashOf, isKeyOf, newKey, pupilOf, pupilToken } from './tokens.ts';

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
