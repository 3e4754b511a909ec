import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { vi } from 'vitest';

import { main } from './main.ts';

// Each test starts the command, some of them several times, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const command = fileURLToPath(new URL('./five-points.js', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

/** A call of the command line. */
export interface Run {
	args: string[];
	/** Where; in the project unless given. */
	cwd?: string;
	/** The folder that QUESTIONS names. */
	questions?: string;
	node?: string;
}

/** Runs the command as a shell does. */
export function run({ args, cwd = root, questions = '', node = process.execPath }: Run) {
	const env = { ...process.env, QUESTIONS: questions };
	const { status, stdout, stderr } = spawnSync(node, [command, ...args], { cwd, env, encoding: 'utf8' });
	return { status, stdout, stderr };
}

/**
 * Runs the command in this process, since starting another takes longer than the command itself; {@link run}
 * is for what a shell sees.
 */
export function call(...args: string[]) {
	return callIn({ args });
}

/** Runs it so in a folder. */
export async function callIn({ args, cwd = root, questions = '' }: Omit<Run, 'node'>) {
	const here = process.cwd();
	process.chdir(cwd);
	vi.stubEnv('QUESTIONS', questions);
	const written = { stdout: '', stderr: '' };
	const streams = (['stdout', 'stderr'] as const).map((name) =>
		vi.spyOn(process[name], 'write').mockImplementation((text) => {
			written[name] += String(text);
			return true;
		})
	);
	try {
		return { status: await main(args), ...written };
	} finally {
		for (const stream of streams) stream.mockRestore();
		vi.unstubAllEnvs();
		process.chdir(here);
	}
}

/** A temporary folder with a copy of the shipped course, for tests to break. */
export function courseCopy() {
	let folder = '';
	const path = (...parts: string[]) => join(folder, ...parts);
	const file = (name: string) => path('questions/paris-call', name);
	const read = (name: string) => readFileSync(file(name), 'utf8');
	return {
		make: () => {
			folder = mkdtempSync(join(tmpdir(), 'five-points-'));
			cpSync(join(root, 'questions/paris-call'), path('questions/paris-call'), { recursive: true });
		},
		remove: () => rmSync(folder, { recursive: true }),
		/** From the temporary folder down. */
		path,
		/** A file of the course. */
		file,
		read,
		/** Puts a second primer beside it, which is the same. */
		addPrimer: (name: string) => cpSync(file(''), path('questions', name), { recursive: true }),
		/** Replaces a text in a file of the course, at its first occurrence. */
		change: (name: string, from: string | RegExp, to: string) => {
			const before = read(name);
			const after = before.replace(from, () => to);
			if (after === before) throw new Error(`${name} has no “${from}”.`);
			writeFileSync(file(name), after);
		}
	};
}
