import * as v from 'valibot';

import { FORMAT, RESULT_VERSION, type Result, type ResultItem } from './format.ts';

/*
 * A result as short as JSON can be, for a code: lists instead of fields, and nothing that goes without saying.
 */

/** What of an item is not as it mostly is. */
const moreSchema = v.strictObject({
	rev: v.exactOptional(v.unknown()),
	state: v.exactOptional(v.unknown()),
	earned: v.exactOptional(v.unknown()),
	tries: v.exactOptional(v.unknown()),
	certainty: v.exactOptional(v.unknown()),
	hinted: v.exactOptional(v.unknown())
});

const packedItem = v.tuple([v.unknown(), v.unknown(), v.unknown(), v.unknown(), moreSchema]);
const packedSchema = v.strictTuple([
	v.unknown(),
	v.unknown(),
	v.unknown(),
	v.unknown(),
	v.unknown(),
	v.unknown(),
	v.unknown(),
	v.array(v.array(v.unknown()))
]);

/** A result as a list, to be written as JSON. */
export function packed(result: Result): unknown[] {
	const { attempt, course, language, behaviour, finishedAt, seconds, name = '', items } = result;
	return [attempt, course, language, behaviour, finishedAt, seconds, name, items.map(packItem)];
}

/** What such a list stands for, to be checked as any result; undefined where it is no such list. */
export function unpacked(value: unknown): unknown {
	const list = v.safeParse(packedSchema, value, { abortEarly: true });
	if (!list.success) return undefined;
	const [attempt, course, language, behaviour, finishedAt, seconds, name, items] = list.output;
	return {
		format: FORMAT,
		version: RESULT_VERSION,
		attempt,
		course,
		language,
		behaviour,
		finishedAt,
		seconds,
		...(name !== '' && { name }),
		items: items.map(unpackItem)
	};
}

function packItem({ item, response, fraction, seconds, ...rest }: ResultItem): unknown[] {
	const usual = usually(fraction);
	const { rev, state, earned, tries, certainty, hinted } = rest;
	const more = {
		...(rev !== usual.rev && { rev }),
		...(state !== usual.state && { state }),
		...(earned !== usual.earned && { earned }),
		...(tries !== usual.tries && { tries }),
		...(certainty !== usual.certainty && { certainty }),
		...(hinted !== usual.hinted && { hinted })
	};
	const list = [item, response, fraction, seconds];
	return Object.keys(more).length === 0 ? list : [...list, more];
}

function unpackItem(value: unknown[]): unknown {
	const list = v.safeParse(packedItem, value.length === 4 ? [...value, {}] : value, { abortEarly: true });
	if (!list.success || value.length > 5) return null;
	const [item, response, fraction, seconds, more] = list.output;
	return { item, response, fraction, seconds, ...usually(fraction), ...more };
}

/** What goes with a score in most quizzes. */
function usually(fraction: unknown) {
	const scored = fraction !== null;
	return {
		rev: 1,
		state: scored ? 'scored' : 'unanswered',
		earned: scored ? fraction : 0,
		tries: scored ? 1 : 0,
		certainty: null,
		hinted: false
	};
}
