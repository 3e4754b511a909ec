import type { Item } from '#lib/bank/item.ts';
import { bankWith } from '#lib/bank/fixtures.ts';
import { kindNames, samples, score } from '#lib/kinds/index.ts';
import { loadRuns } from '#lib/kinds/loaded.ts';
import { newEntry } from '#lib/quiz/entry.ts';
import { answer, check, formWith, logOf, type LearnerAction } from '#lib/quiz/fixtures.ts';
import { newRecord, type AttemptRecord } from '#lib/quiz/record.ts';
import type { ScoredItem } from '#lib/quiz/scored-item.ts';
import type { QuizOutcome } from '#lib/player/host.ts';
import { namesOf } from '#lib/interop/suspend/names.ts';

// Who tells of an answer has scored it.
await loadRuns(kindNames);

const bank = bankWith();
export const names = namesOf(bank.items);

/** When the attempts of tests begin: milliseconds since 1970. */
export const BEGUN = Date.UTC(2026, 10, 29, 9);

/** An attempt at both items of the sample bank, with what was done so far. */
export function recordOf(
	said: readonly LearnerAction[],
	changes: Partial<AttemptRecord> = {}
): AttemptRecord {
	const form = formWith({ primer: 'b', items: ['first', 'number'] });
	const begun = newRecord({ id: 'b?seed=s', form, address: '?seed=s', startedAt: BEGUN });
	const log = logOf(said).map((event) => ({ ...event, at: BEGUN + event.at }));
	return { ...begun, log, ...changes };
}

/** An attempt of more than SCORM 1.2 has room for, however it is packed. */
export function longRecord(): AttemptRecord {
	const said = Array.from({ length: 400 }, (_, place) => [
		answer(`${place}${Math.sin(place)}`),
		check
	]).flat();
	return recordOf(said, { form: formWith({ behaviour: 'exam', items: ['first', 'number'] }) });
}

/** An item of the sample bank, answered right or wrong. */
export function scoredItem(id: 'first' | 'number', isRight = true): ScoredItem {
	const item = bank.items.find((item) => item.id === id);
	if (!item) throw new Error(`The sample bank has no “${id}”.`);
	return scoredAs(item, isRight ? samples(item).right : samples(item).wrong);
}

/** An item with a response as its first and only try, after 12.34 seconds. */
export function scoredAs(item: Item, response: unknown): ScoredItem {
	const scored = score(item, response);
	if (scored.state !== 'scored') throw new Error('That is no answer.');
	const tries = [{ response, score: scored }];
	const at = BEGUN + 60_000;
	const entry = { ...newEntry(), response, tries, status: 'settled' as const, spent: 12_340, scoredAt: at };
	return { id: `attempt/${item.id}`, item, facts: [], entry, at, again: false };
}

/** The outcome of two items of one point. */
export function outcomeWith(earned: number): QuizOutcome {
	return {
		at: BEGUN + 120_000,
		total: { earned, possible: 2 },
		points: [{ point: 1, earned, possible: 2 }],
		duration: 90_000
	};
}

/** The storage of a site: what it holds is its own properties, as in a browser. */
export class Shelf {
	[key: string]: unknown;

	getItem(key: string): string | null {
		const text = this[key];
		return typeof text === 'string' ? text : null;
	}
	setItem(key: string, text: string): void {
		this[key] = text;
	}
	removeItem(key: string): void {
		Reflect.deleteProperty(this, key);
	}
}
