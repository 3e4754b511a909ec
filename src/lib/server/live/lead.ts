import { classEventSchema, type ClassEvent } from '#lib/classroom/event.ts';
import type { ClassState } from '#lib/classroom/fold.ts';
import type { Person } from '#lib/classroom/host-protocol.ts';
import { changeSchema, type Refusal } from '#lib/classroom/protocol.ts';
import { roundsTogether, timesFor } from '#lib/classroom/context.ts';
import type { Pupil } from '#lib/classroom/pupil.ts';
import { LONGEST } from '#lib/classroom/setup.ts';
import { parsed } from '#lib/quiz/parsed.ts';
import type { PupilChange } from '#lib/server/classes/classes.ts';

import type { LiveClass } from './live-class.ts';
import type { Live } from './live.ts';
import { namedBy, whyHeld } from './name.ts';

/** How often a class may ask: each of the most items that it can have, ten times. */
const MOST_ROUNDS = 1000;

/**
 * How much may happen in a class that does not end it: many times more than in any lesson. Whoever opens the class reads
 * all of it, and everybody else waits meanwhile.
 */
const MOST_EVENTS = 10_000;

/**
 * Lets the host make something happen.
 *
 * @param sent an event without its moment, as a page sends it: when it happens is for the server to say
 */
export async function lead(opened: LiveClass, sent: unknown): Promise<{ version: number } | Refusal> {
	const eventAt = (at: number) =>
		typeof sent === 'object' && sent !== null && !('at' in sent)
			? parsed(classEventSchema, { ...sent, at })
			: undefined;
	const event = eventAt(0);
	if (!event) return 'unreadable';
	// The log would keep whatever it is for ever.
	if (event.type === 'grant' && !(await opened.roster.find(event.pupil))) return 'unknown-pupil';
	const done = await opened.act((at, state) =>
		isInBounds(event, state, opened.version) ? eventAt(at) : undefined
	);
	if (done === 'done') return { version: opened.version };
	return done === 'unknown' ? 'no-class' : done;
}

/**
 * Whether the host may still make something happen. A log that was kept before is followed wherever it goes: this is only
 * about what is added to it.
 *
 * @param version how many events the log has
 */
function isInBounds(event: ClassEvent, { context }: ClassState, version: number): boolean {
	if (event.type === 'end') return true;
	if (version >= MOST_EVENTS) return false;
	const [round] = roundsTogether(context);
	switch (event.type) {
		case 'ask':
			// Said by two devices at once, or twice since nobody heard the first time, it begins once.
			if (round?.closedAt === null && round.position === event.position) return false;
			return context.rounds.length < MOST_ROUNDS;
		case 'extend':
			return (round?.length ?? 0) + Math.max(0, event.seconds) * 1000 <= LONGEST.window * 1000;
		default:
			return true;
	}
}

/** Everybody who has joined a class, whatever their standing, in the order in which they did. */
export async function peopleIn({ services }: Live, opened: LiveClass): Promise<{ pupils: Person[] }> {
	const rounds = roundsTogether(opened.state.context).map(({ number }) => number);
	const answered = new Map<string, number[]>();
	for (const round of rounds) {
		for (const pupil of await services.answers.who(opened.kept.id, round))
			answered.set(pupil, [...(answered.get(pupil) ?? []), round]);
	}
	const pupils = [...opened.roster.all.values()];
	return { pupils: pupils.map((pupil) => personOf(opened, pupil, answered.get(pupil.id))) };
}

/**
 * Lets the host rename somebody, put them into another team, let them in or send them out. Whatever name the host gives
 * is let in, unless it is the same as somebody else’s.
 *
 * @param sent `{ pupil, change }`, as a page sends it
 */
export async function changePerson(
	{ services }: Live,
	opened: LiveClass,
	sent: unknown
): Promise<{ pupil: Person } | Refusal> {
	const given = parsed(changeSchema, sent);
	if (!given) return 'unreadable';
	const { id, setup } = opened.kept;
	const before = await opened.roster.find(given.pupil);
	if (!before) return 'unknown-pupil';
	const { team, standing } = given.change;
	if (team !== undefined && (team === null ? setup.teams.length > 0 : !setup.teams.includes(team)))
		return 'no-team';
	const change: PupilChange = { ...(team !== undefined && { team }), ...(standing && { standing }) };
	// Whoever comes back may find that somebody else has their name by now.
	const isBack = before.standing === 'removed' && standing !== undefined && standing !== 'removed';
	const typed = given.change.name ?? (isBack ? before.name : undefined);
	if (typed !== undefined) {
		await opened.roster.read();
		const named = namedBy(typed, before.id, opened.roster);
		if (typeof named !== 'object') return named;
		Object.assign(change, { name: named.name, nameKey: named.nameKey });
	}
	const became = await services.pupils.change(id, before.id, change);
	if (became === 'unknown') return 'unknown-pupil';
	if (became === 'taken') return 'taken';
	const pupil = { ...before, ...change };
	opened.changed(pupil);
	return { pupil: personOf(opened, pupil) };
}

function personOf({ state, roster }: LiveClass, kept: Pupil, answered: number[] = []): Person {
	const { nameKey: _, ...pupil } = kept;
	const doubt = pupil.standing === 'held' ? whyHeld(kept, roster) : null;
	return { ...pupil, answered, times: timesFor(state.context, pupil.id), doubt };
}
