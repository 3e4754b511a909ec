import { COLLECTION_STYLE, EVENT_ID, getScalarValue, SCALAR_STYLE, type Event } from 'js-yaml';

import { isText } from './translation/texts.ts';
import { quoteIt, type YamlSlip } from './yaml-slip.ts';

/** Only this many are reported; after correcting them, the author checks again. */
const MOST = 1000;

/** Keys whose values are words but the same in every language. */
const WORDS: ReadonlySet<string> = new Set(['publisher', 'author', 'reason']);

type Scalar = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;
type Found = Omit<YamlSlip, 'place'> & { at: number };

/** Where in a document the next event is. */
interface Level {
	/** For a mapping, whether it is written in braces; undefined for a list. */
	braces?: boolean;
	/** The key whose value comes next; undefined where a key comes next. */
	key: Scalar | undefined;
	isFirst: boolean;
	/** Whether the key above expects words here. */
	isText: boolean;
	isCut: boolean;
}

/**
 * What YAML reads without complaint but differently from what its author meant: a text cut off at “ #” or at
 * a comma within braces, or a first word read as an anchor, an alias or a tag.
 */
export function slipsIn(events: readonly Event[], source: string): Found[] {
	const found: Found[] = [];
	const levels: Level[] = [];
	const say = (at: number, message: string, fix: string) => found.push({ at, message, fix });

	const isMeant = hasAliases(events, source);
	let isTold = false;
	for (const event of events) {
		if (found.length >= MOST) break;
		const level = levels.at(-1);
		if (event.type === EVENT_ID.POP) {
			levels.pop();
			continue;
		}
		if (event.type === EVENT_ID.DOCUMENT) continue;
		const mark = markOf(event);
		if (mark) {
			const written = level?.braces
				? (lineFrom(source, mark.at).split(/[,}]/)[0] ?? '')
				: lineFrom(source, mark.at);
			if (!isMeant)
				say(
					mark.at,
					`a text may not begin with “${mark.sign}”, which YAML takes for ${mark.is}`,
					quoteIt(written)
				);
			else if (mark.sign === '*' && !isTold) {
				isTold = true;
				say(
					mark.at,
					`“${written.trim()}” is an alias, and aliases are not supported`,
					'Write out what it refers to.'
				);
			}
		}
		const isKey = level?.braces !== undefined && level.key === undefined;
		if (isKey && event.type === EVENT_ID.SCALAR) {
			if (/^[\u00a0\u2000-\u200b\u202f\u3000]/.test(source.slice(event.valueStart, event.valueEnd))) {
				say(event.valueStart, 'there is a special space in the indentation', 'Indent by ordinary spaces.');
			}
			level.key = event;
			continue;
		}
		const words = isKey ? false : isWords(level, source);
		if (event.type === EVENT_ID.SCALAR) {
			if (level?.braces) cutAtComma(level, event, source, say);
			if (words && !mark) cutAtSign(event, level?.key, source, say);
		} else if (event.type !== EVENT_ID.ALIAS) {
			if (level) finishValue(level);
			levels.push({
				...(event.type === EVENT_ID.MAPPING && { braces: event.style === COLLECTION_STYLE.FLOW }),
				key: undefined,
				isFirst: true,
				isText: words && event.type === EVENT_ID.SEQUENCE,
				isCut: false
			});
			continue;
		}
		if (level) finishValue(level);
	}
	return found;
}

function finishValue(level: Level): void {
	level.key = undefined;
	level.isFirst = false;
}

/** Whether a text is asked for here: under a key of texts, or in a list under one. */
function isWords(level: Level | undefined, source: string): boolean {
	if (!level) return false;
	if (level.braces === undefined) return level.isText;
	const key = level.key ? getScalarValue(source, level.key) : '';
	return isText(key) || WORDS.has(key);
}

/** Whether an alias refers to an anchor in the document: then the author knows what an alias is. */
function hasAliases(events: readonly Event[], source: string): boolean {
	const names = { anchors: new Set<string>(), aliases: new Set<string>() };
	for (const event of events) {
		if (event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT || event.anchorStart < 0) continue;
		const name = source.slice(event.anchorStart, event.anchorEnd);
		(event.type === EVENT_ID.ALIAS ? names.aliases : names.anchors).add(name);
	}
	return !names.anchors.isDisjointFrom(names.aliases);
}

/** An anchor, an alias or a tag before a value: its character, and where it is. */
function markOf(
	event: Exclude<Event, { type: typeof EVENT_ID.POP | typeof EVENT_ID.DOCUMENT }>
): { at: number; sign: string; is: string } | undefined {
	const { anchorStart } = event;
	if (event.type === EVENT_ID.ALIAS) return { at: anchorStart - 1, sign: '*', is: 'an alias' };
	const hasTag = event.tagStart >= 0;
	if (hasTag && (anchorStart < 0 || event.tagStart < anchorStart)) {
		return { at: event.tagStart, sign: '!', is: 'a tag' };
	}
	return anchorStart < 0 ? undefined : { at: anchorStart - 1, sign: '&', is: 'an anchor' };
}

/** A key in braces without colon or value: really the rest of a text after its comma. */
function cutAtComma(level: Level, value: Scalar, source: string, say: Say): void {
	const { key } = level;
	if (!key || value.valueStart >= 0 || level.isCut) return;
	const behind = source.slice(key.valueEnd, key.valueEnd + 200);
	if (/^["']?\s*:/.test(behind)) return;
	const word = getScalarValue(source, key);
	// Further commas of the same text are not reported.
	level.isCut = true;
	if (level.isFirst) {
		const start = source.lastIndexOf('{', key.valueStart);
		say(start, 'a text may not begin with “{”, which YAML reads otherwise', quoteIt(lineFrom(source, start)));
		return;
	}
	say(
		key.valueStart,
		`the text ended at the comma before “${word}”`,
		'Put the text in quotation marks, or write each key in a line of its own, without braces.'
	);
}

type Say = (at: number, message: string, fix: string) => void;

/**
 * A text that ends at a “#” after a space, where YAML begins a comment; after two spaces a comment is meant.
 */
function cutAtSign(value: Scalar, key: Scalar | undefined, source: string, say: Say): void {
	const isEmpty = value.valueStart < 0;
	if (isEmpty ? !key : value.style !== SCALAR_STYLE.PLAIN) return;
	const end = isEmpty ? (key?.valueEnd ?? 0) : value.valueEnd;
	const cut = (isEmpty ? /^["']?\s*:[ \t](#.*)/ : /^[ \t](?![ \t]+# )[ \t]*(#.*)/)
		.exec(lineFrom(source, end))?.[1]
		?.trim();
	if (cut === undefined) return;
	const written = isEmpty ? cut : `${source.slice(value.valueStart, end)} ${cut}`;
	say(
		isEmpty ? end : value.valueStart,
		`the text ends before “${cut}”, since “#” behind a blank begins a comment`,
		`${quoteIt(written)} A comment goes into a line of its own, or behind two blanks.`
	);
}

/** What is written in a line from a place on, as far as is worth showing. */
function lineFrom(source: string, start: number): string {
	const end = source.indexOf('\n', start);
	return source.slice(start, Math.min(end < 0 ? source.length : end, start + 1000));
}
