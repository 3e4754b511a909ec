import * as v from 'valibot';

import { classEventSchema, type ClassEvent } from '#lib/classroom/event.ts';
import { classSetupSchema } from '#lib/classroom/setup.ts';
import { certainties } from '#lib/quiz/behaviour.ts';

import { readId, readResponse, writeId, writeResponse } from '../database/written.ts';
import type { ClassAnswer, ClassStanding, KeptClass, LoggedEvent, Pupil, PupilChange } from './classes.ts';
import type { ClassTables } from './tables.ts';

// Stores write and read by these functions alone, so that a class is the same wherever it was kept.

export type WrittenClass = Pick<
	ClassTables['classes'],
	'id' | 'code' | 'setup' | 'created_at' | 'host_key_hash' | 'ended_at'
>;
export type WrittenEvent = Pick<ClassTables['class_events'], 'event' | 'happened_at'>;
export type WrittenStanding = Pick<
	ClassTables['classes'],
	'first_open' | 'last_open' | 'due_at' | 'ended_at'
>;
export type WrittenPupil = Omit<ClassTables['class_pupils'], 'class' | 'place'>;
export type WrittenAnswer = Omit<ClassTables['class_answers'], 'class' | 'past_keys'>;

export function writeClass({
	id,
	code,
	setup,
	createdAt,
	hostKeyHash
}: Omit<KeptClass, 'endedAt'>): WrittenClass {
	return {
		...{ id: writeId(id), code: writeId(code), setup: JSON.stringify(setup), created_at: createdAt },
		...{ host_key_hash: writeId(hostKeyHash), ended_at: null }
	};
}

export function readClass({ id, code, setup, created_at, host_key_hash, ended_at }: WrittenClass): KeptClass {
	return {
		...{ id: readId(id), code: readId(code), setup: v.parse(classSetupSchema, JSON.parse(setup)) },
		...{ createdAt: created_at, hostKeyHash: readId(host_key_hash), endedAt: ended_at }
	};
}

export function writeEvent(event: ClassEvent): WrittenEvent {
	return { event: JSON.stringify(event), happened_at: event.at };
}

export function readEvent({ sequence, event }: { sequence: number; event: string }): LoggedEvent {
	return { sequence, event: v.parse(classEventSchema, JSON.parse(event)) };
}

export function writeStanding({ open, dueAt, endedAt }: ClassStanding): WrittenStanding {
	return {
		first_open: open?.first ?? null,
		last_open: open?.last ?? null,
		due_at: dueAt,
		ended_at: endedAt
	};
}

export function takesAnswers(
	{ first_open, last_open }: Pick<WrittenStanding, 'first_open' | 'last_open'>,
	round: number
): boolean {
	return first_open !== null && last_open !== null && first_open <= round && round <= last_open;
}

const standingSchema = v.picklist(['in', 'held', 'removed']);

export function writePupil({ id, name, nameKey, team, standing, joinedAt }: Pupil): WrittenPupil {
	return {
		...{ id: writeId(id), name: writeId(name), name_key: writeId(nameKey) },
		...{ team: team === null ? null : writeId(team), standing, joined_at: joinedAt }
	};
}

export function readPupil({ id, name, name_key, team, standing, joined_at }: WrittenPupil): Pupil {
	return {
		...{ id: readId(id), name: readId(name), nameKey: readId(name_key) },
		...{ team: team === null ? null : readId(team), standing: v.parse(standingSchema, standing) },
		joinedAt: joined_at
	};
}

export function writeAnswer({ round, pupil, response, certainty, at, key }: ClassAnswer): WrittenAnswer {
	return {
		...{ round, pupil: writeId(pupil), response: writeResponse(response), certainty },
		...{ given_at: at, key: writeId(key) }
	};
}

const certaintySchema = v.nullable(v.picklist(certainties));

export function readAnswer({ round, pupil, response, certainty, given_at, key }: WrittenAnswer): ClassAnswer {
	return {
		...{ round, pupil: readId(pupil), response: readResponse(response) },
		...{ certainty: v.parse(certaintySchema, certainty), at: given_at, key: readId(key) }
	};
}

/** By round, then by when they came, then by pupil: each database sorts text by the rules of some language of its own. */
export function inOrder(answers: readonly WrittenAnswer[]): WrittenAnswer[] {
	return answers.toSorted(
		(a, b) => a.round - b.round || a.given_at - b.given_at || (a.pupil < b.pupil ? -1 : 1)
	);
}

/** How many of the answers that a pupil has changed are known by their keys: what is sent again is sent again soon. */
const MOST_PAST = 10;

const pastSchema = v.array(v.string());

/** The key of an answer, and those whose place it took. */
interface Keys {
	key: string;
	past_keys: string;
}

/** Whether an answer was kept before, even if another has taken its place since. */
export function wasKept({ key }: WrittenAnswer, known: Keys): boolean {
	return known.key === key || v.parse(pastSchema, JSON.parse(known.past_keys)).includes(key);
}

/** The past keys of an answer that takes the place of another. */
export function pastAfter({ key, past_keys }: Keys): string {
	return JSON.stringify([key, ...v.parse(pastSchema, JSON.parse(past_keys))].slice(0, MOST_PAST));
}

export const NO_PAST = '[]';

/** A pupil with what is given of a change; what is undefined is not given. */
export function changed(
	pupil: Pupil,
	{ name = pupil.name, nameKey = pupil.nameKey, team = pupil.team, standing = pupil.standing }: PupilChange
): Pupil {
	return { ...pupil, name, nameKey, team, standing };
}
