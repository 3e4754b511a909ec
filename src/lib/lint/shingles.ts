import { fingerprint } from '#lib/text/fingerprint.ts';
import * as v from 'valibot';

import { thresholds } from './thresholds.ts';
import { runsOf, wordsOf } from './words.ts';

/** The name of the file, in the primer's folder, that recognises the source's words without holding them. */
export const SHINGLES_FILE = 'source-shingles.json';

/** The fewest words in a row that count as copied. */
const RUN = thresholds.sharedRun + 1;

/**
 * Schema of that file: a fingerprint of each run of that many words, sorted so that their order reveals
 * nothing.
 */
export const shinglesSchema = v.strictObject({ words: v.literal(RUN), runs: v.array(v.string()) });

export type Shingles = v.InferOutput<typeof shinglesSchema>;

/** The shingles of a source (Broder, 1997, “On the resemblance and containment of documents”). */
export function shinglesOf(text: string): Shingles {
	const runs = runsOf(wordsOf(text), RUN).map(fingerprint);
	return { words: RUN, runs: [...new Set(runs)].sort() };
}

/**
 * A stretch of words that is also in the source: the index of its first word and of the one after its last.
 */
export interface SharedRun {
	from: number;
	to: number;
}

const sets = new WeakMap<Shingles, Set<string>>();

/** All stretches of a text that are in the source word for word and longer than allowed. */
export function sharedRuns(words: readonly string[], shingles: Shingles): SharedRun[] {
	const known = sets.get(shingles) ?? new Set(shingles.runs);
	sets.set(shingles, known);
	const shared: SharedRun[] = [];
	runsOf(words, RUN).forEach((run, from) => {
		if (!known.has(fingerprint(run))) return;
		const last = shared.at(-1);
		if (last && from < last.to) last.to = from + RUN;
		else shared.push({ from, to: from + RUN });
	});
	return shared;
}
