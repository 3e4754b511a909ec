import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const command = fileURLToPath(new URL('./five-points.js', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

interface Run {
	args: string[];
	cwd?: string;
	questions?: string;
	node?: string;
}

function run({ args, cwd = root, questions = '', node = process.execPath }: Run) {
	const env = { ...process.env, QUESTIONS: questions };
	const { status, stdout, stderr } = spawnSync(node, [command, ...args], { cwd, env, encoding: 'utf8' });
	return { status, stdout, stderr };
}

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'five-points-'));
	cpSync(join(root, 'questions/paris-call'), join(folder, 'questions/paris-call'), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Writes one text of a copied file otherwise, in its first place. */
function change(file: string, from: string, to: string): void {
	const path = join(folder, 'questions/paris-call', file);
	const text = readFileSync(path, 'utf8');
	expect(text).toContain(from);
	writeFileSync(path, text.replace(from, to));
}

describe('five-points check', () => {
	test('says what was read when all is sound', () => {
		expect(run({ args: ['check'] })).toEqual({
			status: 0,
			stdout: expect.stringMatching(
				/^paris-call: The Paris Call, \d+ items, \d+ facts\n1 primer read, no problem found\.\n$/
			),
			stderr: ''
		});
	});

	test('prints every problem with its place, what is wrong and what to do, and a summary', () => {
		change('0-opening.yaml', 'difficulty: 1', 'dificulty: 1');
		change('primer.yaml', 'language: en', 'language: English, mostly');
		const { status, stdout } = run({ args: ['check', join(folder, 'questions')] });
		expect(status).toBe(1);
		expect(stdout).toContain(
			'paris-call/0-opening.yaml:7:5: “launch-event”: the key “dificulty” is not known\n    Did you mean “difficulty”?\n'
		);
		expect(stdout).toContain(
			'paris-call/primer.yaml:4:11: language: is not a language tag\n    Write one such as en'
		);
		expect(stdout).toMatch(/\n3 problems in 2 files\.\n$/);
	});

	test('reads ./questions, or the folder that QUESTIONS names, unless told otherwise', () => {
		change('primer.yaml', 'title: The Paris Call', 'title: Another title');
		const first = (at: Partial<Run>) => run({ args: ['check'], ...at }).stdout.split(',')[0];
		expect(first({ cwd: folder })).toBe('paris-call: Another title');
		expect(first({ questions: join(folder, 'questions') })).toBe('paris-call: Another title');
		expect(first({ questions: join(folder, 'nowhere'), args: ['check', 'questions'] })).toBe(
			'paris-call: The Paris Call'
		);
	});

	test('prints JSON', () => {
		const sound = run({ args: ['check', '--json'] });
		expect(JSON.parse(sound.stdout)).toEqual({
			problems: [],
			banks: [
				{ id: 'paris-call', title: 'The Paris Call', items: expect.any(Number), facts: expect.any(Number) }
			]
		});
		const missing = run({ args: ['check', '--json', join(folder, 'nowhere')] });
		expect(missing.status).toBe(1);
		expect(JSON.parse(missing.stdout)).toEqual({
			problems: [
				{ file: join(folder, 'nowhere'), message: expect.stringContaining('ENOENT'), fix: expect.any(String) }
			],
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

	test.each([
		['no command', [], 'No command was given.'],
		['an unknown command', ['chekc'], 'There is no command “chekc”.'],
		['an unknown option', ['check', '--jsn'], "Unknown option '--jsn'"],
		['two folders', ['check', 'a', 'b'], '“check” takes one folder.']
	])('refuses %s', (_, args, said) => {
		const { status, stdout, stderr } = run({ args });
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
