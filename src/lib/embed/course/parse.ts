import { isBank } from '#lib/bank/arrived.ts';
import { isMapping } from '#lib/text/mapping.ts';

import {
	areUnique,
	below,
	faultOf,
	faultOfDrawings,
	faultOfFact,
	faultOfHead,
	faultOfItem,
	faultOfItems,
	firstOf,
	isList,
	isText,
	unsafe,
	type CourseProblem
} from './checks.ts';
import { COURSE_FORMAT, COURSE_VERSION, type Banks, type CourseFile } from './course-file.ts';
import { editionOf } from './edition.ts';
import { patched } from './patch.ts';

/** A course, or why there is none. */
export type ParsedCourse = { course: CourseFile } | { problem: CourseProblem };

/** The most characters of a file; the course that comes along has half a million in both languages. */
const LONGEST_FILE = 32_000_000;

/** Reads the text of a course file, or of a course in one language as the app serves it. It may be anything. */
export function parseCourse(text: string): ParsedCourse {
	const parsed = parseJson(text);
	return 'problem' in parsed ? parsed : readCourse(parsed.value);
}

/** What a text says in JSON. */
export function parseJson(text: string): { value: unknown } | { problem: CourseProblem } {
	if (text.length > LONGEST_FILE) return { problem: { code: 'too-large', at: '' } };
	try {
		return { value: JSON.parse(text) };
	} catch {
		return { problem: { code: 'not-json', at: '' } };
	}
}

/** Reads what was parsed already, or comes from a script of the page. It may be anything. */
export function readCourse(value: unknown): ParsedCourse {
	if (!isMapping(value)) return { problem: { code: 'not-a-course', at: '' } };
	if (value['format'] === undefined) return readBank(value);
	const head = headOf(value, COURSE_FORMAT);
	if ('problem' in head) return head;
	const read = banksIn(value);
	if ('problem' in read) return read;
	return { course: { format: COURSE_FORMAT, version: COURSE_VERSION, ...head, ...read } };
}

/** What each of our files begins with, if this is one of a format and of the version that is read here. */
export function headOf(
	{ format, version, edition }: Record<string, unknown>,
	wanted: string
): { edition: string } | { problem: CourseProblem } {
	if (format !== wanted) return { problem: { code: 'not-a-course', at: 'format' } };
	if (version !== COURSE_VERSION)
		return { problem: { code: 'other-version', at: 'version', version: String(version).slice(0, 20) } };
	return isText(edition) ? { edition } : { problem: { code: 'damaged', at: 'edition' } };
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

function faultOfBank(value: unknown, at: string): CourseProblem | undefined {
	if (!isMapping(value)) return { code: 'damaged', at };
	const { primer, items, languages } = value;
	return (
		faultOf(at, 'languages', Array.isArray(languages) && languages.every(isText)) ??
		faultOfPrimer(primer, below(at, 'primer')) ??
		faultOfItems(items, at, faultOfItem)
	);
}

function faultOfPrimer(value: unknown, at: string): CourseProblem | undefined {
	if (!isMapping(value)) return { code: 'damaged', at };
	const { source, licence, facts } = value;
	return (
		faultOfHead(value, at) ??
		faultOf(at, 'source', isMapping(source) && isText(source['title'])) ??
		faultOf(at, 'licence', licence === undefined || (isMapping(licence) && isText(licence['name']))) ??
		faultOf(at, 'facts', Array.isArray(facts) && areUnique(facts)) ??
		firstOf(facts, below(at, 'facts'), faultOfFact) ??
		faultOfDrawings(value, at)
	);
}
