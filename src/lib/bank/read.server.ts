import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

import type { Bank } from './bank.ts';
import { checkBank, type CheckedBank } from './check.ts';
import type { Locate } from './locate.ts';
import { BrokenBanks, type Problem } from './problem.ts';
import type { SourceFile } from './source-file.ts';
import type { Edition, TranslationFolder } from './translation/check-translation.ts';
import { languageOfFolder } from './translation/language-tag.ts';

/** The size at which a file of questions is refused, in bytes: some ten thousand items. */
export const LARGEST_FILE = 16 * 1024 * 1024;

/** A sound bank, with the means to say where each of its items was written, and the same in other languages. */
export interface LocatedBank {
	bank: Bank;
	locate: Locate;
	editions: Edition[];
}

/** What the folders of a folder hold. */
export interface ReadLibrary {
	/** The sound courses, in the order of their folders’ names. */
	located: LocatedBank[];
	/** The names of those that have a problem, in the same order. */
	broken: string[];
	/** All that is wrong, with the courses and with the folder itself. */
	problems: Problem[];
}

/** Reads every folder in a folder as a bank, in all its languages. */
export async function readLibrary(directory: string): Promise<ReadLibrary> {
	const listed = await listFolders(directory);
	if ('message' in listed) return { located: [], broken: [], problems: [listed] };
	const results = await Promise.all(listed.folders.map((folder) => readBank(directory, folder)));
	return {
		located: results.flatMap(({ bank, locate, editions }) =>
			bank && locate ? [{ bank, locate, editions }] : []
		),
		broken: listed.folders.filter((_, index) => !results[index]?.bank),
		problems: results.flatMap(({ problems }) => problems)
	};
}

/**
 * Reads every folder in a folder as a bank in the language that it was written in.
 *
 * @throws {BrokenBanks} with every problem, if there is any.
 */
export async function readSoundBanks(directory: string): Promise<Bank[]> {
	return (await readSoundLibrary(directory)).map(({ bank }) => bank);
}

/**
 * Reads every folder in a folder as a bank in all its languages.
 *
 * @throws {BrokenBanks} with every problem, if there is any.
 */
export async function readSoundLibrary(directory: string): Promise<LocatedBank[]> {
	const { located, problems } = await readLibrary(directory);
	if (problems.length > 0) throw new BrokenBanks(problems);
	return located;
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
		return unreadable(directory, error);
	}
}

async function readBank(directory: string, folder: string): Promise<CheckedBank> {
	const problems: Problem[] = [];
	if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(folder)) {
		problems.push({
			file: folder,
			message: 'the folder’s name cannot be part of an address',
			fix: 'Rename it, with letters, digits, hyphens, points and underscores only.'
		});
	}
	const own = await readFiles(directory, folder);
	const translations = await Promise.all(own.folders.map((name) => readTranslation(directory, folder, name)));
	problems.push(...own.problems, ...translations.flatMap((translation) => translation.problems));
	const folders = translations.flatMap((translation) => translation.folder ?? []);
	const checked = checkBank(folder, own.files, folders);
	if (problems.length === 0) return checked;
	return { problems: [...problems, ...checked.problems], editions: [] };
}

/** Reads a folder within that of a primer, if its name says that it holds a translation. */
async function readTranslation(
	directory: string,
	primer: string,
	folder: string
): Promise<{ folder?: TranslationFolder; problems: Problem[] }> {
	const language = languageOfFolder(folder);
	if (language === undefined) return { problems: [] };
	const name = `${primer}/${folder}`;
	const { files, problems } = await readFiles(directory, name);
	if (language !== folder) {
		const message = 'the folder’s name is not a language tag as it is written';
		problems.unshift({ file: `${name}/`, message, fix: `Rename it to “${language}”.` });
	}
	return { ...(files.length > 0 && { folder: { language, name, files } }), problems };
}

/** The YAML files of a folder, in the order of their names, and the names of the folders in it. */
async function readFiles(
	directory: string,
	folder: string
): Promise<{ files: SourceFile[]; folders: string[]; problems: Problem[] }> {
	const path = join(directory, folder);
	const files: SourceFile[] = [];
	const problems: Problem[] = [];
	const listed = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
		problems.push(unreadable(`${folder}/`, error));
		return [];
	});
	const entries = listed
		.filter(({ name }) => !isHidden(name))
		.sort((one, other) => (one.name < other.name ? -1 : 1));
	for (const entry of entries) {
		if (!entry.isFile() || !/\.ya?ml$/.test(entry.name)) continue;
		const read = await readSource(directory, join(path, entry.name));
		if ('text' in read) files.push(read);
		else problems.push(read);
	}
	return { files, folders: entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])), problems };
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

function unreadable(folder: string, error: unknown): Problem {
	return {
		file: folder,
		message: `the folder cannot be read (${reason(error)})`,
		fix: 'Check its name and its rights.'
	};
}

function isHidden(name: string): boolean {
	return name.startsWith('.') || name.startsWith('_');
}

function reason(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : 'for an unknown reason';
}
