import { isBank } from '#lib/bank/arrived.ts';
import { isKindName } from '#lib/kinds/names.ts';
import { SAFE_ADDRESS } from '#lib/text/rich.ts';

import { COURSE_FORMAT, COURSE_VERSION, type Banks, type CourseFile } from './course-file.ts';
import { editionOf } from './edition.ts';
import { patched } from './patch.ts';

/** Why something is no course that can be played. */
export interface CourseProblem {
	/**
	 * - `too-large`: longer than any course, or something in it is;
	 * - `not-json`: it does not parse, as when its end is missing;
	 * - `not-a-course`: something else, such as the page of a network that one has to log in to;
	 * - `other-version`: a course file of another version, given in `version`;
	 * - `damaged`: a course in which something is missing, or is not what it should be.
	 */
	code: 'too-large' | 'not-json' | 'not-a-course' | 'other-version' | 'damaged';
	/** Where it is, from the outermost on, such as `banks/0/items/3/stem`; empty for the whole. */
	at: string;
	/** The version of another format, as it is written there. */
	version?: string;
}

/** A course, or why there is none. */
export type ParsedCourse = { course: CourseFile } | { problem: CourseProblem };

/** The most characters of a file; the course that comes along has half a million in both languages. */
const LONGEST_FILE = 32_000_000;
/** The most characters of one text, entries of a list, keys of a mapping, and levels of nesting. */
const [LONGEST_TEXT, LONGEST_LIST, MOST_KEYS, DEEPEST] = [40_000, 20_000, 1000, 32];

/** The elements that a rich text may have; an item writes nothing else into a page. */
const TAGS = ['p', 'em', 'strong', 'code', 'ul', 'ol', 'li', 'a'];

/** Reads the text of a course file, or of a course in one language as the app serves it. It may be anything. */
export function parseCourse(text: string): ParsedCourse {
	if (text.length > LONGEST_FILE) return { problem: { code: 'too-large', at: '' } };
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { problem: { code: 'not-json', at: '' } };
	}
	return readCourse(value);
}

/** Reads what was parsed already, or comes from a script of the page. It may be anything. */
export function readCourse(value: unknown): ParsedCourse {
	if (!isMapping(value)) return { problem: { code: 'not-a-course', at: '' } };
	const { format, version, edition, explanations } = value;
	if (format === undefined) return readBank(value);
	if (format !== COURSE_FORMAT) return { problem: { code: 'not-a-course', at: 'format' } };
	if (version !== COURSE_VERSION)
		return { problem: { code: 'other-version', at: 'version', version: String(version).slice(0, 20) } };
	if (!isText(edition)) return { problem: { code: 'damaged', at: 'edition' } };
	if (explanations !== undefined && !isText(explanations))
		return { problem: { code: 'damaged', at: 'explanations' } };
	const read = banksIn(value);
	if ('problem' in read) return read;
	return {
		course: {
			format,
			version,
			edition,
			banks: read.banks,
			...(explanations !== undefined && { explanations })
		}
	};
}

/** The course in each of its languages, also where all but the first are told as what they change in it. */
function banksIn({
	banks,
	translations = []
}: Record<string, unknown>): { banks: Banks } | { problem: CourseProblem } {
	if (!isList(banks) || banks.length === 0) return { problem: { code: 'damaged', at: 'banks' } };
	if (!isList(translations)) return { problem: { code: 'damaged', at: 'translations' } };
	const hostile = unsafe(banks, ['banks']) ?? unsafe(translations, ['translations']);
	if (hostile) return { problem: hostile };
	const all = [...banks, ...translations.map((patch) => patched(banks[0], patch))];
	const problem = unsafe(all, ['banks']) ?? firstOf(all, 'banks', faultOfBank);
	const [first, ...others] = all.filter(isBank);
	if (problem || !first) return { problem: problem ?? { code: 'damaged', at: 'banks' } };
	return { banks: [first, ...others] };
}

/** A course in one language, as it is in the library. */
function readBank(value: Record<string, unknown>): ParsedCourse {
	if (!isMapping(value['primer']) || !Array.isArray(value['items']))
		return { problem: { code: 'not-a-course', at: '' } };
	const problem = unsafe(value, []) ?? faultOfBank(value, '');
	if (problem || !isBank(value)) return { problem: problem ?? { code: 'damaged', at: '' } };
	const banks: CourseFile['banks'] = [value];
	return { course: { format: COURSE_FORMAT, version: COURSE_VERSION, edition: editionOf(banks), banks } };
}

/** The first thing in a value that is too large to be meant, or that must not get into a page; undefined if all is sound. */
export function unsafe(value: unknown, path: readonly (string | number)[]): CourseProblem | undefined {
	const problem = (code: CourseProblem['code']) => ({ code, at: path.join('/') });
	if (typeof value === 'string') return value.length > LONGEST_TEXT ? problem('too-large') : undefined;
	if (typeof value !== 'object' || value === null) return undefined;
	if (path.length > DEEPEST) return problem('too-large');
	const entries = Object.entries(value);
	if (entries.length > (Array.isArray(value) ? LONGEST_LIST : MOST_KEYS)) return problem('too-large');
	if (isMapping(value) && !isSound(value)) return problem('damaged');
	for (const [key, part] of entries) {
		const found = unsafe(part, [...path, key]);
		if (found) return found;
	}
	return undefined;
}

