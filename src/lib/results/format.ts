import { behaviourNames, certainties } from '#lib/quiz/behaviour.ts';
import { momentSchema } from '#lib/quiz/moment.ts';
import { isMapping } from '#lib/text/mapping.ts';
import * as v from 'valibot';

/** What every file of a result says it is. */
export const FORMAT = 'five-points-result';

/** The version of the files and codes that this code writes, and the only one that it reads. */
export const RESULT_VERSION = 1;

/** How many items a result may have: more than anybody answers in a sitting. */
export const MOST_ITEMS = 500;

/** The longest name of a learner, in characters. */
export const LONGEST_NAME = 40;

/** The largest response that a result tells, in characters of its JSON. */
const LARGEST_RESPONSE = 1000;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));

/** A response of the shape that some kind has: a text, a list of texts, or what was given for each part. */
export type TellableResponse = string | string[] | Record<string, string | boolean | null>;

/** Whether a result can tell a response: it is of such a shape, and not too large. */
export function isTellable(response: unknown): response is TellableResponse {
	const fits = typeof response === 'string' || isTexts(response) || isByPart(response);
	return fits && JSON.stringify(response).length <= LARGEST_RESPONSE;
}

const itemSchema = v.pipe(
	v.strictObject({
		/** Its id in the course. */
		item: id,
		/** The revision of its key, from 1: `rev` in the course’s file. */
		rev: v.pipe(whole, v.minValue(1)),
		/**
		 * - `scored`: answered;
		 * - `unanswered`: nothing was given;
		 * - `unreadable`: what was given could not be read as an answer;
		 * - `gone`: no longer in the course when the form was graded.
		 */
		state: v.picklist(['scored', 'unanswered', 'unreadable', 'gone']),
		/** The score of the first try, from 0 to 1, to four decimals; null unless scored. */
		fraction: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
		/** The marks, after all tries: from −6 to 3 with certainty, otherwise from 0 to 1; to four decimals. */
		earned: v.pipe(v.number(), v.minValue(-6), v.maxValue(3)),
		/** How many tries were scored. */
		tries: whole,
		certainty: v.nullable(v.picklist(certainties)),
		/** Whether a hint was read. */
		hinted: v.boolean(),
		/** How long the learner had it before them, in whole seconds. */
		seconds: whole,
		/** What the first try gave; null where nothing was scored, or it is too large to tell. */
		response: v.nullable(v.custom<TellableResponse>(isTellable))
	}),
	v.check(({ state, fraction }) => (state === 'scored') === (fraction !== null))
);

/** Checks a result of this version. */
export const resultSchema = v.strictObject({
	format: v.literal(FORMAT),
	version: v.literal(RESULT_VERSION),
	/** Names the attempt for good: the same however often it is handed on, and under whatever name. */
	attempt: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
	/** The course, by the name of its folder. */
	course: id,
	/** The language of the edition that was answered, as a tag. */
	language: id,
	behaviour: v.picklist(behaviourNames),
	/** When it was finished: milliseconds since 1970, by the learner’s device or the server of an exam. */
	finishedAt: momentSchema,
	/** How long it took without pauses, in whole seconds. */
	seconds: whole,
	/** What the learner wants to be called, if anything: at most 40 characters. */
	name: v.exactOptional(v.pipe(v.string(), v.maxLength(10_000), v.transform(tidyName))),
	/** In the order in which they were asked. */
	items: v.pipe(
		v.array(itemSchema),
		v.minLength(1),
		v.maxLength(MOST_ITEMS),
		v.check((items) => new Set(items.map(({ item }) => item)).size === items.length)
	)
});

/** What a learner hands to a teacher: the answers of one finished attempt, scored. */
export type Result = v.InferOutput<typeof resultSchema>;
export type ResultItem = Result['items'][number];

/**
 * A name as it is kept and shown: without control characters and marks of direction, which could turn what stands
 * around it on a page, with single spaces, and at most {@link LONGEST_NAME} characters. It is still a text of somebody
 * else’s, and never markup.
 */
export function tidyName(name: string): string {
	const plain = name
		.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
		.replaceAll(/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\p{Cs}]/gu, '')
		.normalize('NFC')
		.trim();
	return Array.from(plain).slice(0, LONGEST_NAME).join('').trim();
}

function isTexts(response: unknown): response is string[] {
	return Array.isArray(response) && response.every((each) => typeof each === 'string');
}

function isByPart(response: unknown): response is Record<string, string | boolean | null> {
	return (
		isMapping(response) &&
		Object.values(response).every((part) => part === null || ['string', 'boolean'].includes(typeof part))
	);
}
