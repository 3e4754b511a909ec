import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

import { HIDDEN, isHidden, isYaml } from './course-files.ts';
import type { Bank } from './bank.ts';
import { listFolder, reason, type Entry, type Root } from './folder.server.ts';
import type { Locate } from './locate.ts';
import { BrokenBanks, type Problem } from './problem.ts';
import { holdsPrimer, readCourse } from './read-course.server.ts';
import type { Edition } from './translation/check-translation.ts';
import { languageOfFolder } from './translation/language-tag.ts';

/** The most courses that a folder may hold. */
const MOST_COURSES = 1000;

/** A sound bank in all its languages, which can say where each of its items was written. */
export interface LocatedBank {
	bank: Bank;
	locate: Locate;
	editions: Edition[];
	/** The path of its folder. */
	folder: string;
}

/** What the folders in a folder hold. */
export interface ReadLibrary {
	/** The sound courses, in the order of their folders’ names. */
	located: LocatedBank[];
	/** The names of those that have a problem, in the same order. */
	broken: string[];
	/** Everything wrong with the courses and with the folder itself. */
	problems: Problem[];
	/** What is not read although its name suggests that it was meant to be. */
	passedOver: Problem[];
}

/**
 * Reads every folder in a folder as a course, in all its languages; or the folder itself, if it is that of a course.
 */
export async function readLibrary(directory: string): Promise<ReadLibrary> {
	const path = resolve(directory);
	const found = await find(path);
	const library: ReadLibrary = { ...found, located: [], broken: [] };
	for (const folder of found.folders) {
		const { bank, locate, editions, problems, passedOver } = await readCourse(found.root, folder);
		library.problems.push(...problems);
		library.passedOver.push(...passedOver);
		if (bank && locate) {
			library.located.push({ bank, locate, editions, folder: join(found.root.path, folder) });
		} else library.broken.push(folder.normalize('NFC'));
	}
	return library;
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

interface Found {
	root: Root;
	/** The names of the courses’ folders, in the root. */
	folders: string[];
	problems: Problem[];
	passedOver: Problem[];
}

/** Where the courses are. */
async function find(path: string): Promise<Found> {
	const none = { root: { path, real: path }, folders: [], passedOver: [] };
	const real = await realpath(path).catch((error: unknown) => reason(error));
	const root = { path, real };
	const listed = await listFolder(root, '');
	if ('message' in listed) return { ...none, problems: [listed] };
	const { entries } = listed;
	if (await isCourse(root, entries)) {
		return {
			root: { path: dirname(path), real },
			folders: [basename(path)],
			problems: [],
			passedOver: []
		};
	}
	const folders = entries.flatMap(({ name, is }) => (is === 'folder' && !isHidden(name) ? name : []));
	const problems = entries.flatMap(({ name, is }): Problem[] =>
		typeof is === 'object' && !isHidden(name) ? [{ file: name, ...is }] : []
	);
	if (folders.length > MOST_COURSES) {
		const message = `the folder has ${folders.length} folders, and ${MOST_COURSES} courses are the most that are read`;
		const fix = 'Check whether it is the folder of courses at all.';
		return { ...none, problems: [{ file: path, message, fix }] };
	}
	if (folders.length === 0 && problems.length === 0) {
		problems.push({
			file: path,
			message: 'there is no folder of questions in it',
			fix: 'Name the folder of a course, or one that holds such folders; questions/ is one.'
		});
	}
	return { root, folders, problems, passedOver: entries.flatMap(passedOver) };
}

/** Whether a folder is itself a course: it has a primer, or it has items and no course beside them. */
async function isCourse(root: Root, entries: readonly Entry[]): Promise<boolean> {
	if (holdsPrimer(entries)) return true;
	if (!entries.some(({ name, is }) => is === 'file' && !isHidden(name) && isYaml(name))) return false;
	const others = entries.filter(
		({ name, is }) => is === 'folder' && !isHidden(name) && languageOfFolder(name) === undefined
	);
	const listings = await Promise.all(others.map(({ name }) => listFolder(root, name)));
	return !listings.some((listed) => 'entries' in listed && holdsPrimer(listed.entries));
}

/** What is beside the courses as if it were one or belonged to one. */
function passedOver({ name, is }: Entry): Problem[] {
	if (is === 'folder') return name.startsWith('_') ? [{ file: `${name}/`, ...HIDDEN }] : [];
	if (is !== 'file' || !isYaml(name)) return [];
	const fix = 'Put it into the folder of its course.';
	return [{ file: name, message: 'the file is beside the courses and in none of them', fix }];
}
