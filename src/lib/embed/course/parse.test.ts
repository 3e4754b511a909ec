import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { checkBank } from '#lib/bank/check.ts';
import { filesOf, wholeCourse } from '#lib/bank/whole-fixtures.ts';
import { plainText } from '#lib/text/rich.ts';

import { drawQuiz } from './draw.ts';
import { parseCourse, readCourse } from './parse.ts';
import { courseFileOf } from './write.ts';

const { bank } = checkBank('b', filesOf(wholeCourse()));
if (!bank) throw new Error('The sample course is not sound.');
const whole = courseFileOf([bank]);
const text = JSON.stringify(whole);

/** The course with something else in one place. */
function withPart(path: readonly (string | number)[], part: unknown): unknown {
	const copy: unknown = JSON.parse(text);
	let at: unknown = copy;
	for (const step of path.slice(0, -1)) at = Reflect.get(Object(at), step);
	Reflect.set(Object(at), path.at(-1) ?? '', part);
	return copy;
}

test('what was written is read as it was', () => {
	expect(parseCourse(text)).toEqual({ course: whole });
});

test('a course in one language, as the app serves it, becomes a file of one language', () => {
	const read = parseCourse(JSON.stringify(bank));
	expect(read).toMatchObject({ course: { version: 1, banks: [{ primer: { id: 'b' } }] } });
});

describe('what is no course is told from one that is damaged, and where:', () => {
	test.for([
		['a file without its end', text.slice(0, -9), { code: 'not-json', at: '' }],
		['nothing', '', { code: 'not-json', at: '' }],
		['the page of a network that one has to log in to', '<!doctype html>', { code: 'not-json', at: '' }],
		['a list', '[]', { code: 'not-a-course', at: '' }],
		['another answer', '{"message":"There is no such course."}', { code: 'not-a-course', at: '' }],
		['another format', '{"format":"h5p","version":1}', { code: 'not-a-course', at: 'format' }],
		['a file without end', `"${'x'.repeat(32_000_000)}"`, { code: 'too-large', at: '' }]
	] as const)('%s', ([, given, problem]) => {
		expect(parseCourse(given)).toEqual({ problem });
	});

	const link = (href: unknown) => [{ tag: 'a', href, children: ['here'] }];
	const first = ['banks', 0, 'items', 0];
	test.for<[string, (string | number)[], unknown, object]>([
		['another version', ['version'], 2, { code: 'other-version', at: 'version', version: '2' }],
		['no edition', ['edition'], '', { code: 'damaged', at: 'edition' }],
		['no language', ['banks'], [], { code: 'damaged', at: 'banks' }],
		['no question', ['banks', 0, 'items'], [], { code: 'damaged', at: 'banks/0/items' }],
		['an unknown kind', [...first, 'kind'], 'constructor', { code: 'damaged', at: 'banks/0/items/0/kind' }],
		['a number as text', [...first, 'stem'], 5, { code: 'damaged', at: 'banks/0/items/0/stem' }],
		[
			'a question twice',
			['banks', 0, 'items', 1],
			whole?.banks[0].items[0],
			{ code: 'damaged', at: 'banks/0/items' }
		],
		[
			'a script in a text',
			[...first, 'stem'],
			[{ tag: 'script', children: ['alert(1)'] }],
			{ code: 'damaged', at: 'banks/0/items/0/stem/0' }
		],
		[
			'a link that runs a script',
			[...first, 'explanation'],
			link('javascript:alert(1)'),
			{ code: 'damaged', at: 'banks/0/items/0/explanation/0' }
		],
		[
			'a source that runs a script',
			['banks', 0, 'primer', 'source', 'address'],
			'javascript:alert(1)',
			{ code: 'damaged', at: 'banks/0/primer/source' }
		],
		[
			'a text without end',
			[...first, 'stem'],
			'x'.repeat(40_001),
			{ code: 'too-large', at: 'banks/0/items/0/stem' }
		]
	])('%s', ([, path, part, problem]) => {
		expect(readCourse(withPart(path, part))).toEqual({ problem });
	});

	test('nesting without end', () => {
		const depth = 100_000;
		const deep = `{"primer":{},"items":[],"x":${'['.repeat(depth)}${']'.repeat(depth)}}`;
		expect(parseCourse(deep)).toMatchObject({ problem: { code: 'too-large' } });
	});
});

test('whatever stands in any place of a course, reading it ends well: it is refused, or can be asked', () => {
	const places: (string | number)[][] = [];
	const walk = (value: unknown, path: (string | number)[]): void => {
		if (path.length > 0) places.push(path);
		if (typeof value !== 'object' || value === null) return;
		for (const [key, part] of Object.entries(value)) walk(part, [...path, key]);
	};
	walk(whole, []);
	fc.assert(
		fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 3 }), (path, part) => {
			const read = readCourse(withPart(path, part));
			if ('problem' in read) return;
			const [course] = read.course.banks;
			const { form } = drawQuiz(course, { number: 99 }, 'seed');
			expect(form.items.length).toBeGreaterThan(0);
			for (const { stem, explanation } of course.items)
				expect(plainText(stem) + plainText(explanation)).not.toBe('');
			expect(JSON.stringify(course)).not.toContain('javascript:');
		}),
		{ numRuns: 500 }
	);
});
