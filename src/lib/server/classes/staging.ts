import { setupOf } from '#lib/classroom/fixtures.ts';

import type { ClassAnswer, ClassStanding, KeptClass, Pupil } from './classes.ts';

/** A class as it is made, at 1000. */
export function classOf(id: string, changes: Partial<KeptClass> = {}): Omit<KeptClass, 'endedAt'> {
	return { id, code: `code of ${id}`, setup: setupOf(), createdAt: 1000, hostKeyHash: 'hash', ...changes };
}

/** What a log comes to while a round is open, and nothing is due. */
export function standingOf(changes: Partial<ClassStanding> = {}): ClassStanding {
	return { open: { first: 1, last: 1 }, dueAt: Infinity, endedAt: null, ...changes };
}

/** Somebody in the class who has joined at 2000. */
export function pupilOf(id: string, changes: Partial<Pupil> = {}): Pupil {
	return { id, name: id, nameKey: id, team: null, standing: 'in', joinedAt: 2000, ...changes };
}

/** What somebody has answered in the first round, at 3000. */
export function answerOf(pupil: string, changes: Partial<ClassAnswer> = {}): ClassAnswer {
	return { round: 1, pupil, response: 'x', certainty: null, at: 3000, key: `key of ${pupil}`, ...changes };
}
