import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import type { Problem } from './problem.ts';

/** The folder that holds all files of questions: nothing outside it is read. */
export interface Root {
	/** Names of files are relative to this. */
	path: string;
	/** Where links may lead: the folder's real path. */
	real: string;
}

/** What an entry of a folder is, links followed; or what is wrong with it. */
export interface Entry {
	name: string;
	is: 'file' | 'folder' | 'neither' | Pick<Problem, 'message' | 'fix'>;
}

/** What a folder holds, in the order of names, or why it cannot be read. */
export type Listing = { entries: Entry[] } | Problem;

/**
 * Lists a folder, and follows the links in it as far as they stay within the root: a mounted configuration is made of
 * such links.
 *
 * @param name of the folder, from the root down; empty for the root itself
 */
export async function listFolder(root: Root, name: string): Promise<Listing> {
	const path = join(root.path, name);
	try {
		const found = await readdir(path, { withFileTypes: true });
		const here = await realpath(path);
		const entries = found
			.sort((one, other) => (one.name < other.name ? -1 : 1))
			.map(async (entry): Promise<Entry> => {
				if (entry.isFile()) return { name: entry.name, is: 'file' };
				if (entry.isDirectory()) return { name: entry.name, is: 'folder' };
				const is = entry.isSymbolicLink() ? await follow(root, here, entry.name) : 'neither';
				return { name: entry.name, is };
			});
		return { entries: await Promise.all(entries) };
	} catch (error) {
		const message = `the folder cannot be read (${reason(error)})`;
		return { file: name ? `${name}/` : root.path, message, fix: 'Check its name and permissions.' };
	}
}

/** @param folder the real path of the folder that holds the link */
async function follow(root: Root, folder: string, name: string): Promise<Entry['is']> {
	try {
		const real = await realpath(join(folder, name));
		if (!isWithin(real, root.real)) {
			return {
				message: 'this is a link that leads out of the folder of questions',
				fix: 'Put the thing itself here: what is outside is never read.'
			};
		}
		if (isWithin(folder, real)) return circle;
		const found = await stat(real);
		return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'neither';
	} catch (error) {
		if (reason(error) === 'ELOOP') return circle;
		return {
			message: 'this is a link to something that does not exist',
			fix: 'Link to something in this folder, or delete it.'
		};
	}
}

const circle = { message: 'this is a link that leads in a circle', fix: 'Delete it.' };

/** Whether a path is that of a folder, or below it. */
function isWithin(path: string, folder: string): boolean {
	const way = relative(folder, path);
	return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
}

/** The system's word for what went wrong, such as `EACCES`. */
export function reason(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : 'for an unknown reason';
}
