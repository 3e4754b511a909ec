import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import {
	ANSWERS_FILE,
	GUIDE_FILE,
	HIDDEN,
	isAnswersFile,
	isGuideFile,
	isHidden,
	isPrimerFile,
	isYaml,
	PRIMER_FILE
} from './course-files.ts';
import { checkBank, type CheckedBank } from './check.ts';
import { listFolder, type Entry, type Root } from './folder.server.ts';
import type { Problem } from './problem.ts';
import { readText } from './read-text.server.ts';
import { isReserved } from './reserved.ts';
import type { SourceFile } from './source-file.ts';
import type { TranslationFolder } from './translation/check-translation.ts';
import { languageOfFolder } from './translation/language-tag.ts';

/** The size at which a file of questions is refused, in bytes: some ten thousand items. */
export const LARGEST_FILE = 16 * 1024 * 1024;

/** The total size of a folder's files at which they are refused, in bytes. */
const LARGEST_FOLDER = 64 * 1024 * 1024;

/** The most files of questions that a folder may hold. */
export const MOST_FILES = 1000;

/** What reading the folder of a course gave. */
export interface ReadCourse extends CheckedBank {
	/** What is not read although its name suggests that it was meant to be. */
	passedOver: Problem[];
}

/**
 * Reads the folder of a course, with its translations.
 *
 * @param folder its name, in the root
 */
export async function readCourse(root: Root, folder: string): Promise<ReadCourse> {
	const own = await readFiles(root, folder);
	const problems = [...nameProblems(folder), ...own.problems];
	const { passedOver } = own;
	if (own.isExcessive) return { problems, editions: [], passedOver };
	const translations: TranslationFolder[] = [];
	for (const name of own.folders) {
		const language = languageOfFolder(name);
		const path = `${folder}/${name}`;
		const read = await readFiles(root, path);
		if (language === undefined) {
			const stray = strayFolder(`${path}/`, read.files);
			if (stray) (stray.isCourse ? problems : passedOver).push(stray.problem);
			continue;
		}
		if (language !== name) {
			const message = 'the folder’s name is not a language tag as it is written';
			problems.push({ file: `${path}/`, message, fix: `Rename it to “${language}”.` });
		}
		problems.push(...read.problems);
		passedOver.push(...read.passedOver);
		if (read.files.length > 0) translations.push({ language, name: path, files: read.files });
	}
	const checked = checkBank(folder.normalize('NFC'), own.files, translations);
	if (problems.length === 0) return { ...checked, passedOver };
	return { problems: [...problems, ...checked.problems], editions: [], passedOver };
}

/** What is wrong with the name of a course’s folder, which becomes part of its address. */
export function nameProblems(folder: string): Problem[] {
	const file = `${folder}/`;
	if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(folder)) {
		const fix = 'Rename it, with letters, digits, hyphens, points and underscores only.';
		return [{ file, message: 'the folder’s name cannot be part of an address', fix }];
	}
	if (!isReserved(folder)) return [];
	const fix = `Rename it, such as to “${folder}-course”.`;
	return [{ file, message: 'the folder’s name is that of a page of the app', fix }];
}

/** A folder inside a course that holds questions, but by its name is not a translation. */
function strayFolder(
	file: string,
	files: readonly SourceFile[]
): { isCourse: boolean; problem: Problem } | undefined {
	if (files.length === 0) return undefined;
	if (files.some(({ name }) => isPrimerFile(name))) {
		const fix = 'Put it beside the other; or, if it is a translation, name it by its language, such as “fr”.';
		return { isCourse: true, problem: { file, message: 'this is a course within a course', fix } };
	}
	const fix = 'If it is a translation, name it by its language, such as “fr”.';
	return { isCourse: false, problem: { file, message: 'the folder’s name is no language', fix } };
}

/** Whether a folder with these entries has a primer, which makes it the folder of a course. */
export function holdsPrimer(entries: readonly Entry[]): boolean {
	return entries.some(({ name, is }) => is === 'file' && !isHidden(name) && isPrimerFile(name));
}

interface Files {
	files: SourceFile[];
	/** The names of the folders within. */
	folders: string[];
	problems: Problem[];
	passedOver: Problem[];
	/** There are more than the limit, and none was read. */
	isExcessive: boolean;
}

