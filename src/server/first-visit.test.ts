import { expect, test } from 'vitest';

import { languageToOffer } from './first-visit.ts';

const FRENCH = { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.8' };

function offered(address: string, headers: Record<string, string> = FRENCH, method = 'GET') {
	const { pathname, searchParams } = new URL(address, 'http://here');
	return languageToOffer({ method, path: pathname, query: searchParams }, { host: 'here', ...headers });
}

test.each([
	['fr', 'fr'],
	['FR-ca;q=0.5, de', 'fr'],
	['de, fr;q=0.7, en;q=0.8', undefined],
	['en, fr', undefined],
	['fr;q=0, de', undefined],
	['de', undefined],
	['*', undefined],
	['', undefined],
	[';q=, ,fr;q=x', undefined]
])('whose browser prefers “%s” is offered %s', (language, wanted) => {
	expect(offered('/c', { 'accept-language': language })).toBe(wanted);
});

test('an address that names a language is taken at its word', () => {
	for (const address of ['/fr', '/fr/c/quiz', '/en', '/en/c', '/FR/c'])
		expect(offered(address)).toBeUndefined();
	expect(offered('/french')).toBe('fr');
});

test('whoever has chosen gets what they ask for; the first page of all leads to what they chose', () => {
	const chose = (language: string, more = {}) => ({
		...FRENCH,
		...more,
		cookie: `a=b; language=${language}`
	});
	expect([offered('/', chose('en')), offered('/c', chose('en'))]).toEqual([undefined, undefined]);
	expect([offered('/', chose('fr')), offered('/c', chose('fr'))]).toEqual(['fr', undefined]);
	expect(offered('/', chose('fr', { 'accept-language': 'en' }))).toBe('fr');
	expect(offered('/c', chose('tlh'))).toBe('fr');
});

test.each<[string, string, Record<string, string>, string?]>([
	['a form', '/c', {}, 'POST'],
	['a form that was loaded again', '/c/quiz?/act&seed=a', {}],
	['an exam that has begun', '/c/quiz?sitting=a.b', {}],
	['a link of ours', '/c', { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'document' }],
	['a link of ours over plain http', '/c', { referer: 'http://here/other' }],
	['a script', '/c', { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty' }],
	['a picture on another site', '/c', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' }]
])('%s leads nowhere else', (_, address, headers, method) => {
	expect(offered(address, { ...FRENCH, ...headers }, method)).toBeUndefined();
});

test.each<[string, Record<string, string>]>([
	['by hand', { 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' }],
	['from another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }],
	['in a frame of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' }],
	['from another site over plain http', { referer: 'http://elsewhere/' }],
	['from no address at all', { referer: 'about:blank' }]
])('who comes %s is offered their language, with a seed too', (_, headers) => {
	expect(offered('/c/quiz?seed=a', { ...FRENCH, ...headers })).toBe('fr');
	expect(offered('/c/quiz?seed=a', { ...FRENCH, ...headers }, 'HEAD')).toBe('fr');
});
