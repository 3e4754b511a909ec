import type { Doubt } from '#lib/classroom/host-protocol.ts';
import { givenName } from '#lib/classroom/names/given.ts';
import { heldFor } from '#lib/classroom/names/held.ts';
import { differByAccent, nameKey } from '#lib/classroom/names/key.ts';
import { cleanName } from '#lib/classroom/names/name.ts';
import type { Refusal } from '#lib/classroom/protocol.ts';
import type { Pupil } from '#lib/classroom/pupil.ts';

import type { LiveClass } from './live-class.ts';
import type { Roster } from './roster.ts';

/** What a database may have to hold of a name in an index, in bytes of UTF-8: PostgreSQL has room for some 2,700. */
const MOST_BYTES = 600;

/** A name as a pupil has it in their class. */
export interface Named extends Pick<Pupil, 'name' | 'nameKey'> {
	/** Whether the host should see it before the others do. */
	isDoubtful: boolean;
}

/**
 * A typed name as a pupil has it in a class. Who has the same name is told to say more of it. A name that only looks like
 * another is doubtful, as is one of somebody who was removed: the host, who knows them all, decides. One that differs from
 * the other by an accent is not.
 *
 * @param pupil the id of whose name it is to be
 */
export function namedBy(
	typed: string,
	pupil: string,
	roster: Pick<Roster, 'alike'>
): Named | Extract<Refusal, 'empty-name' | 'long-name' | 'taken'> {
	const cleaned = cleanName(typed);
	if ('refused' in cleaned) return cleaned.refused === 'too-long' ? 'long-name' : 'empty-name';
	const { name } = cleaned;
	const key = nameKey(name);
	const asRead = read(name);
	if (Math.max(...[name, key, asRead].map((text) => Buffer.byteLength(text))) > MOST_BYTES)
		return 'long-name';
	const alike = roster.alike(key).filter(({ id }) => id !== pupil);
	const there = alike.filter(({ standing }) => standing !== 'removed');
	if (there.some((other) => read(other.name) === asRead)) return 'taken';
	return {
		name,
		// No two in a class have the same key, so that the store decides who was first: of those that look alike, the later
		// ones have more to it.
		nameKey: there.length > 0 ? `${key} ${asRead}` : key,
		isDoubtful: doubtOf(name, alike) !== null
	};
}

/** @param alike those whose names have the same key */
function doubtOf(name: string, alike: readonly Pick<Pupil, 'name' | 'standing'>[]): Doubt | null {
	const double = alike.find(
		(other) => other.standing === 'removed' || (other.standing === 'in' && !differByAccent(other.name, name))
	);
	const held = heldFor(name, double ? [nameKey(name)] : []);
	if (held === 'look-alike' && double) return { is: held, of: double.name };
	return held === 'profanity' ? { is: held } : null;
}

/** Why a pupil waits for the host, as far as their name tells; null where it does not, as when they were removed before. */
export function whyHeld({ id, name, joinedAt }: Pupil, roster: Pick<Roster, 'alike'>): Doubt | null {
	const before = (other: Pupil) => other.id !== id && other.joinedAt <= joinedAt;
	return doubtOf(name, roster.alike(nameKey(name)).filter(before));
}

/** The next name that is handed out in a class. */
export function handedOut({ kept: { id, setup }, roster }: LiveClass): Named {
	const name = givenName(setup.language, id, roster.takeNumber());
	return { name, nameKey: nameKey(name), isDoubtful: false };
}

/** A name as it is read out: nobody tells Anna from ANNA by it. */
function read(name: string): string {
	return name.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}
