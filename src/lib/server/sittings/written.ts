import * as v from 'valibot';

import { scoreSchema } from '#lib/kinds/score-schema.ts';
import { formSchema, type Form } from '#lib/quiz/form-schema.ts';

import { readId, readResponse, writeId, writeResponse } from '../database/written.ts';
import type { Closing, KeptAnswer } from './sittings.ts';

export function writeForm(form: Form): string {
	return JSON.stringify(form);
}

export function readForm(kept: string): Form {
	return v.parse(formSchema, JSON.parse(kept));
}

/**
 * The last answer to each item, in the form that is kept, in the order of the items’ ids: everybody locks rows in that
 * order.
 */
export function writeAnswers(answers: readonly KeptAnswer[]): WrittenAnswer[] {
	const newest = new Map<string, WrittenAnswer>();
	for (const { item, response, at } of answers) {
		const id = writeId(item);
		if (at < (newest.get(id)?.given_at ?? -Infinity)) continue;
		newest.set(id, { item: id, response: writeResponse(response), given_at: at });
	}
	return [...newest.values()].sort((a, b) => (a.item < b.item ? -1 : 1));
}

export interface WrittenAnswer {
	item: string;
	response: string;
	given_at: number;
}

export function readAnswer({ item, response, given_at }: WrittenAnswer): KeptAnswer {
	return { item: readId(item), response: readResponse(response), at: given_at };
}

/** Grades are pairs here: a schema cannot check an object if an item is called `constructor`. */
const closingSchema = v.strictObject({
	by: v.picklist(['learner', 'time']),
	grades: v.array(v.tuple([v.string(), scoreSchema])),
	gone: v.array(v.string())
});

/** A closing without its moment, which has a column of its own. */
export function writeClosing({ by, grades, gone }: Closing): string {
	return JSON.stringify({ by, grades: Object.entries(grades), gone });
}

export function readClosing(kept: string, at: number): Closing {
	const { by, grades, gone } = v.parse(closingSchema, JSON.parse(kept));
	return { at, by, grades: Object.fromEntries(grades), gone };
}
