import { parseJson } from '#lib/text/parse-json.ts';

import { checkResult } from './check.ts';
import { FORMAT, RESULT_VERSION, type Result } from './format.ts';
import { refused, type Reading } from './refusal.ts';

/** What a file of a result is called: by its course and attempt, so that those of a class do not replace one another. */
export function resultFileName({ course, attempt }: Result): string {
	return `five-points-result-${course}-${attempt.slice(0, 6)}.json`;
}

/** Writes a result as a file that people can read, a line for each item. */
export function writeResultFile({ items, ...rest }: Result): string {
	const head = Object.entries(rest).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
	const lines = items.map((item) => JSON.stringify(item)).join(',\n');
	return `{\n${[...head, `"items": [\n${lines}\n]`].join(',\n')}\n}\n`;
}

/** Reads the text of such a file. */
export function readResultFile(text: string): Reading<Result> {
	const value = parseJson(text);
	if (value === undefined) return refused({ why: 'nothing' });
	if (!isOfFormat(value)) return refused({ why: 'other-format' });
	const { version } = value;
	return typeof version === 'number' && version > RESULT_VERSION
		? refused({ why: 'newer', version })
		: checkResult(value);
}

function isOfFormat(value: unknown): value is { format: typeof FORMAT; version?: unknown } {
	return typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT;
}
