import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ANSWERS_FILE, PRIMER_FILE } from '#lib/bank/course-files.ts';
import { listFolder } from '#lib/bank/folder.server.ts';
import { holdsPrimer, nameProblems } from '#lib/bank/read-course.server.ts';

import { root } from '../setup/project.js';
import { questionsFolder } from './check.ts';
import { RefusedError, UsageError } from './usage.ts';

/** The files of the sample, each with the schema that tells an editor what it may contain. */
const FILES = new Map([
	[PRIMER_FILE, 'primer.json'],
	['1-months.yaml', 'items.json'],
	[ANSWERS_FILE, 'answers.json']
]);

/**
 * `five-points new <name>`: writes a small course with comments, to be rewritten. A name alone goes into the
 * folder of courses, a path to where it says.
 *
 * @param language a language tag, such as `fr`
 * @returns the exit status
 * @throws {UsageError} when there is not just one name
 * @throws {RefusedError} when the name or the language cannot be used, or something of that name exists
 */
export async function newCourse([name, ...more]: string[], language = 'en'): Promise<number> {
	if (name === undefined || more.length > 0) throw new UsageError('“new” takes the name of one course.');
	if (!isLanguage(language)) {
		throw new RefusedError(`“${language}” is not a language tag. Write one such as en, fr or pt-BR.`);
	}
	const folder = /[\\/]/.test(name) ? resolve(name) : join(questionsFolder(undefined), name);
	const [problem] = nameProblems(basename(folder));
	if (problem) throw new RefusedError(`“${name}”: ${problem.message}. ${problem.fix}`);
	if (await isThere(folder)) throw new RefusedError(`“${folder}” exists already. Choose another name.`);
	const around = dirname(folder);
	const listed = await listFolder({ path: around, real: around }, '');
	if ('entries' in listed && holdsPrimer(listed.entries)) {
		throw new RefusedError(
			`“${around}” is a course itself, and courses cannot be nested. Name another folder.`
		);
	}
	await write(folder, language);
	const shown = relative('', folder) || folder;
	process.stdout.write(
		`${[...FILES.keys()].map((file) => join(shown, file)).join('\n')}\n\nRewrite them, and look at them with:\n` +
			`  npx five-points check ${shown}\n  QUESTIONS=${shown} npm start -- --watch\n`
	);
	return 0;
}

async function write(folder: string, language: string): Promise<void> {
	const today = new Date().toISOString().slice(0, 10);
	try {
		await mkdir(folder, { recursive: true });
		for (const [file, schema] of FILES) {
			const sample = await readFile(fileURLToPath(new URL(`new-course/${file}`, import.meta.url)), 'utf8');
			const text = sample.replace('language: en', `language: ${language}`).replace('2026-01-15', today);
			await writeFile(join(folder, file), schemaLine(folder, schema) + text, { flag: 'wx' });
		}
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
		throw new RefusedError(
			`“${folder}” cannot be written${code}. Check the permissions of the folder around it.`
		);
	}
}

function schemaLine(folder: string, schema: string): string {
	const path = relative(folder, join(root, 'static/schema', schema));
	return `# yaml-language-server: $schema=${path.replaceAll('\\', '/')}\n`;
}

async function isThere(path: string): Promise<boolean> {
	return (await stat(path).catch(() => undefined)) !== undefined;
}

function isLanguage(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1;
	} catch {
		return false;
	}
}
