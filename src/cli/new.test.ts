import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { ITEMS, PRIMER } from '#lib/bank/fixtures.ts';

import { call, callIn, courseCopy } from './fixtures.ts';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'five-points-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const create = (...args: string[]) => callIn({ args: ['new', ...args], cwd: folder, questions: folder });

describe('five-points new', () => {
	test('writes a course with comments that passes the check without a word', async () => {
		const { status, stdout } = await create('history');
		expect(status).toBe(0);
		expect(stdout).toContain('npx five-points check history');
		const checked = await call('check', join(folder, 'history'));
		expect(checked.stdout).toMatch(/^history: .*\n1 primer read, no problem found\.\n$/);
		expect(checked.status).toBe(0);
		for (const file of ['primer.yaml', '1-months.yaml', 'answers.yaml']) {
			const text = readFileSync(join(folder, 'history', file), 'utf8');
			expect(text).toMatch(/^# yaml-language-server: \$schema=.*\.json\n# /);
			expect(text, 'block style, which no comma breaks').not.toMatch(/[{[]/);
		}
		expect(existsSync(join(folder, 'history/items.lock.json'))).toBe(false);
	});

	test('shows each part of the format, and says what it is for', async () => {
		await create('history');
		const written = ['primer.yaml', '1-months.yaml', 'answers.yaml']
			.map((file) => readFileSync(join(folder, 'history', file), 'utf8'))
			.join('');
		for (const part of ['licence', 'points', 'readings', 'outcomes', 'facts', 'words', 'stimuli'])
			expect(written).toMatch(new RegExp(String.raw`\n\s*# [^\n]+\n\s*${part}:\n`));
		expect(written).toMatch(/# The ids of questions that are gone[^\n]*\n# retired:\n/);
		expect(written.match(/\n {4}stimulus: ada-card\n/g)).toHaveLength(2);
		const typed = written.match(/\n {4}kind: (short-text|numeric)\n/g);
		expect(written.match(/\n {2}- item: /g)).toHaveLength(typed?.length ?? 0);
	});

	test.each(['fr', 'he', 'pt-BR'])('takes the language %s', async (language) => {
		expect((await create('cours', '--language', language)).status).toBe(0);
		expect(readFileSync(join(folder, 'cours/primer.yaml'), 'utf8')).toContain(`\nlanguage: ${language}\n`);
		expect((await call('check', folder)).status).toBe(0);
	});

	test('takes a folder before the name', async () => {
		expect((await create('elsewhere/history')).status).toBe(0);
		expect(existsSync(join(folder, 'elsewhere/history/primer.yaml'))).toBe(true);
	});

	test.each([
		[['settings'], 'that of a page of the app'],
		[['my course?'], 'cannot be part of an address'],
		[['_draft'], 'cannot be part of an address'],
		[['fr'], 'that of a page of the app'],
		[['there'], 'exists already'],
		[['course/inner'], 'is a course itself'],
		[['file/inner'], 'cannot be written'],
		[[], 'takes the name of one course'],
		[['one', 'two'], 'takes the name of one course'],
		[['history', '--language', 'English, mostly'], 'is not a language tag']
	])('refuses %j, and shows all commands only where this one was not understood', async (args, said) => {
		mkdirSync(join(folder, 'there'));
		mkdirSync(join(folder, 'course'));
		writeFileSync(join(folder, 'course/primer.yaml'), PRIMER);
		writeFileSync(join(folder, 'file'), '');
		const { status, stderr } = await create(...args);
		expect(stderr).toContain(said);
		expect(stderr.includes('Usage:')).toBe(said.startsWith('takes'));
		expect(status).toBe(2);
		expect(existsSync(join(folder, args[0] ?? '', 'primer.yaml'))).toBe(false);
	});
});

describe('a course that began as a copy of another', () => {
	const course = courseCopy();

	beforeEach(() => {
		course.make();
		for (const file of [
			'0-opening',
			'1-what-it-is',
			'2-who-backed-it',
			'3-who-did-not',
			'4-not-new',
			'5-timing'
		])
			rmSync(course.file(`${file}.yaml`));
		writeFileSync(course.file('primer.yaml'), PRIMER);
		writeFileSync(course.file('1.yaml'), ITEMS);
	});

	afterEach(course.remove);

	const REMEDY =
		'If the course began as a copy, delete guide.yaml, answers.yaml, items.lock.json and source-shingles.json, as far as they are there. If not, write the ids of this course’s items.';

	const check = async () => (await call('check', course.path('questions'))).stdout;

	test('is told once what to delete', async () => {
		expect(await check()).toBe(
			'Problems\nparis-call/fr/: the translation belongs to another course: hardly any of its items is in this one\n' +
				`    ${REMEDY}\n\n`.replace('delete ', 'delete paris-call/fr/, ') +
				'1 problem in 1 file.\n'
		);
	});

	test('is told once of the guide where no translation is left', async () => {
		rmSync(course.file('fr'), { recursive: true });
		expect(await check()).toBe(
			'Problems\nparis-call/guide.yaml: the guide belongs to another course: hardly any of the items that it names is in this one\n' +
				`    ${REMEDY}\n\n1 problem in 1 file.\n`
		);
	});

	test('is told once of the answers where only they are left', async () => {
		for (const left of ['fr', 'guide.yaml', 'items.lock.json', 'source-shingles.json'])
			rmSync(course.file(left), { recursive: true, force: true });
		const [problems] = (await check()).split('\n\n');
		expect(problems?.replace(/:\d+:\d+/, '')).toBe(
			'Problems\nparis-call/answers.yaml: the answers belong to another course: hardly any of their items is in this one\n' +
				`    ${REMEDY}`
		);
	});

	test('is told of the lock alone where only that is left', async () => {
		for (const left of ['fr', 'guide.yaml', 'answers.yaml']) rmSync(course.file(left), { recursive: true });
		const found = (await check()).split('\n').filter((line) => line.includes('(S-01)'));
		expect(found).toEqual([
			expect.stringContaining('items.lock.json belongs to another course: hardly any of its')
		]);
		rmSync(course.file('items.lock.json'));
		expect(await check()).not.toContain('(S-01)');
	});
});
