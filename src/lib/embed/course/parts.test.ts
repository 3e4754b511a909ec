import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { findItem } from '#lib/bank/bank.ts';
import { checkBank } from '#lib/bank/check.ts';
import { readLibrary } from '#lib/bank/read.server.ts';
import { filesOf, wholeCourse } from '#lib/bank/whole-fixtures.ts';
import { publicView, samples, score } from '#lib/kinds/index.ts';
import { seeded } from '#lib/chance/random.ts';

import { packed } from './course-file.ts';
import { drawQuiz } from './draw.ts';
import { parseCourse, type ParsedCourse } from './parse.ts';
import { explained, explanationsOf, questionsOf } from './parts.ts';
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

describe.each(Object.entries(courses))('a course %s', (_, course) => {
	if (!course) throw new Error('There is no such course.');
	const travelled = (file: object): unknown => JSON.parse(JSON.stringify(file));
	const first = courseOf(parseCourse(JSON.stringify(questionsOf(course, '?explanations=alone'))));

	test('asks, draws and scores the same before its explanations are there', () => {
		expect(first).toMatchObject({ edition: course.edition, explanations: '?explanations=alone' });
		for (const [index, whole] of course.banks.entries()) {
			const bare = first.banks[index];
			if (!bare) throw new Error('A language is missing.');
			expect(drawQuiz(bare, { number: 10 }, 'seed')).toEqual(drawQuiz(whole, { number: 10 }, 'seed'));
			for (const item of whole.items) {
				const other = findItem(bare, item.id);
				if (!other) throw new Error(`“${item.id}” is missing.`);
				expect(publicView(other, seeded('a'))).toEqual(publicView(item, seeded('a')));
				for (const response of [samples(item).right, samples(item).wrong])
					expect(fractionOf(score(other, response))).toBe(fractionOf(score(item, response)));
			}
		}
	});

	test('says nothing of why before that', () => {
		expect(JSON.stringify(first)).not.toMatch(/"(why|tempts|claim|note)":/);
	});

	test('is whole again with its explanations', () => {
		expect(explained(first, travelled(explanationsOf(course)))).toEqual({ course });
	});

	test('takes no explanations of another edition, and nothing else for explanations', () => {
		const rest = explanationsOf(course);
		const codeOf = (value: unknown) => {
			const read = explained(first, value);
			return 'problem' in read ? read.problem.code : undefined;
		};
		expect(codeOf({ ...rest, edition: 'other' })).toBe('other-version');
		expect(codeOf(course)).toBe('not-a-course');
		for (const value of [null, [], 'no', { banks: [] }]) expect(codeOf(value)).toBe('not-a-course');
		expect(codeOf({ ...rest, banks: [{ items: [{ stem: [{ tag: 'script', children: [] }] }] }] })).toBe(
			'damaged'
		);
		expect(codeOf({ ...rest, banks: [{ items: null }] })).toBe('damaged');
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

function courseOf(read: ParsedCourse) {
	if ('problem' in read) throw new Error(JSON.stringify(read.problem));
	return read.course;
}

function fractionOf(scored: ReturnType<typeof score>): number | undefined {
	return scored.state === 'scored' ? scored.fraction : undefined;
}
