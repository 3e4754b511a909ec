import { describe, expect, test } from 'vitest';

import * as v from 'valibot';

import { byId } from './by-id.ts';

const schema = v.strictObject({ kept: byId(v.strictObject({ marks: v.array(v.number()) })) });

/** Where the schema finds a fault, and of what type. */
function wrongWith(kept: unknown) {
	const { issues = [] } = v.safeParse(schema, { kept });
	return issues.map((issue) => [v.getDotPath(issue), issue.kind, issue.type]);
}

describe('what is kept by id', () => {
	test('may have any id', () => {
		const kept: unknown = JSON.parse(
			'{"constructor":{"marks":[1]},"prototype":{"marks":[]},"toString":{"marks":[]},"3":{"marks":[]},"":{"marks":[]}}'
		);
		const { output } = v.safeParse(schema, { kept });
		expect(output).toEqual({ kept });
	});

	test('leaves out what names the prototype of its object', () => {
		const kept: unknown = JSON.parse('{"__proto__":{"marks":"none"},"a":{"marks":[]}}');
		const { output } = v.safeParse(schema, { kept });
		expect(output).toStrictEqual({ kept: { a: { marks: [] } } });
	});

	test('names the id at which something is wrong', () => {
		expect(wrongWith({ a: { marks: [1] }, b: { marks: [1, 'two'] }, constructor: {} })).toEqual([
			['kept.b.marks.1', 'schema', 'number'],
			['kept.constructor.marks', 'schema', 'strict_object']
		]);
		expect(wrongWith({ a: { marks: [], made: 1 } })).toEqual([['kept.a.made', 'schema', 'strict_object']]);
	});

	test('is refused as no object', () => {
		for (const kept of [null, 3, 'text', true])
			expect(wrongWith(kept)).toEqual([['kept', 'schema', 'object']]);
		for (const kept of [[], [{ marks: [] }], [['a', { marks: [] }]]]) {
			expect(wrongWith(kept)).toEqual([['kept', 'schema', 'custom']]);
		}
	});
});
