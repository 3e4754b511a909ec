import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';

import { expect, test } from 'vitest';

import { askedBy } from './asked.ts';
import { refusalOf } from './refuse.ts';

function asked(url: string) {
	return askedBy(Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url }));
}

test.each([
	'/embed/../paris-call/quiz',
	'/embed/%2e%2e/paris-call/quiz',
	'/embed/.%2E/paris-call/quiz',
	'/embed/./x',
	'/embed/x/..',
	'/embed/x/..#',
	'/embed\\..\\paris-call\\quiz',
	'/embed/#/../x',
	'/%E0%A4%A',
	'*',
	'http://elsewhere/',
	''
])('%s is refused: its page would not be the one that its headers are for', (url) => {
	expect(refusalOf(asked(url))).toMatchObject({ status: 400 });
});

test.each<[string, string]>([
	['/', '/'],
	['//', '//'],
	['/paris-call/quiz?at=/../x', '/paris-call/quiz'],
	['/%C3%A9t%C3%A9', '/été'],
	['/a%2Fb%5C%23%3F%25', '/a/b\\#?%'],
	['/..a/b../...', '/..a/b../...'],
	['/a b|^{}<>`\'"[]~!$&()*+,;=:@', '/a b|^{}<>`\'"[]~!$&()*+,;=:@'],
	['/@fs/x/y.ts', '/@fs/x/y.ts']
])('%s is read', (url, path) => {
	const read = asked(url);
	expect(read).toMatchObject({ path, isReadable: true });
	expect(refusalOf(read)).toBeUndefined();
});
