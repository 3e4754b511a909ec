import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';

import { findItem } from '#lib/bank/bank.ts';
import { difficulties } from '#lib/bank/difficulty.ts';
import { eligible, mostTogether } from '#lib/bank/draw.ts';
import { describeProblems } from '#lib/bank/problem.ts';
import { readLibrary } from '#lib/bank/read.server.ts';
import { bankIn, type CourseFile } from '#lib/embed/course/course-file.ts';
import { courseFileOf } from '#lib/embed/course/write.ts';
import { makePackage, playersFor, type PackageAssets } from '#lib/embed/package/make-package.ts';
import {
	packageFormats,
	type PackageFormat,
	type PackageOptions
} from '#lib/embed/package/package-options.ts';
import { kindNames } from '#lib/kinds/names.ts';
import { behaviourNames, isBehaviourName } from '#lib/quiz/behaviour.ts';
import { questionOrders } from '#lib/quiz/options.ts';
import { MOST_MINUTES, SEED } from '#lib/quiz/read-options.ts';

import { root } from '../setup/project.js';
import { questionsFolder } from './check.ts';
import { putPackage } from './put-package.ts';
import { RefusedError, UsageError } from './usage.ts';

/** What the command line says, as it is written there. */
export interface ExportArguments {
	format?: string | undefined;
	out?: string | undefined;
	language?: string | undefined;
	points?: string | undefined;
	kinds?: string | undefined;
	difficulties?: string | undefined;
	number?: string | undefined;
	behaviour?: string | undefined;
	minutes?: string | undefined;
	order?: string | undefined;
	items?: string | undefined;
	seed?: string | undefined;
	mastery?: string | undefined;
}

/** Where the build leaves what packages need. */
const BUILT = join(root, 'build/client');

/**
 * `five-points export <course>`: writes a quiz of a course as a package for a learning platform, as one page, or as a folder
 * for any server. A package of the same name that was there is replaced, and nothing else.
 *
 * @returns the exit status: 1 where the course has a problem
 * @throws {UsageError} for wishes that cannot be understood
 * @throws {RefusedError} for wishes that this course cannot fulfil, or where nothing can be written
 */
export async function exportCourse(
	[name, ...more]: string[],
	given: ExportArguments,
	built: string = BUILT
): Promise<number> {
	if (name === undefined || more.length > 0) throw new UsageError('“export” takes the name of one course.');
	const options = readOptions(given);
	if (given.out === undefined) throw new UsageError('“export” needs --out: the folder to write into.');
	const { located, problems } = await readLibrary(questionsFolder(undefined));
	const found = located.find(({ bank }) => bank.primer.id === name);
	if (!found) {
		const own = problems.filter(({ file }) => file.startsWith(`${name}/`));
		if (own.length > 0) {
			process.stdout.write(`${describeProblems(own)}\n\nNothing was written.\n`);
			return 1;
		}
		const known = located.map(({ bank }) => bank.primer.id).join(', ');
		throw new RefusedError(`There is no course “${name}”. There is: ${known || 'none'}.`);
	}
	const course = courseFileOf([found.bank, ...found.editions.map(({ bank }) => bank)]);
	if (!course) {
		throw new RefusedError(
			`“${name}” serves exams alone, and a package holds the answers. Write “serves: open” in its primer if it may be studied.`
		);
	}
	fit(course, options);
	const made = makePackage(course, options, await readAssets(built, playersFor(course, options)));
	const path = await putPackage(made, options.format, resolve(given.out));
	process.stdout.write(`${relative('', path) || path}\n`);
	return 0;
}

/** What is wanted, understood, though the course may not have it. */
export function readOptions(given: ExportArguments): PackageOptions {
	const { format, language, behaviour, seed } = given;
	if (!isFormat(format)) {
		const wrong = format === undefined ? '“export” needs --format' : `“${format}” is no format`;
		throw new UsageError(`${wrong}: ${packageFormats.join(', ')}.`);
	}
	if (behaviour !== undefined && !isBehaviourName(behaviour))
		throw new UsageError(`“${behaviour}” is no behaviour: ${behaviourNames.join(', ')}.`);
	const order = questionOrders.find((known) => known === given.order);
	if (given.order !== undefined && order === undefined)
		throw new UsageError(`“${given.order}” is no order: ${questionOrders.join(', ')}.`);
	if (seed === '')
		throw new UsageError('--seed is empty. Write a word, or leave it out for a new draw each time.');
	// The addresses of the app take no other, and the same seed should ask the same there.
	if (seed !== undefined && !SEED.test(seed))
		throw new UsageError(
			`“${seed}” is no seed. Write a word of at most 64 letters, digits, hyphens, full stops, underscores and tildes.`
		);
	const numbers = parts(given.points)?.map((text) => wholeNumber('--points', text, 0));
	const points = numbers && [...new Set(numbers)];
	const kinds = listOf(kindNames, given.kinds, (name) => `“${name}” is no kind: ${kindNames.join(', ')}.`);
	const hard = listOf(
		difficulties,
		given.difficulties,
		() => '--difficulties takes 1, 2 and 3: easy, middling, hard.'
	);
	const number = given.number === undefined ? undefined : wholeNumber('--number', given.number, 1);
	const minutes =
		given.minutes === undefined ? undefined : wholeNumber('--minutes', given.minutes, 1, MOST_MINUTES);
	const items = parts(given.items);
	const mastery = given.mastery === undefined ? undefined : masteryIn(given.mastery);
	return {
		format,
		...(language !== undefined && { language }),
		...(behaviour !== undefined && { behaviour }),
		...(points && { points }),
		...(kinds && { kinds }),
		...(hard && { difficulties: hard }),
		...(number !== undefined && { number }),
		...(minutes !== undefined && { minutes }),
		...(order !== undefined && { order }),
		...(items && { items }),
		...(seed !== undefined && { seed }),
		...(mastery !== undefined && { mastery })
	};
}

