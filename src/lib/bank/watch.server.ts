import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { CurrentLibrary } from './current-library.server.ts';
import { describeProblems } from './problem.ts';

/** How often the files are looked at: milliseconds. */
const EVERY = 75;

/** How deep the files of a folder of courses are: course, translation. */
const DEPTH = 2;

/**
 * Reads a library again whenever one of its files has changed. It polls: file-system events get lost with
 * some editors, on mounted folders and in containers, and polling a few dozen files costs next to nothing.
 *
 * @param say receives the result as text for the terminal
 * @returns a function that stops it
 */
export function watchLibrary(library: CurrentLibrary, say: (text: string) => void): () => void {
	const ended = new AbortController();
	void watch(library, say, ended.signal);
	return () => ended.abort();
}

/** Reads a library again, and reports the result. */
export async function rereadLibrary(library: CurrentLibrary, say: (text: string) => void): Promise<void> {
	await library.reread();
	say(toldOf(library));
}

async function watch(
	library: CurrentLibrary,
	say: (text: string) => void,
	ended: AbortSignal
): Promise<void> {
	// Changes between the first reading and now would be missed, so it is read once more.
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

/** When each file in a folder was written, and how large it is, as one text that changes with the files. */
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

/** A timer that does not keep the process alive. */
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
