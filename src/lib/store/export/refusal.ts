import type * as v from 'valibot';

/** What is wrong at one place of a file. */
export type Fault =
	| { fault: 'missing'; key: string }
	| { fault: 'unknown-key'; key: string }
	/** Something of another sort stands where a text, a number or the like belongs. */
	| { fault: 'sort'; wanted: Sort }
	/** One of a few values belongs there. */
	| { fault: 'choice'; wanted: string[] }
	/** The sort is right, and the value is out of bounds or of another form. */
	| { fault: 'value' };

export const sorts = ['text', 'number', 'truth', 'list', 'object', 'nothing-of-these'] as const;
export type Sort = (typeof sorts)[number];

/** A fault, and where it stands: `reviews[3].at`, or the empty text for the file as a whole. */
export type Finding = Fault & { place: string };

/** Why a file is not taken. It is refused whole: nothing of it was kept. */
export type Refusal =
	/** Its size in bytes. */
	| { why: 'too-large'; size: number }
	| { why: 'unreadable' }
	| { why: 'not-json' }
	/** JSON, but of something else. */
	| { why: 'other-format' }
	/** A newer Five Points wrote it. */
	| { why: 'newer'; version: number }
	/** At most a few findings, and how many there are. */
	| { why: 'broken'; findings: Finding[]; count: number };

const sortOf: Record<string, Sort> = {
	string: 'text',
	number: 'number',
	boolean: 'truth',
	array: 'list',
	strict_object: 'object',
	record: 'object'
};

/** What an issue of a schema finds, without the words for it. */
export function findingOf(issue: v.BaseIssue<unknown>): Finding {
	const path = issue.path ?? [];
	const last = path.at(-1);
	const isOfKey =
		issue.type === 'strict_object' && last !== undefined && 'origin' in last && last.origin === 'key';
	if (isOfKey) {
		const fault = issue.expected === 'never' ? 'unknown-key' : 'missing';
		return { place: placeOf(path.slice(0, -1)), fault, key: String(last.key) };
	}
	return { place: placeOf(path), ...faultOf(issue) };
}

function faultOf(issue: v.BaseIssue<unknown>): Fault {
	if (issue.kind !== 'schema') return { fault: 'value' };
	if (['literal', 'picklist', 'variant'].includes(issue.type) && issue.expected) {
		return { fault: 'choice', wanted: issue.expected.replaceAll(/[()"]/g, '').split(' | ') };
	}
	return { fault: 'sort', wanted: sortOf[issue.type] ?? 'nothing-of-these' };
}

function placeOf(path: readonly { key: unknown }[]): string {
	return path
		.map(({ key }, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`))
		.join('');
}