/** Whether the course has what is wanted. @throws {RefusedError} where it has not */
function fit(course: CourseFile, options: PackageOptions): void {
	const { language, points = [], items = [], number = 1 } = options;
	const [bank] = course.banks;
	const languages = course.banks.map(({ primer }) => primer.language).join(', ');
	if (language !== undefined && !bankIn(course, language))
		throw new RefusedError(`The course is not in “${language}”. It is in: ${languages}.`);
	const known = [...new Set(bank.items.map(({ point }) => point))].sort((one, other) => one - other);
	const noPoint = points.find((point) => !known.includes(point));
	if (noPoint !== undefined)
		throw new RefusedError(`The course has no questions of point ${noPoint}, but of: ${known.join(', ')}.`);
	const noItem = items.find((id) => !findItem(bank, id));
	if (noItem !== undefined)
		throw new RefusedError(
			`The course has no question “${noItem}” that may leave the server. Look up its id in the course’s files.`
		);
	const left = eligible(bank.items, options);
	if (left.length === 0)
		throw new RefusedError(
			'No question of the course is all of this. Leave out --points, --items, --kinds or --difficulties.'
		);
	const most = mostTogether(left);
	if (number > most)
		throw new RefusedError(
			`There are not ${number} questions to ask together, but ${most}. Write --number ${most} or less, or leave it out.`
		);
}

/** @param players the scripts that may play it, the best first */
async function readAssets(built: string, players: readonly string[]): Promise<PackageAssets> {
	const [player, notices] = [players.find((name) => existsSync(join(built, name))), 'notices.txt'].map(
		(name) => name && join(built, name)
	);
	if (!player || !notices || !existsSync(notices))
		throw new RefusedError(
			'The player has not been built yet. Run “npm run build” in the project’s folder first.'
		);
	const read = (path: string) => readFile(path, 'utf8');
	return { player: await read(player), notices: await read(notices), noScript: await readNoScript() };
}

/** The one text that a page has without its script, from where all texts are written. */
async function readNoScript(): Promise<(language: string) => string> {
	const textIn = async (language: string): Promise<string | undefined> => {
		try {
			const file = join(root, 'src/messages/package', `${language}.json`);
			const texts: unknown = JSON.parse(await readFile(file, 'utf8'));
			const found: unknown = texts instanceof Object ? Reflect.get(texts, 'package_no_script') : undefined;
			return typeof found === 'string' ? found : undefined;
		} catch (error) {
			if (isMissing(error)) return undefined;
			throw error;
		}
	};
	const [english = '', french] = [await textIn('en'), await textIn('fr')];
	return (language) => (/^fr\b/i.test(language) ? (french ?? english) : english);
}

/** What a list names of what is known; undefined where there is none. @throws {UsageError} for a name of nothing */
function listOf<T>(
	known: readonly T[],
	text: string | undefined,
	complaint: (name: string) => string
): T[] | undefined {
	return parts(text)?.map((name) => {
		const found = known.find((each) => String(each) === name);
		if (found === undefined) throw new UsageError(complaint(name));
		return found;
	});
}

/** What a list names, each once. */
function parts(text: string | undefined): string[] | undefined {
	return text === undefined ? undefined : [...new Set(text.split(',').map((part) => part.trim()))];
}

function wholeNumber(option: string, text: string, least: number, most = Infinity): number {
	const number = /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : NaN;
	if (Number.isInteger(number) && number >= least && number <= most) return number;
	const example = option === '--points' ? '--points 1,3' : `${option} 10`;
	throw new UsageError(
		`“${text}” is no whole number from ${least}${most === Infinity ? '' : ` to ${most}`}. Write it as in ${example}.`
	);
}

/** A share, written as one (0.7) or as a percentage (70 or 70%). */
function masteryIn(text: string): number {
	const [, digits = '', sign] = /^\s*(\d{1,3}(?:\.\d{1,4})?)\s*(%?)\s*$/.exec(text) ?? [];
	const number = digits === '' ? NaN : Number(digits);
	const share = sign === '%' || number > 1 ? number / 100 : number;
	if (share >= 0 && share <= 1) return share;
	throw new UsageError(
		`“${text}” is no mark to reach. Write a share or a percentage: --mastery 0.7, or --mastery 70%.`
	);
}

function isFormat(format: string | undefined): format is PackageFormat {
	return packageFormats.some((known) => known === format);
}

function isMissing(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
