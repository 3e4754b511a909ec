import { beforeEach, expect, test } from 'vitest';

import { forgetOldClasses, keepHere, keptHere } from './kept-on-device.ts';

const DAY = 86_400_000;
const waiting = [{ round: 1, response: ['a'], certainty: 2 as const, key: 'k' }];
const drafts = new Map([[2, { response: { x: 'y' }, certainty: null }]]);
const NOTHING = { waiting: [], drafts: new Map() };

beforeEach(() => localStorage.clear());

test('what a page keeps, the next one finds, and nobody else who uses the device', () => {
	keepHere(localStorage, 'c', { pupil: 'p', waiting, drafts, now: 0 });
	expect(keptHere(localStorage, 'c', 'p')).toEqual({ waiting, drafts });
	expect(keptHere(localStorage, 'c', 'other')).toEqual(NOTHING);
	expect(keptHere(localStorage, 'd', 'p')).toEqual(NOTHING);
});

test('once nothing waits, nothing is left', () => {
	keepHere(localStorage, 'c', { pupil: 'p', waiting, drafts, now: 0 });
	keepHere(localStorage, 'c', { pupil: 'p', ...NOTHING, now: 0 });
	expect(localStorage).toHaveLength(0);
});

test('what another version or somebody else has written there is left out', () => {
	const odd = [
		...['', 'no JSON', 'null', '[]', '{"pupil":"p"}', '{"pupil":"p","waiting":1,"drafts":{}}'],
		'{"pupil":"p","waiting":[null,{"round":0}],"drafts":[null,["1",{}],[1,null]]}'
	];
	for (const text of odd) {
		localStorage.setItem('five-points-class-c', text);
		expect(keptHere(localStorage, 'c', 'p'), text).toEqual(NOTHING);
	}
	localStorage.setItem('five-points-class-c', '{"pupil":"p","drafts":[[1,{"certainty":9}]]}');
	expect([...keptHere(localStorage, 'c', 'p').drafts]).toEqual([[1, { response: null, certainty: null }]]);
});

test('classes of long ago are forgotten, and nothing else', () => {
	localStorage.setItem('other', 'stays');
	localStorage.setItem('five-points-class-odd', 'goes');
	keepHere(localStorage, 'old', { pupil: 'p', waiting, drafts, now: 0 });
	keepHere(localStorage, 'new', { pupil: 'p', waiting, drafts, now: 2 * DAY });
	forgetOldClasses(localStorage, 31 * DAY);
	expect(Object.keys(localStorage).sort()).toEqual(['five-points-class-new', 'other']);
});

test('a browser that gives no place is no fault', () => {
	keepHere(null, 'c', { pupil: 'p', waiting, drafts, now: 0 });
	forgetOldClasses(null, 0);
	expect(keptHere(null, 'c', 'p')).toEqual(NOTHING);
});
