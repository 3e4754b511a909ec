import { readCode } from '#lib/classroom/code.ts';
import { timesFor } from '#lib/classroom/context.ts';
import { givenName } from '#lib/classroom/names/given.ts';
import { heldFor } from '#lib/classroom/names/held.ts';
import { nameKey } from '#lib/classroom/names/key.ts';
import { cleanName } from '#lib/classroom/names/name.ts';
import { joinSchema, type LookedUp, type Me, type Refusal } from '#lib/classroom/protocol.ts';
import type { Pupil } from '#lib/classroom/pupil.ts';
import { parsed } from '#lib/quiz/parsed.ts';

import type { LiveClass } from './live-class.ts';
import type { Live } from './live.ts';
import { pupilIdOf, pupilToken } from './tokens.ts';

/** What a database may have to hold of a name in an index, in bytes of UTF-8: PostgreSQL has room for some 2,700. */
const MOST_BYTES = 600;

/** How often somebody is tried to be let in when others always take the name that they were to have. */
const MOST_TRIES = 50;

/**
 * The class of a code, for whoever wants to join it.
 *
 * @param typed the code as it was typed
 * @param address where the request came from; empty where that is not known
 */
export async function lookUp(live: Live, typed: string, address: string): Promise<LookedUp | Refusal> {
	if (!live.limits.mayLookUp(address, live.now())) return 'slow-down';
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
 * Lets somebody join a class. Whoever joined before with the same ticket comes back, locked door or not.
 */
export async function join(live: Live, opened: LiveClass, knock: Knock): Promise<Me | Refusal> {
	const joining = parsed(joinSchema, knock.sent);
	if (!joining) return 'unreadable';
	const { id: classId, setup } = opened.kept;
	const id = pupilIdOf(joining.ticket, classId, live.secret);
	const before = await opened.pupil(id);
	if (before) return meOf(live, opened, before);
	if (opened.state.value === 'ended') return 'ended';
	if (opened.state.context.isLocked) return 'locked';
	if (!live.limits.mayJoin(classId, knock.address, live.now())) return 'slow-down';
	const team = setup.teams.length === 0 ? null : joining.team;
	if (team !== null && !setup.teams.includes(team)) return 'no-team';
	if (setup.teams.length > 0 && team === null) return 'no-team';
	const named = setup.names === 'given' ? null : nameOf(joining.name);
	if (typeof named === 'string') return named;
	for (let tries = 0; tries < MOST_TRIES; tries++) {
		const shown = named ?? handedOut(opened, tries);
		const pupil: Pupil = {
			...{ id, ...shown, team, joinedAt: live.now() },
			standing: named !== null && heldFor(named.name, []) !== null ? 'held' : 'in'
		};
		const joined = await live.services.pupils.join(classId, pupil, live.mostPupils);
		if (joined === 'unknown') return 'no-class';
		if (joined === 'full') return 'full';
		if (joined === 'joined') {
			opened.joined(pupil);
			return meOf(live, opened, pupil);
		}
		if (named !== null) return 'taken';
	}
	return 'wait';
}

/** What a pupil alone is told. */
export async function meOf({ secret }: Live, opened: LiveClass, pupil: Pupil): Promise<Me> {
	const { id, name, team, standing } = pupil;
	const answers = await opened.answersOf(id);
	return {
		...{ id, name, team, standing, times: timesFor(opened.state.context, id) },
		token: pupilToken(opened.kept.id, id, secret),
		answers: answers.map(({ pupil: _, ...answer }) => answer)
	};
}

function nameOf(typed: string): Pick<Pupil, 'name' | 'nameKey'> | 'empty-name' | 'long-name' {
	const cleaned = cleanName(typed);
	if ('refused' in cleaned) return cleaned.refused === 'too-long' ? 'long-name' : 'empty-name';
	const { name } = cleaned;
	const key = nameKey(name);
	return Math.max(Buffer.byteLength(name), Buffer.byteLength(key)) > MOST_BYTES
		? 'long-name'
		: { name, nameKey: key };
}

function handedOut({ kept, pupils }: LiveClass, tries: number): Pick<Pupil, 'name' | 'nameKey'> {
	const name = givenName(kept.setup.language, kept.id, pupils.size + tries);
	return { name, nameKey: nameKey(name) };
}
