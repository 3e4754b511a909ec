import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

import type { Bank } from './bank.ts';
import { checkBank, type CheckedBank } from './check.ts';
import type { Locate } from './locate.ts';
import { BrokenBanks, type Problem } from './problem.ts';
import type { SourceFile } from './source-file.ts';

/** The size at which a file of questions is refused, in bytes: some ten thousand items. */
export const LARGEST_FILE = 16 * 1024 * 1024;

/** A sound bank, with the means to say where each of its items was written. */
export interface LocatedBank {
	bank: Bank;
	locate: Locate;
}

/**
 * Reads every folder in a folder as a bank.
 *
 * @returns the sound banks, and all problems of the others
 */
export async function readBanks(directory: string): Promise<{ banks: Bank[]; problems: Problem[] }> {
	const { located, problems } = await readLocatedBanks(directory);
	return { banks: located.map(({ bank }) => bank), problems };
}

/** Reads every folder in a folder as a bank, as {@link readBanks} does, and keeps at hand where each item stands. */
export async function readLocatedBanks(
	directory: string
): Promise<{ located: LocatedBank[]; problems: Problem[] }> {
	const listed = await listFolders(directory);
	if ('message' in listed) return { located: [], problems: [listed] };
	const results = await Promise.all(listed.folders.map((folder) => readBank(directory, folder)));
	return {
		located: results.flatMap(({ bank, locate }) => (bank && locate ? [{ bank, locate }] : [])),
		problems: results.flatMap(({ problems }) => problems)
	};
}

/**
 * Reads every folder in a folder as a bank, or nothing at all.
 *
 * @throws {BrokenBanks} with every problem, if there is any.
 */
export async function readSoundBanks(directory: string): Promise<Bank[]> {
	const { banks, problems } = await readBanks(directory);
	if (problems.length > 0) throw new BrokenBanks(problems);
	return banks;
}

async function listFolders(directory: string): Promise<{ folders: string[] } | Problem> {
	try {
		const entries = await readdir(directory, { withFileTypes: true });
		const folders = entries
			.filter((entry) => entry.isDirectory() && !isHidden(entry.name))
			.map((entry) => entry.name)
			.sort();
		if (folders.length > 0) return { folders };
		return {
			file: directory,
			message: 'there is no folder of questions in it',
			fix: 'Name a folder that holds one folder for each primer; questions/ is one.'
		};
	} catch (error) {
		return {
			file: directory,
			message: `the folder cannot be read (${reason(error)})`,
			fix: 'Check its name and its rights.'
		};
	}
}

async function readBank(directory: string, folder: string): Promise<CheckedBank> {
	const path = join(directory, folder);
	const files: SourceFile[] = [];
	const problems: Problem[] = [];
	if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(folder)) {
		problems.push({
			file: folder,
			message: 'the folder’s name cannot be part of an address',
			fix: 'Rename it, with letters, digits, hyphens, points and underscores only.'
		});
	}
	for (const entry of await readdir(path, { withFileTypes: true })) {
		if (!entry.isFile() || isHidden(entry.name) || !/\.ya?ml$/.test(entry.name)) continue;
		const read = await readSource(directory, join(path, entry.name));
		if ('text' in read) files.push(read);
		else problems.push(read);
	}
	files.sort((a, b) => (a.name < b.name ? -1 : 1));
	const checked = checkBank(folder, files);
	return { ...(problems.length === 0 && checked), problems: [...problems, ...checked.problems] };
}

async function readSource(directory: string, path: string): Promise<SourceFile | Problem> {
	const name = relative(directory, path).replaceAll('\\', '/');
	try {
		const { size } = await stat(path);
		if (size > LARGEST_FILE) {
			return {
				file: name,
				message: `the file has ${Math.round(size / 1024 / 1024)} MB, and ${LARGEST_FILE / 1024 / 1024} MB is the most that is read`,
				fix: 'Split it into several files of the same point, or check whether it is a file of questions at all.'
			};
		}
		const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
		return { name, text };
	} catch (error) {
		return error instanceof TypeError
			? { file: name, message: 'the file is not text in UTF-8', fix: 'Save it as UTF-8.' }
			: { file: name, message: `the file cannot be read (${reason(error)})`, fix: 'Check its rights.' };
	}
}

function isHidden(name: string): boolean {
	return name.startsWith('.') || name.startsWith('_');
}

function reason(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : 'for an unknown reason';
}
