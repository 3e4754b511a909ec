import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { call, callIn, courseCopy, run, type Run } from './fixtures.ts';

const course = courseCopy();

beforeEach(course.make);
afterEach(course.remove);

describe('five-points check', () => {
	test('says what was read when all is sound', () => {
		expect(run({ args: ['check'] })).toEqual({
			status: 0,
			stdout: expect.stringMatching(
				/(^|\n)paris-call: The Paris Call, \d+ items, \d+ facts, translated into French\n1 primer read, no problem found(, \d+ worth a look)?(, \d+ findings? set aside with a reason)?\.\n$/
			),
			stderr: ''
		});
	});

	test('says how many items are kept for exams', async () => {
		const read = async () =>
			/^paris-call: .*$/m.exec((await call('check', course.path('questions'))).stdout)?.[0];
		course.change('0-opening.yaml', '- id: launch-event', '- id: launch-event\n    for: exam');
		expect(await read()).toMatch(/, \d+ items \(1 for exams alone\), \d+ facts/);
		// A guide names items to ask in class.
		for (const guide of ['guide.yaml', 'fr/guide.yaml']) rmSync(course.file(guide));
		course.change('primer.yaml', 'language: en', 'language: en\nserves: exam');
		expect(await read()).toMatch(/, \d+ items for exams alone, \d+ facts/);
	});

	test('prints every problem with its place, what is wrong and what to do, and a summary', async () => {
		course.change('0-opening.yaml', 'difficulty: 1', 'dificulty: 1');
		course.change('primer.yaml', 'language: en', 'language: English, mostly');
		const { status, stdout } = await call('check', course.path('questions'));
		expect(status).toBe(1);
		expect(stdout).toContain(
			'paris-call/0-opening.yaml:7:5: “launch-event”: the key “dificulty” is not known\n    Did you mean “difficulty”?\n'
		);
		expect(stdout).toContain(
			'paris-call/primer.yaml:4:11: language: is not a language tag\n    Write one such as en'
		);
		expect(stdout).toMatch(/\n2 problems in 2 files\.\n$/);
	});

	test('reads ./questions, or the folder that QUESTIONS names, unless told otherwise', async () => {
		course.change('primer.yaml', 'title: The Paris Call', 'title: Another title');
		const title = async (at: Partial<Run>) =>
			/^paris-call: (.*?),/m.exec((await callIn({ args: ['check'], ...at })).stdout)?.[1];
		expect(await title({ cwd: course.path() })).toBe('Another title');
		expect(await title({ questions: course.path('questions') })).toBe('Another title');
		expect(await title({ questions: course.path('nowhere'), args: ['check', 'questions'] })).toBe(
			'The Paris Call'
		);
	});

	test('takes the folder of a course itself, with its lock, and names what is passed over', async () => {
		const file = course.path('questions/paris-call/_draft.yaml');
		writeFileSync(file, 'Not read.');
		const { status, stdout } = await callIn({ args: ['check', 'paris-call'], cwd: course.path('questions') });
		expect(stdout).toMatch(/^Passed over\nparis-call\/_draft\.yaml: its name begins with/);
		expect(stdout).toMatch(
			/\nparis-call: The Paris Call, .*translated into French\n1 primer read, no problem found/
		);
		expect(status).toBe(0);
		course.change('items.lock.json', '"items"', '"itmes"');
		const broken = await call('check', course.path('questions/paris-call'));
		expect(broken.stdout).toContain('paris-call/items.lock.json: it is not as this version writes it');
	});

	test('scores what learners may type, and names what is not scored as it is listed', async () => {
		course.change(
			'answers.yaml',
			'  - item: trust-word\n    right: [trust',
			'  - item: trust-word\n    right: [Dubai'
		);
		const { status, stdout } = await call('check', course.path('questions'));
		expect(status).toBe(1);
		expect(stdout).toMatch(
			/paris-call\/answers\.yaml:\d+:\d+: “trust-word” right\[0\]: “Dubai” is not scored as right\n/
		);
		expect(stdout).toMatch(/\n1 problem in 1 file\.\n$/);
	});

	test('prints JSON', async () => {
		const sound = await call('check', '--json');
		expect(JSON.parse(sound.stdout)).toEqual({
			problems: [],
			findings: expect.any(Array),
			setAside: expect.any(Array),
			missing: [],
			banks: [
				{
					id: 'paris-call',
					title: 'The Paris Call',
					items: expect.any(Number),
					kept: 0,
					facts: expect.any(Number),
					languages: ['en', 'fr']
				}
			]
		});
		const missing = await call('check', '--json', course.path('nowhere'));
		expect(missing.status).toBe(1);
		expect(JSON.parse(missing.stdout)).toEqual({
			problems: [
				{ file: course.path('nowhere'), message: expect.stringContaining('ENOENT'), fix: expect.any(String) }
			],
			findings: [],
			setAside: [],
			missing: [],
			banks: []
		});
	});
});

describe('five-points', () => {
	test('explains itself', () => {
		const { status, stdout, stderr } = run({ args: ['--help'] });
		expect([status, stderr]).toEqual([0, '']);
		expect(stdout).toContain('five-points <command>');
	});

	test('ends with the status of its command, which is told where errors are', () => {
		expect(run({ args: ['chekc'] })).toEqual({
			status: 2,
			stdout: '',
			stderr: expect.stringContaining('There is no command “chekc”.')
		});
	});

	test.each([
		['no command', [], 'No command was given.'],
		['an unknown command', ['chekc'], 'There is no command “chekc”.'],
		['an unknown option', ['check', '--jsn'], "Unknown option '--jsn'"],
		['two folders', ['check', 'a', 'b'], '“check” takes one folder.']
	])('refuses %s', async (_, args, said) => {
		const { status, stdout, stderr } = await call(...args);
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toContain(said);
		expect(stderr).toContain('Usage: five-points');
	});

	const systemNode = '/usr/bin/node';
	const older = spawnSync(systemNode, ['-p', 'process.versions.node.split(".")[0]'], {
		encoding: 'utf8'
	}).stdout;
	test.skipIf(!(Number(older) < 24))(
		'hands over to the project’s own Node where an older one starts it',
		() => {
			expect(run({ args: ['check'], node: systemNode }).status).toBe(0);
			expect(run({ args: ['check', '/nowhere'], node: systemNode }).status).toBe(1);
		}
	);
});
