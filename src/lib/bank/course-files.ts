import type { Problem } from './problem.ts';

/*
 * What the files and folders of a course are, by their names.
 */

/** The name of the file that says what a bank is drawn from. */
export const PRIMER_FILE = 'primer.yaml';

/** The name of the file that tells teachers how to make lessons of a course. */
export const GUIDE_FILE = 'guide.yaml';

/**
 * The name of the file, in the folder of a course or of a translation, that lists what learners may type. The checker
 * alone reads it: it holds no items.
 */
export const ANSWERS_FILE = 'answers.yaml';

/** Whether a file is the primer. */
export function isPrimerFile(file: string): boolean {
	return isCalled(PRIMER_FILE, file);
}

/** Whether a file is the guide for teachers. */
export function isGuideFile(file: string): boolean {
	return isCalled(GUIDE_FILE, file);
}

/** Whether a file is that of what learners type. */
export function isAnswersFile(file: string): boolean {
	return isCalled(ANSWERS_FILE, file);
}

/** Whether a file, in whatever folder, has that name, with any capitals and either extension. */
function isCalled(name: string, file: string): boolean {
	const base = file.slice(file.lastIndexOf('/') + 1).toLowerCase();
	return base === name || base === name.replace(/\.yaml$/, '.yml');
}

/** Whether a file of a course is one of questions: not its primer, nor what is beside the questions. */
export function isItemFile(name: string): boolean {
	return isYaml(name) && !isPrimerFile(name) && !isGuideFile(name) && !isAnswersFile(name);
}

/** Whether a file is one that an author writes, by its name. */
export function isYaml(name: string): boolean {
	return /\.ya?ml$/i.test(name);
}

/** Whether a file or folder is not ours to read: a draft, or something of the system. */
export function isHidden(name: string): boolean {
	return name.startsWith('.') || name.startsWith('_');
}

/** Why something is skipped whose name begins like that of a draft. */
export const HIDDEN: Pick<Problem, 'message' | 'fix'> = {
	message: 'its name begins with a point or an underscore',
	fix: 'Rename it if it is to be read.'
};
