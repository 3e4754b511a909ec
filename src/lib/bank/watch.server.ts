import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { CurrentLibrary } from './current-library.server.ts';
import { describeProblems } from './problem.ts';

/** How often the files are looked at: milliseconds. */
const EVERY = 75;

/** How deep the files of a folder of courses stand: course, translation. */
const DEPTH = 2;

/**
 * Reads a library again whenever a file of it has changed. The files are looked at over and over: notices of a file
 * system get lost with some editors, on mounted folders and in containers, and a few dozen files cost next to nothing.
 *
 * @param say told what became of it, for the terminal
 * @returns what ends it
 */
export function watchLibrary(library: CurrentLibrary, say: (text: string) => void): () => void {
	const ended = new AbortController();
	void watch(library, say, ended.signal);
	return () => ended.abort();
}

/** Reads a library again, and says what became of it. */
export async function rereadLibrary(library: CurrentLibrary, say: (text: string) => void): Promise<void> {
	await library.reread();
	say(toldOf(library));
}

async function watch(
	library: CurrentLibrary,
	say: (text: string) => void,
	ended: AbortSignal
): Promise<void> {
	// What has changed between the first reading and now would be missed: it is read once more.
	let read = '';
	let before = '';
	while (!hasEnded(ended)) {
		const now = await stateOf(library.now.folder, DEPTH);
		// A file that is just being written is read when it is whole.
		if (now !== read && now === before && !hasEnded(ended)) {
			const last = library.now.edition;
			await library.reread();
			read = now;
			if (library.now.edition !== last) say(toldOf(library));
		}
		before = now;
		await pause(ended);
	}
}

function hasEnded({ aborted }: AbortSignal): boolean {
	return aborted;
}

function toldOf({ now }: CurrentLibrary): string {
	const problems = describeProblems(now.problems);
	if (problems === '') return 'The questions were read again.';
	return `The questions have problems; what is broken is served as it was before.\n\n${problems}\n`;
}

/** When each file in a folder was written, and how large it is: another text for another state of the files. */
async function stateOf(folder: string, depth: number): Promise<string> {
	const names = await readdir(folder).catch(() => undefined);
	if (!names) return 'gone';
	const states = names
		.filter((name) => !name.startsWith('.'))
		.sort()
		.map(async (name) => {
			const path = join(folder, name);
			const found = await stat(path).catch(() => undefined);
			if (found?.isDirectory() && depth > 0) return `${name}/${await stateOf(path, depth - 1)}`;
			return `${name} ${found?.ino} ${found?.size} ${found?.mtimeMs}`;
		});
	return (await Promise.all(states)).join('\n');
}

/** It keeps no process from ending. */
function pause(ended: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, EVERY).unref();
		ended.addEventListener(
			'abort',
			() => {
				clearTimeout(timer);
				resolve();
			},
			{ once: true }
		);
	});
}