/** Whether a mapping, if it is an element of a text or has an address, is one that may be shown. */
function isSound({ tag, children, href, address }: Record<string, unknown>): boolean {
	if (tag !== undefined && !(TAGS.some((known) => known === tag) && Array.isArray(children))) return false;
	if (tag === 'a' && href === undefined) return false;
	return [href, address].every((each) => each === undefined || (isText(each) && SAFE_ADDRESS.test(each)));
}

function faultOfBank(value: unknown, at: string): CourseProblem | undefined {
	if (!isMapping(value)) return { code: 'damaged', at };
	const { primer, items, languages } = value;
	return (
		faultOf(at, 'languages', Array.isArray(languages) && languages.every(isText)) ??
		faultOfPrimer(primer, below(at, 'primer')) ??
		faultOf(at, 'items', Array.isArray(items) && items.length > 0 && areUnique(items)) ??
		firstOf(items, below(at, 'items'), faultOfItem)
	);
}

function faultOfPrimer(value: unknown, at: string): CourseProblem | undefined {
	if (!isMapping(value)) return { code: 'damaged', at };
	const { id, title, language, source, licence, points, facts, timeline, support } = value;
	return (
		faultOf(at, 'id', isText(id)) ??
		faultOf(at, 'title', isText(title)) ??
		faultOf(at, 'language', isText(language)) ??
		faultOf(at, 'source', isMapping(source) && isText(source['title']) && isText(source['date'])) ??
		faultOf(at, 'licence', licence === undefined || (isMapping(licence) && isText(licence['name']))) ??
		faultOf(at, 'points', Array.isArray(points)) ??
		firstOf(points, below(at, 'points'), (point, place) =>
			isMapping(point) && isNumber(point['id']) && isRich(point['title'])
				? undefined
				: { code: 'damaged', at: place }
		) ??
		faultOf(at, 'facts', Array.isArray(facts) && areUnique(facts)) ??
		firstOf(facts, below(at, 'facts'), faultOfFact) ??
		faultOf(at, 'timeline', timeline === undefined || hasLists(timeline, 'events')) ??
		faultOf(at, 'support', support === undefined || hasLists(support, 'groups'))
	);
}

function faultOfFact(value: unknown, at: string): CourseProblem | undefined {
	const isFact =
		isMapping(value) &&
		isText(value['id']) &&
		isRich(value['claim']) &&
		(isText(value['where']) || isMapping(value['source'])) &&
		Array.isArray(value['since']) &&
		value['since'].every((note) => isMapping(note) && isRich(note['note']) && isMapping(note['source']));
	return isFact ? undefined : { code: 'damaged', at };
}

function faultOfItem(value: unknown, at: string): CourseProblem | undefined {
	if (!isMapping(value)) return { code: 'damaged', at };
	const { id, kind, point, stem, explanation, hint, facts, enemies, interaction } = value;
	return (
		faultOf(at, 'id', isText(id)) ??
		faultOf(at, 'kind', isKindName(kind)) ??
		faultOf(at, 'point', isNumber(point)) ??
		faultOf(at, 'stem', isRich(stem)) ??
		faultOf(at, 'explanation', isRich(explanation)) ??
		faultOf(at, 'hint', hint === undefined || isRich(hint)) ??
		faultOf(at, 'facts', Array.isArray(facts) && facts.every(isText)) ??
		faultOf(at, 'enemies', Array.isArray(enemies) && enemies.every(isText)) ??
		faultOf(at, 'interaction', isMapping(interaction))
	);
}

function faultOf(at: string, key: string, isRight: boolean): CourseProblem | undefined {
	return isRight ? undefined : { code: 'damaged', at: below(at, key) };
}

/** The first problem in a list. */
function firstOf(
	list: unknown,
	at: string,
	look: (value: unknown, at: string) => CourseProblem | undefined
): CourseProblem | undefined {
	if (!Array.isArray(list)) return { code: 'damaged', at };
	for (const [index, value] of list.entries()) {
		const problem = look(value, below(at, String(index)));
		if (problem) return problem;
	}
	return undefined;
}

function below(at: string, key: string): string {
	return at === '' ? key : `${at}/${key}`;
}

/** Whether no two entries of a list have the same id. */
function areUnique(list: readonly unknown[]): boolean {
	const ids = list.map((each) => (isMapping(each) ? each['id'] : undefined));
	return new Set(ids).size === ids.length;
}

/** Whether a drawing has a list of entries, each with the facts that it rests on. */
function hasLists(value: unknown, name: string): boolean {
	const list = isMapping(value) ? value[name] : undefined;
	return Array.isArray(list) && list.every((each) => isMapping(each) && Array.isArray(each['facts']));
}

/** Whether something is a rich text; {@link unsafe} has looked at its elements. */
function isRich(value: unknown): boolean {
	if (typeof value === 'string') return value !== '';
	return (
		Array.isArray(value) &&
		value.every((node) => typeof node === 'string' || (isMapping(node) && node['tag']))
	);
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value !== '';
}

function isList(value: unknown): value is unknown[] {
	return Array.isArray(value);
}

function isNumber(value: unknown): value is number {
	return Number.isInteger(value);
}

function isMapping(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
