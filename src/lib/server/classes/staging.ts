import fc from 'fast-check';

import type { ClassEvent } from '#lib/classroom/event.ts';
import { setupOf } from '#lib/classroom/fixtures.ts';
import { LONGEST, MOST_ITEMS, MOST_TEAMS, type ClassSetup } from '#lib/classroom/setup.ts';
import { certainties } from '#lib/quiz/behaviour.ts';

import { anyJson, longText, moment, oddText } from '../database/values-staging.ts';
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

/** Any text that no index holds: it may be as long as it likes. */
const text = fc.oneof({ weight: 9, arbitrary: oddText }, { weight: 1, arbitrary: longText });

const position = fc.nat({ max: MOST_ITEMS });
const round = fc.integer({ min: 1, max: 2 ** 31 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

const anySetup: fc.Arbitrary<ClassSetup> = fc.record({
	primer: text,
	language: oddText,
	items: fc.uniqueArray(text, { minLength: 1, maxLength: MOST_ITEMS }),
	seed: text,
	pace: fc.constantFrom('teacher', 'own'),
	seconds: fc.option(fc.integer({ min: 1, max: LONGEST.item })),
	reading: fc.nat({ max: LONGEST.item }),
	scoring: fc.constantFrom('marks', 'speed', 'none'),
	certainty: fc.boolean(),
	names: fc.constantFrom('real', 'given'),
	// Their names are trimmed before they are kept.
	teams: fc.array(
		oddText.map((name) => `T${name.slice(0, 38)}s`),
		{ maxLength: MOST_TEAMS }
	),
	words: fc.constantFrom('phones', 'wall'),
	mayChange: fc.boolean(),
	closesWhenAll: fc.boolean(),
	standings: fc.boolean(),
	bounds: fc.tuple(share, share).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))
});

export const anyClass: fc.Arbitrary<Omit<KeptClass, 'endedAt'>> = fc.record({
	...{ id: oddText, code: oddText, setup: anySetup, createdAt: moment, hostKeyHash: text }
});

export const anyEvent: fc.Arbitrary<ClassEvent> = fc.oneof(
	fc.record({ type: fc.constantFrom('ask', 'show'), at: moment, position }),
	fc.record({ type: fc.constantFrom('open', 'close'), at: moment, round }),
	fc.record({ type: fc.constant('extend'), at: moment, round, seconds: fc.integer() }),
	fc.record({
		...{ type: fc.constant('grant'), at: moment, pupil: text },
		times: fc.option(fc.double({ min: 1, max: 10, noNaN: true }))
	}),
	fc.record({
		type: fc.constantFrom(
			...([
				'discuss',
				'ask-again',
				'reveal',
				'standings',
				'pause',
				'resume',
				'lock',
				'unlock',
				'end'
			] as const)
		),
		at: moment
	})
);

export const anyPupil: fc.Arbitrary<Pupil> = fc.record({
	...{ id: oddText, name: text, nameKey: oddText, team: fc.option(text), joinedAt: moment },
	standing: fc.constantFrom('in', 'held', 'removed')
});

export const anyAnswer: fc.Arbitrary<ClassAnswer> = fc.record({
	...{ round, pupil: oddText, response: fc.oneof(anyJson, text), at: moment, key: text },
	certainty: fc.option(fc.constantFrom(...certainties))
});
