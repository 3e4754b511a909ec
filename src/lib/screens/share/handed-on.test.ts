import { expect, test } from 'vitest';

import { embedQuery, readHandedOn, writeHandedOn } from './handed-on.ts';

const offer = { points: [1, 2], items: ['a', 'b', 'secret'], kept: ['secret'] };
const read = (query: string) => readHandedOn(new URLSearchParams(query), offer, 'en');

test('a choice is read again as it is written', () => {
	const { handedOn, notices } = read(
		'behaviour=retry&points=1&n=2&minutes=5&seed=s&draw=own&lang=fr&theme=dark&pass=70&languages=all'
	);
	expect(notices).toEqual([]);
	expect(handedOn).toMatchObject({ theme: 'dark', isSame: false, language: 'fr', pass: 70, inAll: true });
	expect(read(writeHandedOn(handedOn).slice(1))).toEqual({ handedOn, notices: [] });
	expect(embedQuery(handedOn)).toBe('?behaviour=retry&points=1&n=2&minutes=5&theme=dark');
	expect(embedQuery({ ...handedOn, isSame: true, theme: 'auto' })).toBe(
		'?behaviour=retry&points=1&n=2&minutes=5&seed=s'
	);
});

test('neither an exam nor what is kept for exams is handed on, whatever the address says', () => {
	const { handedOn } = read('behaviour=exam&items=a,secret&seed=s');
	expect(handedOn.options).toMatchObject({ behaviour: 'practice', items: ['a'] });
	expect(embedQuery(handedOn)).not.toContain('secret');
});

test('an address that says nothing hands on a practice of ten, light or dark as the device is', () => {
	const { handedOn } = read('');
	expect(handedOn).toMatchObject({ theme: 'auto', isSame: true, options: { behaviour: 'practice' } });
	expect(read('theme=loud').handedOn.theme).toBe('auto');
});

test('a seed that nobody asked for is not in the address of a file, so that a newer file replaces an older one', () => {
	const { handedOn, notices } = read('n=2&drawn=s');
	expect(notices).toEqual([]);
	expect(handedOn).toMatchObject({ isSeedDrawn: true, options: { seed: 's' } });
	// What is copied is of the draw that the preview shows.
	expect(embedQuery(handedOn)).toContain('seed=s');
	expect(writeHandedOn(handedOn)).toBe(writeHandedOn(read('n=2').handedOn));
	expect(writeHandedOn(handedOn)).not.toMatch(/seed|drawn/);
	const asked = read('n=2&seed=t&drawn=s').handedOn;
	expect(asked).toMatchObject({ isSeedDrawn: false, options: { seed: 't' } });
	expect(writeHandedOn(asked)).toContain('seed=t');
});

test.each(['', ' ', 'much', '101', '-1'])('“%s” is no mark to pass', (text) => {
	expect(read(`pass=${text}`).handedOn.pass).toBeNull();
});
