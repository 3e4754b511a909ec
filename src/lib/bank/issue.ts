import type * as v from 'valibot';

import { isMapping } from '#lib/text/mapping.ts';

import { canBeLeftOut, keysAt } from './schema-parts.ts';
import type { Path } from './yaml.ts';

/** What a schema found wrong, in words: where in the data, what, and what to do. */
export interface SchemaFault {
	path: Path;
	/** The key itself is at fault, not its value. */
	key?: string;
	/** The words of the text that are at fault, as they are written. */
	piece?: string;
	/** Nothing reported about what is inside is of use. */
	isWhole?: true;
	message: string;
	fix: string;
}

/** What a schema found wrong with a mapping as such: a key that it lacks, and one that nobody knows. */
export interface KeySlip {
	/** The mapping. */
	path: Path;
	missing?: string;
	unknown?: string;
	/** The keys that the mapping may have but does not. */
	absent: readonly string[];
}

/**
 * Puts an issue of a schema into words. Our own schemas write two lines: what is wrong, and what to do. The
 * others get theirs here. An issue about unknown keys becomes one slip for each key.
 *
 * @param alsoKnown keys that the value may have here although the schema does not know them
 * @param writtenAt the value at a path as its author wrote it, if that is known and not a list or mapping
 */
export function describeIssue(
	issue: v.BaseIssue<unknown>,
	schema: v.GenericSchema,
	alsoKnown: readonly string[],
	writtenAt: (path: Path) => string
): { faults: SchemaFault[]; slips: KeySlip[] } {
	const path = (issue.path ?? []).map((item) => item.key).filter(isStep);
	const last = issue.path?.at(-1);
	const parent = path.slice(0, -1);
	const mapping = last && 'input' in last ? last.input : undefined;
	const isOfKey = (issue.type === 'strict_object' || issue.type === 'loose_object') && path.length > 0;
	if (Array.isArray(mapping) && ((isOfKey && issue.expected !== 'Object') || isOrigin(last, 'key'))) {
		const fix = `Write ${mappingAt(schema, parent)}.`;
		return { faults: [{ path: parent, isWhole: true, message: 'is a list', fix }], slips: [] };
	}
	if (isOfKey && issue.expected === 'never') {
		const own = keysAt(schema, parent).all;
		const known = [...own, ...(parent.length === 0 ? alsoKnown : [])];
		const written = isMapping(mapping) && own.length > 0 ? Object.keys(mapping) : [String(path.at(-1))];
		const absent = known.filter((key) => !written.includes(key));
		const strange = written.filter((key) => !known.includes(key));
		return { faults: [], slips: strange.map((unknown) => ({ path: parent, unknown, absent })) };
	}
	if (isOfKey && issue.expected !== 'Object') {
		return { faults: [], slips: [{ path: parent, missing: String(path.at(-1)), absent: [] }] };
	}
	if (isOrigin(last, 'key')) {
		const key = String(path.at(-1));
		const fix = `Write one of ${choicesOf(issue)}.`;
		return { faults: [{ path: parent, key, message: `the key “${key}” is not known`, fix }], slips: [] };
	}
	// An empty switch was meant to be set, and an empty id to be written.
	const isOffered = path.length > 0 && issue.expected !== 'boolean' && path.at(-1) !== 'id';
	const optional = isOffered && canBeLeftOut(schema, path, mapping);
	const written = writtenAt(path);
	return { faults: [{ path, ...describeValue(issue, { path, schema, optional, written }) }], slips: [] };
}

interface At {
	path: Path;
	schema: v.GenericSchema;
	optional: boolean;
	written: string;
}

/** What is wrong with a value that is present. */
function describeValue(issue: v.BaseIssue<unknown>, at: At): Omit<SchemaFault, 'path'> {
	const [message = '', own] = issue.message.split('\n');
	const isNothing = issue.received === 'null' || issue.received === 'undefined';
	if (isNothing || message === 'is empty') return describeEmpty(issue, at, own);
	if (own !== undefined) {
		// A text compiled by us says which of its words are at fault.
		const piece = issue.type === 'raw_transform' ? issue.received : '';
		return { message, fix: own, ...(piece && { piece }) };
	}
	const is = `is ${shown(issue, at.written)}`;
	if (issue.type === 'picklist' || issue.type === 'literal') {
		return { message: is, fix: `Write one of ${choicesOf(issue)}.` };
	}
	if (!issue.expected) return { message, fix: 'See questions/README.md for how it is written.' };
	return { message: is, fix: `Write ${wantedAt(issue, at)}.` };
}

function describeEmpty(
	issue: v.BaseIssue<unknown>,
	at: At,
	own: string | undefined
): Omit<SchemaFault, 'path'> {
	const isText = issue.expected === 'string' || issue.received !== 'null';
	const orNot = at.optional
		? `, or leave ${typeof at.path.at(-1) === 'number' ? 'the entry' : 'the line'} out`
		: '';
	if (isText && issue.received === 'null' && at.written !== '') {
		const message = `is “${at.written}”, which YAML takes for nothing`;
		return { message, fix: `Put it in quotation marks if the word is meant; else write a text${orNot}.` };
	}
	if (own !== undefined && own !== 'Write it.')
		return { message: 'is empty', fix: own.replace(/\.$/, `${orNot}.`) };
	const choice = issue.type === 'picklist' ? `one of ${choicesOf(issue)}` : undefined;
	return { message: 'is empty', fix: `Write ${choice ?? (isText ? 'it' : wantedAt(issue, at))}${orNot}.` };
}

/** What to write in place of something of another type. */
function wantedAt(issue: v.BaseIssue<unknown>, { path, schema, written }: At): string {
	switch (issue.expected) {
		case 'string':
			if (issue.received === 'Array')
				return 'a text; one that begins with “[” or “- ” has to be in quotation marks';
			if (issue.received === 'Object')
				return 'a text; one that holds “: ” or begins with “{” has to be in quotation marks';
			return 'a text; put it in quotation marks if it looks like a number or like true or false';
		case 'number':
			return 'a number';
		case 'boolean':
			return 'true or false';
		case 'Array':
			return written === '' || issue.received === 'null' || /[\s,]/.test(written)
				? 'a list: each entry in a line of its own that begins with “- ”'
				: `a list: [${written}]`;
		case 'Object':
			return mappingAt(schema, path);
		default:
			return issue.expected ?? 'something else';
	}
}

function mappingAt(schema: v.GenericSchema, path: Path): string {
	const { required } = keysAt(schema, path);
	const keys = required.length > 0 ? `: ${required.map((key) => `${key}: …`).join(', ')}` : '';
	return `a mapping of keys to values, each in a line of its own${keys}`;
}

/** What was written; a number or the like as its author wrote it. */
function shown({ received }: v.BaseIssue<unknown>, written: string): string {
	if (received === 'Array') return 'a list';
	if (received === 'Object') return 'a mapping';
	return received.startsWith('"') || written === '' || written.length > 40 ? received : written;
}

function choicesOf({ expected }: v.BaseIssue<unknown>): string {
	return (expected ?? '').replaceAll(/[()"]/g, '').replaceAll(' | ', ', ');
}

function isOrigin(item: v.IssuePathItem | undefined, origin: 'key'): boolean {
	return item !== undefined && 'origin' in item && item.origin === origin;
}

function isStep(key: unknown): key is string | number {
	return typeof key === 'string' || typeof key === 'number';
}
