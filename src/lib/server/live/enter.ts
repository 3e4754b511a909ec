import { readCode } from '#lib/classroom/code.ts';
import { timesFor } from '#lib/classroom/context.ts';
import { joinSchema, type Joining, type LookedUp, type Me, type Refusal } from '#lib/classroom/protocol.ts';
import type { ClassAnswer, Pupil } from '#lib/classroom/pupil.ts';
import { parsed } from '#lib/quiz/parsed.ts';

import type { LiveClass } from './live-class.ts';
import type { Live } from './live.ts';
import { handedOut, namedBy } from './name.ts';
import { pupilIdOf, pupilToken } from './tokens.ts';
import { pupilWith } from './who.ts';

/** How often somebody is tried to be let in when others always take the name that they were to have. */
const MOST_TRIES = 50;

/**
 * The class of a code, for whoever wants to join it.
 *
 * @param typed the code as it was typed
 * @param address where the request came from; empty where that is not known
 */
export async function lookUp(live: Live, typed: string, address: string): Promise<LookedUp | Refusal> {
	if (!live.limits.mayLookUp(address, live.ticks())) return 'slow-down';
	const code = readCode(typed);
	const id = code === undefined ? undefined : await live.services.classes.byCode(code);
	const opened = id === undefined ? undefined : await live.classes.open(id);
	if (!opened) return 'no-code';
	const { primer, language, names, teams } = opened.kept.setup;
	return {
		...{ id: opened.kept.id, rules: { language, names, teams }, primer },
		isLocked: opened.state.context.isLocked
	};
}

/** Somebody at the door of a class. */
export interface Knock {
	/** What their page has sent: `{ name, team, ticket }`. */
	sent: unknown;
	/** Where the request came from; empty where that is not known. */
	address: string;
	/** The token of a pupil that their device has of this class already; undefined without one. */
	known: string | undefined;
}

/**
 * Lets somebody join a class. Whoever joined before with the same ticket comes back, locked door or not, and as they were:
 * whoever was removed stays so, and whoever joins anew on the device of somebody who was waits for the host.
 */
export async function join(
	live: Live,
	opened: LiveClass,
	{ sent, address, known }: Knock
): Promise<Me | Refusal> {
	const joining = parsed(joinSchema, sent);
	if (!joining) return 'unreadable';
	const { id: classId } = opened.kept;
	const id = pupilIdOf(joining.ticket, classId, live.secret);
	const before = await opened.roster.find(id);
	if (before) return meOf(live, opened, before);
	const barred = barredFrom(opened, joining);
	if (barred) return barred;
	if (!live.limits.mayJoin(classId, address, live.ticks())) return 'slow-down';
	const wasRemoved = (await pupilWith(live, opened, known))?.standing === 'removed';
	for (let tries = 0; tries < MOST_TRIES; tries++) {
		const named = namedIn(opened, id, joining);
		if (typeof named !== 'object') return named;
		const { name, nameKey, isDoubtful } = named;
		const pupil: Pupil = {
			...{ id, name, nameKey, team: joining.team, joinedAt: opened.clock.now() },
			standing: isDoubtful || wasRemoved ? 'held' : 'in'
		};
		const became = await live.services.pupils.join(classId, pupil, live.mostPupils);
		if (became === 'unknown') return 'no-class';
		if (became === 'full') return 'full';
		if (became === 'joined') {
			opened.joined(pupil);
			return told(live, opened, pupil, []);
		}
		// Somebody has joined by another process.
		await opened.roster.read();
	}
	return 'wait';
}

/** What a pupil alone is told. */
export async function meOf(live: Live, opened: LiveClass, pupil: Pupil): Promise<Me> {
	return told(live, opened, pupil, await live.services.answers.of(opened.kept.id, pupil.id));
}

function told(
	{ secret }: Live,
	{ kept, state }: LiveClass,
	{ id, name, team, standing }: Pupil,
	answers: readonly ClassAnswer[]
): Me {
	return {
		...{ id, name, team, standing, times: timesFor(state.context, id) },
		token: pupilToken(kept.id, id, secret),
		answers: answers.map(({ pupil: _, ...answer }) => answer)
	};
}

/** Why nobody new may join, or not in that team; undefined if they may. */
function barredFrom({ endedAt, state, kept }: LiveClass, { team }: Joining): Refusal | undefined {
	if (endedAt !== null) return 'ended';
	if (state.context.isLocked) return 'locked';
	const { teams } = kept.setup;
	const isOne = team === null ? teams.length === 0 : teams.includes(team);
	return isOne ? undefined : 'no-team';
}

function namedIn(opened: LiveClass, pupil: string, { name }: Joining) {
	if (opened.kept.setup.names === 'given') return handedOut(opened);
	return namedBy(name, pupil, opened.roster);
}
