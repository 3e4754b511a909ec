import { isKindName } from '#lib/kinds/names.ts';
import { isMapping } from '#lib/text/mapping.ts';
import { SAFE_ADDRESS } from '#lib/text/rich.ts';

/*
 * What a course must have before it is shown in somebody else’s page. The schemas of the bank say far more, but they would
 * come before the first question, and valibot with them. A course that the app has written has been through them; these
 * checks hold off what is no course, what is broken, and what must not get into a page.
 */

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

/** The most characters of one text, entries of a list, keys of a mapping, and levels of nesting. */
const [LONGEST_TEXT, LONGEST_LIST, MOST_KEYS, DEEPEST] = [40_000, 20_000, 1000, 32];

/** The elements that a rich text may have; an item writes nothing else into a page. */
const TAGS = ['p', 'em', 'strong', 'code', 'ul', 'ol', 'li', 'a'];

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

/** What every primer has, also where no more of it is there. */
export function faultOfHead(value: unknown, at: string): CourseProblem | undefined {
	if (!isMapping(value)) return { code: 'damaged', at };
	const { id, title, language, source, points } = value;
	return (
		faultOf(at, 'id', isText(id)) ??
		faultOf(at, 'title', isText(title)) ??
		faultOf(at, 'language', isText(language)) ??
		faultOf(at, 'source', isMapping(source) && isText(source['date'])) ??
		firstOf(points, below(at, 'points'), (point, place) =>
			isMapping(point) && isNumber(point['id']) && isRich(point['title'])
				? undefined
				: { code: 'damaged', at: place }
		)
	);
}

export function faultOfFact(value: unknown, at: string): CourseProblem | undefined {
	const isFact =
		isMapping(value) &&
		isText(value['id']) &&
		isRich(value['claim']) &&
		(isText(value['where']) || isMapping(value['source'])) &&
		Array.isArray(value['since']) &&
		value['since'].every((note) => isMapping(note) && isRich(note['note']) && isMapping(note['source']));
	return isFact ? undefined : { code: 'damaged', at };
}

/** The drawings of a primer, as far as it has them. */
export function faultOfDrawings(value: unknown, at: string): CourseProblem | undefined {
	if (!isMapping(value)) return { code: 'damaged', at };
	const { timeline, support } = value;
	return (
		faultOf(at, 'timeline', timeline === undefined || hasLists(timeline, 'events')) ??
		faultOf(at, 'support', support === undefined || hasLists(support, 'groups'))
	);
}

/** The items of a bank: at least one, each once, and each as it should be. */
export function faultOfItems(
	items: unknown,
	at: string,
	look: (item: unknown, at: string) => CourseProblem | undefined
): CourseProblem | undefined {
	return (
		faultOf(at, 'items', Array.isArray(items) && items.length > 0 && areUnique(items)) ??
		firstOf(items, below(at, 'items'), look)
	);
}

/** What drawing asks of an item. */
export function faultOfOutline(value: unknown, at: string): CourseProblem | undefined {
	if (!isMapping(value)) return { code: 'damaged', at };
	const { id, kind, point, difficulty, facts, enemies, stimulus } = value;
	return (
		faultOf(at, 'id', isText(id)) ??
		faultOf(at, 'kind', isKindName(kind)) ??
		faultOf(at, 'point', isNumber(point)) ??
		faultOf(at, 'difficulty', isNumber(difficulty)) ??
		faultOf(at, 'facts', areTexts(facts)) ??
		faultOf(at, 'enemies', areTexts(enemies)) ??
		faultOf(at, 'stimulus', stimulus === undefined || (isMapping(stimulus) && isText(stimulus['id'])))
	);
}

export function faultOfItem(value: unknown, at: string): CourseProblem | undefined {
	const fault = faultOfOutline(value, at);
	if (fault || !isMapping(value)) return fault;
	const { stem, explanation, hint, interaction } = value;
	return (
		faultOf(at, 'stem', isRich(stem)) ??
		faultOf(at, 'explanation', isRich(explanation)) ??
		faultOf(at, 'hint', hint === undefined || isRich(hint)) ??
		faultOf(at, 'interaction', isMapping(interaction))
	);
}

export function faultOf(at: string, key: string, isRight: boolean): CourseProblem | undefined {
	return isRight ? undefined : { code: 'damaged', at: below(at, key) };
}

/** The first problem in a list. */
export function firstOf(
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

export function below(at: string, key: string): string {
	return at === '' ? key : `${at}/${key}`;
}

/** Whether no two entries of a list have the same id. */
export function areUnique(list: readonly unknown[]): boolean {
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

export function isText(value: unknown): value is string {
	return typeof value === 'string' && value !== '';
}

export function isList(value: unknown): value is unknown[] {
	return Array.isArray(value);
}

function isNumber(value: unknown): value is number {
	return Number.isInteger(value);
}

function areTexts(value: unknown): boolean {
	return Array.isArray(value) && value.every(isText);
}
