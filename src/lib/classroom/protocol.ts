import * as v from 'valibot';

import { certainties } from '#lib/quiz/behaviour.ts';

import { classSetupSchema } from './setup.ts';

/** Why something was not done, in one word, which its page says in its own. */
export const refusals = [
	/** It is not what is sent here. */
	'unreadable',
	/** It is longer than anything that is sent here. */
	'long',
	/** It is nested deeper than anything that is sent here. */
	'deep',
	/** Another site sent it. */
	'foreign',
	/** So much was sent that this is only looked at some moments later. */
	'slow-down',
	/** The store does not answer, or the server is about to stop: nothing was done, or nobody knows; it can be sent again. */
	'wait',
	'no-class',
	/** No class that is running has the code. */
	'no-code',
	'not-host',
	'not-pupil',
	/** The pupil waits until the host lets them in. */
	'held',
	/** The host has removed the pupil. */
	'removed',
	/** It may not happen where the class is. */
	'refused',
	/** The round takes no answers, now or yet. */
	'closed',
	/** The pupil’s own time was over. */
	'late',
	/** It is no answer to its item: nothing, or of another kind. */
	'unfit',
	/** The item has left the course. */
	'gone',
	/** Another answer was given, and may not be changed. */
	'given',
	/** Somebody else in the class has the name. */
	'taken',
	'empty-name',
	'long-name',
	'no-team',
	/** As many have joined as a class may have. */
	'full',
	'locked',
	'ended',
	'unknown-pupil',
	/** The course is not served here, or not in that language. */
	'no-course',
	/** The course has no such item. */
	'no-item',
	/** The item is kept for exams. */
	'for-exams'
] as const;

/** Why something was not done, in one word. */
export type Refusal = (typeof refusals)[number];

/** Why an answer is not taken, whoever gives it. */
export type AnswerRefusal = Extract<Refusal, 'closed' | 'late' | 'unfit' | 'gone' | 'given'>;

/** What only those are told who join a class or take part in it. */
export type PupilRefusal =
	| AnswerRefusal
	| Extract<Refusal, 'no-code' | 'not-pupil' | 'held' | 'removed' | 'full' | 'locked' | 'ended'>;

/** What only hosts of a class are told. */
export type HostRefusal = Extract<Refusal, 'refused' | 'unknown-pupil'>;

/** Why a class cannot be about what its set-up names. */
export type CourseRefusal = Extract<Refusal, 'no-course' | 'no-item' | 'for-exams'>;

/** Why a class is not made. */
export type MakingRefusal = CourseRefusal | Extract<Refusal, 'unreadable' | 'slow-down' | 'wait'>;

const short = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));

/** Checks what a teacher’s page sends to have a class made. */
export const newClassSchema = v.strictObject({ setup: classSetupSchema });

/** What a teacher’s page is told of a class that was made. */
export interface MadeClass {
	id: string;
	/** What pupils type to join. */
	code: string;
	/** Makes whoever has it the host. */
	key: string;
}

/** Checks what a page sends to become the host of a class. */
export const hostSchema = v.strictObject({ key: short(64) });

/** The longest name that is read, in UTF-16 units: that it is too long is another question. */
const MOST_TYPED = 1000;

/** Checks what a page sends to join a class. */
export const joinSchema = v.strictObject({
	/** As it was typed; it does not count where names are handed out. */
	name: v.optional(v.pipe(v.string(), v.maxLength(MOST_TYPED)), ''),
	/** The name of a team of the set-up; null without teams. */
	team: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(MOST_TYPED))), null),
	/** Random, and the page’s own: joining again with the same one is the same pupil, such as after a lost answer. */
	ticket: v.pipe(v.string(), v.minLength(16), v.maxLength(64))
});

/** Checks what a host’s page sends to change something of a pupil. */
export const changeSchema = v.strictObject({
	/** The id of the pupil. */
	pupil: short(64),
	/** What is given of it. */
	change: v.partial(
		v.strictObject({
			name: v.pipe(v.string(), v.maxLength(MOST_TYPED)),
			team: v.nullable(v.pipe(v.string(), v.maxLength(MOST_TYPED))),
			standing: v.picklist(['in', 'held', 'removed'])
		})
	)
});

/** What a page sends to join a class. */
export type Joining = v.InferOutput<typeof joinSchema>;

/** Checks what a pupil’s page sends to be recognised again, on this or another device. */
export const backSchema = v.strictObject({ token: short(100) });

/** Checks an answer as a pupil’s page sends it; whether it is one to its item is another question. */
export const sentAnswerSchema = v.strictObject({
	round: v.pipe(v.number(), v.integer(), v.minValue(1)),
	response: v.unknown(),
	/** Null where it is not asked for. */
	certainty: v.optional(v.nullable(v.picklist(certainties)), null),
	/** Its own, so that sending it again changes nothing. */
	key: short(64)
});

/** An answer as a pupil’s page sends it. */
export type SentAnswer = v.InferOutput<typeof sentAnswerSchema>;

/** What whoever has the code of a class is told before they join. */
export const lookedUpSchema = v.object({
	/** The id of the class. */
	id: v.string(),
	rules: v.object({
		language: v.string(),
		names: v.picklist(['real', 'given']),
		teams: v.array(v.string())
	}),
	/** The id of its course. */
	primer: v.string(),
	isLocked: v.boolean()
});

export type LookedUp = v.InferOutput<typeof lookedUpSchema>;

/** Checks what a pupil alone is told beside the view, whenever it changes. */
export const themselvesSchema = v.object({
	name: v.string(),
	team: v.nullable(v.string()),
	standing: v.picklist(['in', 'held', 'removed']),
	/** How many times as long as the others they have; null: as long as a round is open. */
	times: v.nullable(v.number())
});

export type Themselves = v.InferOutput<typeof themselvesSchema>;

/** What a pupil alone is told: who they are, and what the server has of them. */
export const meSchema = v.object({
	...themselvesSchema.entries,
	/** In the class; it is no secret. */
	id: v.string(),
	/** Shown on another device, it is the same pupil there. */
	token: v.string(),
	/** By round. */
	answers: v.array(
		v.object({
			round: v.number(),
			response: v.unknown(),
			certainty: v.nullable(v.picklist(certainties)),
			/** When it came: milliseconds since 1970 by the server’s clock. */
			at: v.number(),
			key: v.string()
		})
	)
});

export type Me = v.InferOutput<typeof meSchema>;

/**
 * Checks what a server tells a page that asks for news: the time by its clock (milliseconds since 1970) and the view, or
 * in one word why not. A host is also told of those who are there, and a pupil of themselves; `mark` stands for that, and
 * whoever names it when asking again is answered as soon as it is another.
 */
export const newsSchema = v.union([
	v.object({
		...{ now: v.number(), view: v.unknown(), mark: v.optional(v.string()) },
		...{ room: v.optional(v.unknown()), pupil: v.optional(v.unknown()) }
	}),
	v.object({ refused: v.string() })
]);
