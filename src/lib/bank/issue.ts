import type * as v from 'valibot';

import type { Path } from './yaml.ts';

/** What a schema found wrong, in words: where in the data, what, and what to do. */
export interface Finding {
	path: Path;
	/** The key itself is at fault, not its value. */
	key?: string;
	message: string;
	fix: string;
}

/**
 * Puts an issue of a schema into words; one of unknown keys becomes a finding for each of them. Our own schemas write theirs as two lines, what is wrong and what to do;
 * the others get theirs here.
 *
 * @param known the keys that the surrounding mapping may have, to suggest the one that was meant
 */
export function describeIssue(issue: v.BaseIssue<unknown>, known: readonly string[]): Finding[] {
	const path = (issue.path ?? []).map((item) => item.key).filter(isStep);
	const isOfKey = issue.type === 'strict_object' || issue.type === 'loose_object';
	if (!isOfKey || path.length === 0) return [describeValue(issue, path)];
	const parent = path.slice(0, -1);
	if (issue.expected === 'never')
		return unknownKeys(issue, known).map((key) => describeUnknown(parent, key, known));
	const key = String(path.at(-1));
	return [{ path: parent, message: `“${key}” is missing`, fix: `Add “${key}: …”.` }];
}

/** All keys of a mapping that its schema does not know; the schema itself stops at the first. */
function unknownKeys(issue: v.BaseIssue<unknown>, known: readonly string[]): string[] {
	const last = issue.path?.at(-1);
	const mapping = last && 'input' in last ? last.input : undefined;
	if (known.length === 0 || typeof mapping !== 'object' || mapping === null) return [String(last?.key)];
	return Object.keys(mapping).filter((key) => !known.includes(key));
}

function describeUnknown(path: Path, key: string, known: readonly string[]): Finding {
	const meant = nearest(key, known);
	const fix = meant ? `Did you mean “${meant}”?` : 'Check its spelling and how far it is indented.';
	return { path, key, message: `the key “${key}” is not known`, fix };
}

/** What is wrong with a value that stands where one is asked for. */
function describeValue(issue: v.BaseIssue<unknown>, path: Path): Finding {
	const [message = '', fix] = issue.message.split('\n');
	if (fix !== undefined) return { path, message, fix };
	if (issue.type === 'picklist' || issue.type === 'literal') {
		const choices = issue.expected?.replaceAll(/[()"]/g, '').replaceAll(' | ', ', ');
		return { path, message: `is ${shown(issue.received)}`, fix: `Write one of ${choices}.` };
	}
	if (issue.expected) {
		return {
			path,
			message: `is ${shown(issue.received)}`,
			fix: `Write ${wanted[issue.expected] ?? issue.expected}.`
		};
	}
	return { path, message, fix: 'See questions/README.md for how it is written.' };
}

const wanted: Record<string, string> = {
	string: 'a text; put it in quotation marks if it looks like a number or like true or false',
	number: 'a number',
	boolean: 'true or false',
	Array: 'a list',
	Object: 'a mapping of keys to values'
};

function shown(received: string): string {
	return received === 'null' || received === 'undefined' ? 'empty' : received;
}

function isStep(key: unknown): key is string | number {
	return typeof key === 'string' || typeof key === 'number';
}

/** The known key that differs from the written one in at most a third of its letters. */
function nearest(written: string, known: readonly string[]): string | undefined {
	const close = known
		.map((key) => ({ key, distance: editDistance(written.toLowerCase(), key.toLowerCase()) }))
		.filter(({ key, distance }) => distance <= Math.max(1, Math.floor(key.length / 3)))
		.sort((a, b) => a.distance - b.distance);
	return close[0]?.key;
}

/**
 * How many letters must be put in, taken out, replaced or swapped with their neighbour: the distance of optimal string
 * alignment.
 */
function editDistance(from: string, to: string): number {
	let before: number[] = [];
	let row = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let i = 1; i <= from.length; i++) {
		const next = [i];
		for (let j = 1; j <= to.length; j++) {
			const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
			const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
			const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : Infinity;
			next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		before = row;
		row = next;
	}
	return row[to.length] ?? 0;
}
