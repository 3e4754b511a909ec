import { expect, test } from 'vitest';

import { wantedBy } from './request.ts';

const ROOT = 'http://here/';

const of = (address: string, mode = 'cors', method = 'GET') =>
	wantedBy({ method, mode, url: new URL(address, ROOT).href }, ROOT);

test.each([
	['_app/immutable/chunks/a.js', 'cors', 'client-file'],
	['_app/immutable/fr/entry/start.js', 'cors', 'client-file'],
	['icons/192.png', 'no-cors', 'client-file'],
	['', 'navigate', 'page'],
	['c/facts#F1', 'navigate', 'page'],
	['c/quiz?behaviour=exam', 'navigate', 'page'],
	['__data.json', 'cors', 'page-data'],
	['c/facts/__data.json?x-sveltekit-invalidated=01', 'cors', 'page-data'],
	['fr', 'navigate', 'page'],
	['fr/c/facts', 'navigate', 'page'],
	['fr/__data.json', 'cors', 'page-data'],
	['c/course', 'cors', 'course'],
	['fr/c/course', 'cors', 'course'],
	['c/outline', 'cors', 'course'],
	['c/outcomes', 'cors', 'course'],
	['c/quiz/items?ids=a', 'cors', 'items'],
	['fr/c/words', 'cors', 'file'],
	['c/words', 'navigate', 'page'],
	['fr/c/quiz/items?ids=a', 'cors', 'items'],
	['fr/manifest.webmanifest', 'cors', 'file'],
	['fr/c/quiz/views?seed=a', 'cors', undefined],
	['c/quiz/views?seed=a', 'cors', undefined],
	['_app/version.json', 'cors', undefined],
	['service-worker.js', 'same-origin', undefined],
	['live/stream', 'cors', undefined],
	['http://elsewhere/c', 'navigate', undefined],
	['http://here.elsewhere/c', 'navigate', undefined]
])('%s (%s) asks for: %s', (address, mode, wanted) => {
	expect(of(address, mode)).toBe(wanted);
});

test.each([
	['c/quiz?/act', 'navigate', 'POST', undefined],
	['c/quiz/sitting', 'cors', 'POST', undefined],
	['fr/c/quiz?/act', 'navigate', 'POST', undefined],
	['c/course', 'cors', 'HEAD', undefined],
	['language?back=%2F', 'cors', 'POST', undefined],
	['language?back=%2F', 'navigate', 'POST', 'language-choice'],
	['fr/language?back=%2F', 'navigate', 'POST', 'language-choice']
])('what is sent to %s (%s, %s) is: %s', (address, mode, method, wanted) => {
	expect(of(address, mode, method)).toBe(wanted);
});

test('a site below another one’s root is kept apart from its neighbours', () => {
	const of = (url: string) => wantedBy({ method: 'GET', mode: 'navigate', url }, 'http://here/points/');
	expect(of('http://here/points/c')).toBe('page');
	expect(of('http://here/points/fr/language')).toBe('page');
	expect(of('http://here/other')).toBeUndefined();
});