/** The files of questions in a folder, in the order of their names, and the names of the folders in it. */
async function readFiles(root: Root, folder: string): Promise<Files> {
	const listed = await listFolder(root, folder);
	if ('message' in listed)
		return { files: [], folders: [], problems: [listed], passedOver: [], isExcessive: false };
	const { entries } = listed;
	const seen = entries.filter(({ name }) => !isHidden(name));
	const all = seen.flatMap(({ name, is }) => (is === 'file' && isYaml(name) ? name : []));
	const surplus = SPECIAL.flatMap((special) => surplusOf(special, all));
	// What learners may type is read by the checker alone.
	const names = all.filter((name) => !isAnswersFile(name));
	const problems = seen.flatMap((entry) => flawOf(folder, entry));
	problems.push(...surplus.map(({ name, ...problem }) => ({ file: `${folder}/${name}`, ...problem })));
	const files: SourceFile[] = [];
	const tooMuch = await excess(root, folder, names);
	if (tooMuch) problems.push(tooMuch);
	for (const name of tooMuch ? [] : names.filter((each) => !surplus.some(({ name }) => name === each))) {
		const read = await readFileOf(root, `${folder}/${name}`);
		if ('text' in read) files.push(read);
		else problems.push(read);
	}
	return {
		files,
		folders: seen.flatMap(({ name, is }) => (is === 'folder' && !isYaml(name) ? name : [])),
		problems,
		passedOver: entries.flatMap((entry) => unread(folder, entry)),
		isExcessive: tooMuch !== undefined
	};
}

async function readFileOf(root: Root, name: string): Promise<SourceFile | Problem> {
	const path = join(root.path, name);
	const size = await sizeOf(path);
	if (size <= LARGEST_FILE) return readText(path, name);
	return {
		file: name,
		message: `the file has ${inMegabytes(size)} MB, and ${inMegabytes(LARGEST_FILE)} MB is the most that is read`,
		fix: 'Split it into several files of the same point, or check whether it is a file of questions at all.'
	};
}

/** More files, or larger ones, than can be meant. A single file that is too large is reported by itself. */
async function excess(root: Root, folder: string, names: readonly string[]): Promise<Problem | undefined> {
	const fix = 'Make several courses of it, or check whether these are files of questions at all.';
	if (names.length > MOST_FILES) {
		const message = `the folder has ${names.length} files of questions, and ${MOST_FILES} is the most that is read`;
		return { file: `${folder}/`, message, fix };
	}
	const sizes = await Promise.all(names.map((name) => sizeOf(join(root.path, folder, name))));
	const all = sizes.filter((size) => size <= LARGEST_FILE).reduce((sum, size) => sum + size, 0);
	if (all <= LARGEST_FOLDER) return undefined;
	const message = `the files have ${inMegabytes(all)} MB in all, and ${inMegabytes(LARGEST_FOLDER)} MB is the most that is read`;
	return { file: `${folder}/`, message, fix };
}

/** A file that cannot even be looked at is reported when it is read. */
async function sizeOf(path: string): Promise<number> {
	const found = await stat(path).catch(() => undefined);
	return found?.size ?? 0;
}

function inMegabytes(bytes: number): number {
	return Math.round(bytes / 1024 / 1024);
}

/** Why an entry that should be read, by its name, cannot be. */
function flawOf(folder: string, { name, is }: Entry): Problem[] {
	const file = `${folder}/${name}`;
	const isMeant = isYaml(name) || languageOfFolder(name) !== undefined;
	if (typeof is === 'object') return isMeant ? [{ file, ...is }] : [];
	if (!isYaml(name) || is === 'file') return [];
	const message =
		is === 'folder' ? 'this is a folder, and its name is that of a file' : 'this is no file that can be read';
	return [{ file, message, fix: 'Rename it, or take it away.' }];
}

/** A file that a folder holds once. */
interface Special {
	what: string;
	/** As it is usually written. */
	name: string;
	is: (name: string) => boolean;
}

const SPECIAL: readonly Special[] = [
	{ what: 'primer', name: PRIMER_FILE, is: isPrimerFile },
	{ what: 'guide', name: GUIDE_FILE, is: isGuideFile },
	{ what: 'file of answers', name: ANSWERS_FILE, is: isAnswersFile }
];

/** All files of that sort except the one that is read: the one with the right name, or else the first. */
function surplusOf(
	{ what, name: usual, is }: Special,
	names: readonly string[]
): { name: string; message: string; fix: string }[] {
	const found = names.filter(is);
	const kept = found.includes(usual) ? usual : found[0];
	const message = `there is another ${what} beside it`;
	return found.flatMap((name) => (name === kept ? [] : { name, message, fix: 'Keep one of the two.' }));
}

function unread(folder: string, { name, is }: Entry): Problem[] {
	const file = `${folder}/${name}`;
	if (isHidden(name) && isYaml(name)) return [{ file, ...HIDDEN }];
	if (is === 'file' && /\.ya?ml\W*\w+$/i.test(name) && !isHidden(name)) {
		return [{ file, message: 'its name does not end in “.yaml”', fix: 'Rename it if it is to be read.' }];
	}
	return [];
}
