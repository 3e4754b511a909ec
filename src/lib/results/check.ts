import * as v from 'valibot';

import { resultSchema, type Result } from './format.ts';
import { refused, type Reading } from './refusal.ts';

/** The result that a value is, with its name tidied; or the first place where it is not as a result is. */
export function checkResult(value: unknown): Reading<Result> {
	const parsed = v.safeParse(resultSchema, value, { abortEarly: true });
	if (!parsed.success) return refused({ why: 'broken', place: placeOf(parsed.issues[0]) });
	const { name, ...result } = parsed.output;
	return { ok: true, result: name === undefined || name === '' ? result : { ...result, name } };
}

function placeOf({ path = [] }: { path?: { key?: unknown }[] | undefined }): string {
	const steps = path.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
	return steps.join('').replace(/^\./, '').slice(0, 100);
}
