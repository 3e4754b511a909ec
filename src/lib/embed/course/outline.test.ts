import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { checkBank } from '#lib/bank/check.ts';
import { readLibrary } from '#lib/bank/read.server.ts';
import { filesOf, wholeCourse } from '#lib/bank/whole-fixtures.ts';

import { packed } from './course-file.ts';
import { drawQuiz } from './draw.ts';
import { itemsOf, outlineOf, someItems } from './outline.ts';
import { isOutline, readItems, readOutline, type ParsedOutline } from './parse-outline.ts';
import { parseCourse } from './parse.ts';
import { courseFileOf } from './write.ts';

const { bank } = checkBank('b', filesOf(wholeCourse()));
const { located } = await readLibrary(join(import.meta.dirname, '../../../../questions'));
const [shipped] = located;
const courses = {
	'with every kind of question': courseFileOf(bank ? [bank] : []),
	'in two languages': courseFileOf(
		shipped ? [shipped.bank, ...shipped.editions.map((each) => each.bank)] : []
	)
};

const travelled = (file: object): unknown => JSON.parse(JSON.stringify(file));

/** What is read of something. */
function outlineIn(value: unknown): ParsedOutline {
	return isOutline(value) ? readOutline(value) : { problem: { code: 'not-a-course', at: '' } };
}

/** A value with something else in one place. */
function withPart(whole: object, path: readonly (string | number)[], part: unknown): unknown {
	const copy = travelled(whole);
	let at: unknown = copy;
	for (const step of path.slice(0, -1)) at = Reflect.get(Object(at), step);
	Reflect.set(Object(at), path.at(-1) ?? '', part);
	return copy;
}

/** All places in a value. */
function placesIn(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
	const below =
		typeof value === 'object' && value !== null
			? Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))
			: [];
	return path.length > 0 ? [[...path], ...below] : below;
}

describe.each(Object.entries(courses))('a course %s', (_, course) => {
	if (!course) throw new Error('There is no such course.');
	const outline = outlineOf(course, (language) => `?language=${language}&ids=`);
	const ids = course.banks[0].items.map(({ id }) => id);

	test('is read from its outline as it was written', () => {
		expect(outlineIn(travelled(outline))).toEqual({ course: outline });
		expect(outline.banks.map(({ itemsAt }) => itemsAt)).toEqual(
			course.banks.map(({ primer }) => `?language=${primer.language}&ids=`)
		);
	});

	test('draws the same from its outline, whatever is asked for', () => {
		const wanted = fc.record(
			{
				points: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
				number: fc.integer({ min: 1, max: 40 }),
				items: fc.subarray(ids, { minLength: 1 }),
				order: fc.constantFrom('mixed' as const, 'fixed' as const)
			},
			{ requiredKeys: [] }
		);
		fc.assert(
			fc.property(wanted, fc.stringMatching(/^[a-z0-9]{1,8}$/), (options, seed) => {
				for (const [index, whole] of course.banks.entries()) {
					const part = outline.banks[index];
					expect(part && drawQuiz(part, options, seed)).toEqual(drawQuiz(whole, options, seed));
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('says in it nothing of what is asked, nor of what is right', () => {
		expect(JSON.stringify(outline)).not.toMatch(
			/"(stem|interaction|explanation|hint|why|claim|note|text|correct)":/
		);
	});

	test('gives its items, whichever are asked for, and all that explains them', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray(ids, { minLength: 1 }), (some) => {
				const read = readItems(travelled(someItems(course, some)), course.edition, some);
				expect(read).toEqual({ items: travelled(itemsOf(course.banks[0], some)) });
			}),
			{ numRuns: 30 }
		);
	});

	test('gives no items of another edition, no others, and nothing else for items', () => {
		const [one = '', other = ''] = ids;
		const some = someItems(course, [one]);
		const codeOf = (value: unknown, wanted = [one]) => {
			const read = readItems(value, course.edition, wanted);
			if (read === 'other-edition') return read;
			return 'problem' in read ? read.problem.code : undefined;
		};
		expect(codeOf(some)).toBeUndefined();
		expect(codeOf({ ...some, edition: 'other' })).toBe('other-edition');
		expect(codeOf({ ...some, version: 2 })).toBe('other-version');
		expect(codeOf(some, [one, other])).toBe('damaged');
		expect(codeOf(some, [other])).toBe('damaged');
		for (const value of [null, [], 'no', course, outline]) expect(codeOf(value)).toBe('not-a-course');
		const stem = [{ tag: 'script', children: ['alert(1)'] }];
		expect(codeOf(withPart(some, ['items', 0, 'stem'], stem))).toBe('damaged');
	});

	test('is read from a page that has it packed', () => {
		expect(parseCourse(JSON.stringify(packed(course)))).toEqual({ course });
		const hostile = { ...packed(course), translations: [{ primer: { points: 'none' } }] };
		expect(parseCourse(JSON.stringify(hostile))).toMatchObject({ problem: { code: 'damaged' } });
		expect(parseCourse(JSON.stringify({ ...hostile, translations: {} }))).toEqual({
			problem: { code: 'damaged', at: 'translations' }
		});
	});
});

test('whatever stands in any place of an outline, it is refused, or a quiz can be drawn', () => {
	const course = courses['with every kind of question'];
	if (!course) throw new Error('There is no such course.');
	const outline = outlineOf(course, () => '?ids=');
	const places = placesIn(outline);
	fc.assert(
		fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 3 }), (path, part) => {
			const read = outlineIn(withPart(outline, path, part));
			if ('problem' in read) return;
			const { form } = drawQuiz(read.course.banks[0], { number: 99 }, 'seed');
			expect(form.items.length).toBeGreaterThan(0);
		}),
		{ numRuns: 500 }
	);
});

test('whatever stands in any place of some items, they are refused, or hold nothing that runs', () => {
	const course = courses['in two languages'];
	if (!course) throw new Error('There is no such course.');
	const ids = course.banks[0].items.slice(0, 4).map(({ id }) => id);
	const some = someItems(course, ids);
	const places = placesIn(some);
	const hostile = fc.constantFrom<unknown>(
		...[null, 5, '', [], {}, 'javascript:alert(1)', [{ tag: 'script', children: [] }]],
		[{ tag: 'a', href: 'javascript:alert(1)', children: ['here'] }]
	);
	fc.assert(
		fc.property(fc.constantFrom(...places), hostile, (path, part) => {
			const read = readItems(withPart(some, path, part), course.edition, ids);
			if (read === 'other-edition' || 'problem' in read) return;
			expect(JSON.stringify(read.items)).not.toMatch(/"(href|address)":"javascript:|"tag":"script"/);
		}),
		{ numRuns: 500 }
	);
});
