import type * as v from 'valibot';

/** What is wrong at one place of a file. */
export type Fault =
	| { fault: 'missing'; key: string }
	| { fault: 'unknown-key'; key: string }
	/** Something of another sort is where a text, a number or the like belongs. */
	| { fault: 'sort'; wanted: Sort }
	/** One of a few values belongs there. */
	| { fault: 'choice'; wanted: string[] }
	/** The sort is right, and the value is out of bounds or of another form. */
	| { fault: 'value' };

/** What sort of value belongs somewhere. */
export type Sort = 'text' | 'number' | 'truth' | 'list' | 'object' | 'nothing-of-these';

/** A fault, and where it is: `reviews[3].at`, or the empty text for the file as a whole. */
export type FileFault = Fault & { place: string };

/** How many faults are counted; beyond that no number is shown. */
export const COUNTED = 1000;

/** Why a file is not taken. It is refused whole: nothing of it was kept. */
export type FileRefusal =
	/** Its size in bytes. */
	| { why: 'too-large'; size: number }
	| { why: 'unreadable' }
	| { why: 'not-json' }
	/** JSON, but of something else. */
	| { why: 'other-format' }
	/** A newer Five Points wrote it. */
	| { why: 'newer'; version: number }
	/** At most a few faults, and how many there are; more than {@link COUNTED} if the counting was given up. */
	| { why: 'broken'; faults: FileFault[]; count: number };

const sortOf: Record<string, Sort> = {
	string: 'text',
	number: 'number',
	boolean: 'truth',
	array: 'list',
	strict_object: 'object',
	variant: 'object',
	object: 'object'
};

interface Step {
	key: unknown;
	origin?: unknown;
}

/**
 * The fault that an issue of a schema stands for, without any wording.
 *
 * @param within the path to what the schema checked
 */
export function fileFaultOf(issue: v.BaseIssue<unknown>, within: readonly Step[] = []): FileFault {
	const path: readonly Step[] = [...within, ...(issue.path ?? [])];
	const last = path.at(-1);
	if (issue.type === 'strict_object' && last?.origin === 'key') {
		const fault = issue.expected === 'never' ? 'unknown-key' : 'missing';
		return { place: placeOf(path.slice(0, -1)), fault, key: String(last.key) };
	}
	return { place: placeOf(path), ...faultOf(issue) };
}

function faultOf(issue: v.BaseIssue<unknown>): Fault {
	if (issue.kind !== 'schema') return { fault: 'value' };
	const isOfChoices = ['literal', 'picklist', 'variant'].includes(issue.type) && issue.expected !== 'Object';
	if (isOfChoices && issue.expected) {
		return { fault: 'choice', wanted: issue.expected.replaceAll(/[()"]/g, '').split(' | ') };
	}
	return { fault: 'sort', wanted: sortOf[issue.type] ?? 'nothing-of-these' };
}

function placeOf(path: readonly { key: unknown }[]): string {
	return path
		.map(({ key }, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`))
		.join('');
}
