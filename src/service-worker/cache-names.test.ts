import { expect, test } from 'vitest';

import { filesCache, leftBehind, pagesCache } from './cache-names.ts';
import { dataOf, keyOf } from './key.ts';

const all = [
	filesCache('1'),
	pagesCache('1-a', 'fr'),
	filesCache('2'),
	pagesCache('2-a', 'fr'),
	pagesCache('2-b', 'fr'),
	pagesCache('2-a', 'en'),
	'somebody-else'
];
const kept = [pagesCache('2-b', 'fr'), pagesCache('2-a', 'en')];

test('only caches of other versions and of older questions are no longer needed', () => {
	expect(leftBehind(all, '2', kept, true)).toEqual([
		filesCache('1'),
		pagesCache('1-a', 'fr'),
		pagesCache('2-a', 'fr')
	]);
});

test('the caches of another version stay while a page or a newer worker may need them', () => {
	expect(leftBehind(all, '2', kept, false)).toEqual([pagesCache('2-a', 'fr')]);
});

test('a page is kept once, whatever else its address asks for', () => {
	expect(keyOf('http://here/fr/c/print?seed=a#b')).toBe('/fr/c/print');
	expect([keyOf('/c/'), keyOf('/'), keyOf('/fr')]).toEqual(['/c/', '/', '/fr']);
	expect([keyOf(dataOf('/')), keyOf(dataOf('/fr'))]).toEqual(['/__data.json', '/fr/__data.json']);
	expect(keyOf(`http://here${dataOf('/c')}?x-sveltekit-invalidated=01`)).toBe('/c/__data.json');
});
