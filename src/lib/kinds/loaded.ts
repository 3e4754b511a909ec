import type { Random } from '#lib/chance/random.ts';

import type { Interactions, Of, Responses, Views } from './index.ts';
import type { Asked, Offered } from './asked.ts';
import type { ScoreChance } from './at-random.ts';
import type { Run } from './kind.ts';
import { light, type KindName } from './names.ts';
import type { Malformation, Score } from './score.ts';

/*
 * The code that runs each kind where the key is on the device. It is loaded kind by kind when needed, and
 * leaves out the schemas and whatever else only reading a course from files needs.
 */

type Runs = { [K in KindName]: Run<Interactions[K], Views[K], Responses[K]> };

const loaders: {
	[K in KindName]: {
		load: () => Promise<Runs[K]>;
		fromForm: (form: FormData) => Responses[K] | null;
		asShown: (view: Views[K]) => Responses[K] | null;
	};
} = light;

const runs: { -readonly [K in KindName]?: Runs[K] } = {};

/**
 * Loads the code of some kinds; those already loaded cost nothing.
 *
 * @throws when something cannot be fetched; calling again tries again.
 */
export async function loadRuns(kinds: Iterable<KindName>): Promise<void> {
	await Promise.all([...new Set(kinds)].map(loadRun));
}

async function loadRun<K extends KindName>(kind: K): Promise<Runs[K]> {
	const run = runs[kind] ?? (await loaders[kind].load());
	runs[kind] = run;
	return run;
}

/** What an item's kind does with it. */
interface Fitted<K extends KindName> {
	publicView: (random: Random) => Views[K];
	score: (response: unknown) => Score;
	/** The response that scores 1. */
	solution: () => Responses[K];
	atRandom: () => ScoreChance[];
	asked: () => Asked;
}

/** The code that runs an item, if that of its kind has been loaded. */
export function loadedRun<K extends KindName>({ kind, interaction }: Of<K>): Fitted<K> | undefined {
	const run = runs[kind];
	return run && fitted(run, interaction);
}

/**
 * The code that runs an item, loaded if necessary.
 *
 * @throws when it cannot be fetched; calling again tries again.
 */
export async function runOf<K extends KindName>({ kind, interaction }: Of<K>): Promise<Fitted<K>> {
	return fitted(await loadRun(kind), interaction);
}

function fitted<K extends KindName>(run: Runs[K], interaction: Interactions[K]): Fitted<K> {
	return {
		publicView: (random) => run.publicView(interaction, random),
		score: (response) => run.score(interaction, response),
		solution: () => run.solution(interaction),
		atRandom: () => run.atRandom(interaction),
		asked: () => run.asked(interaction)
	};
}

/**
 * Why a response cannot be read, judged by the learner's view; null if it can, or while its kind is loading.
 */
export function loadedUnreadable<K extends KindName>(
	{ kind, interaction }: { kind: K; interaction: Views[K] },
	response: unknown
): Malformation | null {
	return runs[kind]?.unreadable(interaction, response) ?? null;
}

/** What an item offers; undefined while its kind is loading, and then none of its answers has been scored. */
export function loadedOffered<K extends KindName>({
	kind,
	interaction
}: {
	kind: K;
	interaction: Views[K];
}): Offered | undefined {
	return runs[kind]?.offered(interaction);
}

/**
 * Reads a response from a form, for which nothing has to be loaded; `null` when nothing is given.
 */
export function fromForm<K extends KindName>(kind: K, form: FormData): Responses[K] | null {
	return loaders[kind].fromForm(form);
}

/** What a view shows before anything is given, for which nothing has to be loaded; `null` where that is no answer. */
export function asShown<K extends KindName>({
	kind,
	interaction
}: {
	kind: K;
	interaction: Views[K];
}): Responses[K] | null {
	return loaders[kind].asShown(interaction);
}
