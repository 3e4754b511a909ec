import { expect, test } from 'vitest';

import { filesCache, leftBehind, NOTES, pagesCache } from './cache-names.ts';
import { dataOf, keyOf } from './key.ts';

const all = [
	filesCache('1'),
	pagesCache('1-a'),
	filesCache('2'),
	pagesCache('2-a'),
	pagesCache('2-b'),
	NOTES,
	'somebody-else'
];

test('caches of other versions and of older questions are left behind, and nothing else', () => {
	expect(leftBehind(all, '2', '2-b', true)).toEqual([filesCache('1'), pagesCache('1-a'), pagesCache('2-a')]);
});

test('the caches of another version stay while a page or a newer worker may need them', () => {
	expect(leftBehind(all, '2', '2-b', false)).toEqual([pagesCache('2-a')]);
});

test('a page is kept once in each language, whatever its address asks for besides', () => {
	expect(keyOf('http://here/c/print?seed=a#b', 'fr')).toBe('/c/print?language=fr');
	expect([keyOf('/c/', 'fr'), keyOf('/', 'fr')]).toEqual(['/c/?language=fr', '/?language=fr']);
	expect(keyOf('/c/course?language=en', 'fr')).toBe('/c/course?language=fr');
	expect(keyOf(dataOf('/'), 'en')).toBe('/__data.json?language=en');
	expect(keyOf(`http://here${dataOf('/c')}?x-sveltekit-invalidated=01`, 'en')).toBe(
		'/c/__data.json?language=en'
	);
});
