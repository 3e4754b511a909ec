import { LAST_MOMENT } from '#lib/quiz/moment.ts';
import { dayOf } from '#lib/review/day.ts';
import type { Flaw } from '#lib/review/flaw.ts';
import { parseFlaw } from '#lib/review/parse-flaw.ts';
import { parseAbilityState, parseDayState, parseFactState, parseItemState } from '#lib/review/parse-state.ts';
import type { Review } from '#lib/review/review.ts';
import type { AbilityState, DayState, FactState, ItemState } from '#lib/review/state.ts';

import { defaultSettings, parseSettings } from './parse-settings.ts';
import type { Fold, StoreProblem, Step, StudySettings, StudyStore } from './study-store.ts';
import { BrokenState } from './affected.ts';

/** Two calendars of one moment are less than this apart, in milliseconds. */
const MOST_APART = 2 * 86_400_000;

/** What a device keeps of a learner, checked: each method does what that of {@link StudyStore} does. */
export interface CheckedStudy {
	readonly lasting: boolean;
	readonly problem: StoreProblem | undefined;
	record: (review: Review, step: Step) => Promise<boolean>;
	/**
	 * Whether the log has an answer already: under its id, or under another, since older versions drew a new id for
	 * each answer reported to them. Nobody answers one question twice at the same moment.
	 */
	knows: (answer: Pick<Review, 'id' | 'primer' | 'item' | 'at'>) => Promise<boolean>;
	/** All answers at a primer, in no order, unchecked: what reads them is loaded by whoever needs it. */
	log: (primer: string) => Promise<unknown[]>;
	facts: (primer: string) => Promise<FactState[]>;
	items: (primer: string) => Promise<ItemState[]>;
	abilities: (primer: string) => Promise<AbilityState[]>;
	days: (primer: string, from?: string) => Promise<DayState[]>;
	/** Those not taken back. */
	flaws: (primer?: string) => Promise<Flaw[]>;
	/** Keeps a mark that is made or taken back now, dated later than the one it replaces, whatever the clock says. */
	saveFlaw: (flaw: Flaw) => Promise<void>;
	/** The defaults, if nothing was chosen or it cannot be read. */
	settings: () => Promise<StudySettings>;
	/** Keeps what is chosen now, dated in the same way. */
	saveSettings: (settings: StudySettings) => Promise<void>;
}

/**
 * Reads a store for pages. If something that follows from the log is broken, was written by an older version or while
 * the clock was ahead, all of it is rebuilt from the log and read again.
 *
 * @param loadFold gives `studyStateOf` of `lib/review` up to now; called only when something has to be rebuilt
 * @param clock milliseconds since 1970
 */
export function checkedStudy(
	store: StudyStore,
	loadFold: () => Promise<Fold>,
	clock: () => number = Date.now
): CheckedStudy {
	const rebuilding = new Map<string, Promise<void>>();

	/** Rebuilds what follows from a log; anyone who finds the same thing broken meanwhile waits for it. */
	function rebuild(primer: string): Promise<void> {
		const begun =
			rebuilding.get(primer) ??
			loadFold()
				.then((fold) => store.rebuild(primer, fold))
				.finally(() => rebuilding.delete(primer));
		rebuilding.set(primer, begun);
		return begun;
	}

	async function sound<T>(
		primer: string,
		read: () => Promise<unknown[]>,
		parse: (value: unknown) => T | undefined,
		isAhead: (state: T, now: number) => boolean = () => false
	): Promise<T[]> {
		const stored = await read();
		const states = readable(stored, parse);
		const now = clock();
		if (states.length === stored.length && !states.some((state) => isAhead(state, now))) return states;
		await rebuild(primer);
		return readable(await read(), parse);
	}

	const items = (primer: string) =>
		sound(
			primer,
			() => store.items(primer),
			parseItemState,
			({ at }, now) => at > now
		);

	return {
		get lasting() {
			return store.lasting;
		},
		get problem() {
			return store.problem;
		},
		async knows({ id, primer, item, at }) {
			if (await store.has(id)) return true;
			// The whole log need not be read if the item was only answered earlier.
			if (!(await items(primer)).some((state) => state.item === item && state.at >= at)) return false;
			const { reviews } = await store.read();
			return reviews.some((review) => has(review, { primer, item, at }));
		},
		async record(review, step) {
			try {
				return await store.record(review, step);
			} catch (error) {
				if (!(error instanceof BrokenState)) throw error;
				await rebuild(review.primer);
				return store.record(review, step);
			}
		},
		log: async (primer) => (await store.read()).reviews.filter((entry) => has(entry, { primer })),
		facts: (primer) =>
			sound(
				primer,
				() => store.facts(primer),
				parseFactState,
				({ memory }, now) => memory.at > now
			),
		items,
		abilities: (primer) => sound(primer, () => store.abilities(primer), parseAbilityState),
		days: (primer, from) =>
			sound(
				primer,
				() => store.days(primer, from),
				parseDayState,
				({ day }, now) => day > dayOf(now + MOST_APART)
			),
		flaws: async (primer) =>
			readable(await store.flaws(primer), parseFlaw).filter(({ withdrawn }) => !withdrawn),
		async saveFlaw(flaw) {
			const kept = readable(await store.flaws(flaw.primer), parseFlaw);
			const replaced = kept.find(({ item }) => item === flaw.item);
			await store.saveFlaw(datedAfter(replaced, flaw));
		},
		settings: async () => parseSettings(await store.settings()) ?? defaultSettings,
		async saveSettings(settings) {
			await store.saveSettings(datedAfter(parseSettings(await store.settings()), settings));
		}
	};
}

/** Dates what takes the place of something later than that: else an import of an older copy would bring it back. */
function datedAfter<T extends { at: number }>(replaced: T | undefined, value: T): T {
	return replaced ? { ...value, at: Math.min(Math.max(value.at, replaced.at + 1), LAST_MOMENT) } : value;
}

/** Loads what rebuilds everything that follows from a log, up to now. */
export async function loadFold(): Promise<Fold> {
	const { studyStateOf } = await import('#lib/review/study-state.ts');
	return (reviews) => studyStateOf(reviews, Date.now());
}

/** Whether an entry of the log has these values: is an answer at a primer, or to an item at a moment. */
function has(entry: unknown, values: Partial<Pick<Review, 'primer' | 'item' | 'at'>>): boolean {
	return (
		typeof entry === 'object' &&
		entry !== null &&
		Object.entries(values).every(([key, value]) => Reflect.get(entry, key) === value)
	);
}

function readable<T>(values: readonly unknown[], parse: (value: unknown) => T | undefined): T[] {
	return values.flatMap((value) => parse(value) ?? []);
}
