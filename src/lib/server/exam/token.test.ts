import fc from 'fast-check';
import { expect, test } from 'vitest';

import { newDevice, openDevice, openSitting, signSitting } from './token.ts';

const SECRET = 'a secret that nobody would guess, ever';

test('a sitting that was signed is opened, with the same secret alone', () => {
	const token = signSitting('an-id', SECRET);
	expect(openSitting(token, SECRET)).toBe('an-id');
	expect(openSitting(token, `${SECRET}!`)).toBeUndefined();
	expect(encodeURIComponent(token)).toBe(token);
	expect(token).toMatch(/^an-id\.[\w-]{22}$/);
});

test('no other text is', () => {
	const token = signSitting('an-id', SECRET);
	const other = fc.oneof(
		fc.string(),
		fc.constantFrom('', '.', `${token}.`, `${token}A`, token.slice(0, -1), token.replace('an', 'An')),
		fc.string().map((id) => `${id}${token.slice(token.indexOf('.'))}`)
	);
	fc.assert(
		fc.property(other, (text) => {
			fc.pre(text !== token);
			expect(openSitting(text, SECRET)).toBeUndefined();
		})
	);
});

test('a device is known by the name that this server gave it for an exam, and by no other', () => {
	const [name, other] = [newDevice('an-exam', SECRET), newDevice('an-exam', SECRET)];
	expect(openDevice(name, 'an-exam', SECRET)).toMatch(/^[\w-]{12}$/);
	expect(openDevice(other, 'an-exam', SECRET)).not.toBe(openDevice(name, 'an-exam', SECRET));
	expect(openDevice(name, 'another', SECRET)).toBeUndefined();
	expect(openDevice(name, 'an-exam', `${SECRET}!`)).toBeUndefined();
	for (const text of ['', name.slice(0, -1), `x${name}`, signSitting('an-exam', SECRET)])
		expect(openDevice(text, 'an-exam', SECRET)).toBeUndefined();
});
