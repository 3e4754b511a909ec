import { join } from 'node:path';

import { expect, test } from 'vitest';

import { Library } from '#lib/bank/library.server.ts';
import { readLibrary } from '#lib/bank/read.server.ts';

import { tell } from './tell.server.ts';

const folder = join(import.meta.dirname, '../../../questions');
const { located, problems } = await readLibrary(folder);
const library = new Library(folder, { courses: located, unavailable: [], problems });
const origin = 'https://quiz.school.example';

test.each([
	['a page', '/paris-call', 200],
	['what is no page', '/nothing', 404]
])(
	'what is told of %s is kept by others only where the operator has said where the server is',
	(_, path, status) => {
		const query = new URLSearchParams({ url: origin + path });
		const known = tell(query, { origin, isKnown: true }, library);
		expect([known.status, known.headers.get('vary'), known.headers.get('cache-control')]).toEqual([
			...[status, null, null]
		]);
		const said = tell(query, { origin, isKnown: false }, library);
		expect([said.status, said.headers.get('vary'), said.headers.get('cache-control')]).toEqual([
			...[status, 'Host', 'no-store']
		]);
	}
);

test('an address of the name that a request wrote is none of a server whose name is known', () => {
	const query = new URLSearchParams({ url: 'https://elsewhere.example/paris-call' });
	expect(tell(query, { origin, isKnown: true }, library).status).toBe(404);
});
