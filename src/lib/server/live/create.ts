import { randomBytes } from 'node:crypto';

import { findItem } from '#lib/bank/bank.ts';
import { isKept } from '#lib/bank/serving.ts';
import { newCode } from '#lib/classroom/code.ts';
import { cleanTeams } from '#lib/classroom/names/name.ts';
import {
	newClassSchema,
	type CourseRefusal,
	type MadeClass,
	type MakingRefusal
} from '#lib/classroom/protocol.ts';
import type { ClassSetup } from '#lib/classroom/setup.ts';
import { parsed } from '#lib/quiz/parsed.ts';

import type { Live } from './live.ts';
import { hashOf, newKey } from './tokens.ts';

/** The longest seed, in UTF-16 units: pages draw much shorter ones. */
const LONGEST_SEED = 100;

/**
 * Makes a class.
 *
 * @param sent `{ setup }`, as a page sends it
 * @param address where the request came from; empty where that is not known
 */
export async function createClass(
	{ services, limits, now, ticks }: Live,
	sent: unknown,
	address: string
): Promise<MadeClass | MakingRefusal> {
	if (!limits.mayCreate(address, ticks())) return 'slow-down';
	const given = parsed(newClassSchema, sent)?.setup;
	if (!given || given.seed.length > LONGEST_SEED) return 'unreadable';
	const setup = withCleanTeams(given);
	if (!setup) return 'unreadable';
	const refusal = refusalOf(services.bankOf(setup.primer, setup.language), setup);
	if (refusal) return refusal;
	const key = newKey();
	const kept = { id: newKey(), setup, createdAt: now(), hostKeyHash: hashOf(key) };
	for (;;) {
		const code = newCode(await services.classes.running(), randomBytes);
		if ((await services.classes.create({ ...kept, code })) === 'created') return { id: kept.id, code, key };
	}
}

/**
 * Why a class cannot be about what its set-up names, as it is served now. Items that are kept for exams are refused:
 * everybody in a class, and at its wall, sees the key, and who joins need not say who they are.
 */
function refusalOf(
	bank: ReturnType<Live['services']['bankOf']>,
	{ language, items }: ClassSetup
): CourseRefusal | undefined {
	// A course that has not the language would be found in its own.
	if (bank?.primer.language !== language) return 'no-course';
	const found = items.map((id) => findItem(bank, id));
	if (found.some((item) => !item)) return 'no-item';
	return found.some((item) => item && isKept(item)) ? 'for-exams' : undefined;
}

/** The set-up with the names of its teams as they may be shown; undefined where two are alike, or one is none. */
function withCleanTeams(setup: ClassSetup): ClassSetup | undefined {
	const teams = cleanTeams(setup.teams);
	return teams.length === setup.teams.length ? { ...setup, teams } : undefined;
}
