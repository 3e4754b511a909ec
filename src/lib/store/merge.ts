import type { AttemptRecord } from '#lib/quiz/record.ts';
import type { Flaw } from '#lib/review/flaw.ts';
import { parseFlaw } from '#lib/review/parse-flaw.ts';
import { parseReview } from '#lib/review/parse-review.ts';
import type { Review } from '#lib/review/review.ts';

import { parseSettings } from './parse-settings.ts';
import type { Imported, LearnerData, StudySettings } from './study-store.ts';

/** What a merge puts into a store, and the log that it has then. */
export interface Merge {
	reviews: Review[];
	flaws: Flaw[];
	attempts: AttemptRecord[];
	settings: StudySettings | null;
	/** The whole log of each primer that the import has reviews of: those that can be read. */
	logs: Map<string, Review[]>;
}

/**
 * What an import adds to what is kept: the reviews whose ids the log does not have, and of marks, attempts and settings
 * those that are newer. Of two that are equally old, the one that is kept stays.
 */
export function mergeOf(kept: LearnerData, imported: Imported): Merge {
	const log = byKey(readLog(kept.reviews), (review) => review.id);
	const reviews = [...byKey(imported.reviews, (review) => review.id).values()].filter(
		({ id }) => !log.has(id)
	);
	const primers = new Set(imported.reviews.map(({ primer }) => primer));
	const whole = [...log.values(), ...reviews];
	const settings = parseSettings(kept.settings);
	return {
		reviews,
		flaws: newer(
			kept.flaws.flatMap((value) => parseFlaw(value) ?? []),
			imported.flaws,
			({ primer, item }) => JSON.stringify([primer, item]),
			({ at }) => at
		),
		attempts: newer(
			kept.attempts.filter(isDated),
			imported.attempts,
			({ id }) => id,
			({ updatedAt }) => updatedAt
		),
		settings:
			imported.settings && imported.settings.at > (settings?.at ?? -Infinity) ? imported.settings : null,
		logs: new Map(
			[...Map.groupBy(whole, (review) => review.primer)].filter(([primer]) => primers.has(primer))
		)
	};
}

/** The reviews that can be read among what a log holds. */
export function readLog(values: readonly unknown[]): Review[] {
	return values.flatMap((value) => parseReview(value) ?? []);
}

function byKey<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T> {
	return new Map(values.map((value) => [keyOf(value), value]));
}

/** The latest of what is brought for each key, unless something as late is kept already. */
function newer<K, T extends K>(
	kept: readonly K[],
	brought: readonly T[],
	keyOf: (value: K) => string,
	timeOf: (value: K) => number
): T[] {
	const times = new Map(kept.map((value) => [keyOf(value), timeOf(value)]));
	const latest = byKey(
		brought.toSorted((a, b) => timeOf(a) - timeOf(b)),
		keyOf
	);
	return [...latest.values()].filter((value) => timeOf(value) > (times.get(keyOf(value)) ?? -Infinity));
}

/** An attempt that says when it was last changed, though this version may not be able to replay it. */
function isDated(value: unknown): value is Pick<AttemptRecord, 'id' | 'updatedAt'> {
	return (
		typeof value === 'object' &&
		value !== null &&
		'id' in value &&
		typeof value.id === 'string' &&
		'updatedAt' in value &&
		typeof value.updatedAt === 'number'
	);
}
