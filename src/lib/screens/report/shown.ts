import { findItem } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import type { PupilReport } from '#lib/classroom/pupil-protocol.ts';
import type { ItemReport } from '#lib/classroom/report.ts';
import type { ToldReport } from '#lib/classroom/told.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { hardestFirst } from '#lib/stats/analysis.ts';
import { mean } from '#lib/stats/moments.ts';

/** In which order questions are shown. */
export const itemOrders = ['hardest', 'asked'] as const;
export type ItemOrder = (typeof itemOrders)[number];

/** In which order pupils are shown. */
export const pupilOrders = ['name', 'best', 'needy', 'joined'] as const;
export type PupilOrder = (typeof pupilOrders)[number];

/** A question with the number under which all of a report speaks of it: its place in the set-up, from 1. */
export interface ShownItem {
	number: number;
	item: Item;
	report: ItemReport;
}

/** A pupil as a report shows them. */
export interface ShownPupil {
	id: string;
	/** The real name, where a book on this device knows it, and else the name in class. */
	name: string;
	/** The name in class, where another one is shown. */
	inClass: string | null;
	team: string | null;
	report: PupilReport;
	/** The mean of their scores, from 0 to 1; null where nothing counts. */
	share: number | null;
}

/** The questions of a report; one that has left the course is missing. */
export function shownItems({ report, setup, course }: ToldReport, order: ItemOrder): ShownItem[] {
	const shown = report.items.flatMap((each): ShownItem[] => {
		const item = findItem(course, each.id);
		return item ? [{ number: setup.items.indexOf(each.id) + 1, item, report: each }] : [];
	});
	if (order === 'asked') return shown;
	const hardest = hardestFirst(shown.map((each) => each.report.analysis));
	const places = new Map(hardest.map(({ id }, place) => [id, place]));
	const placeOf = ({ item }: ShownItem) => places.get(item.id) ?? Infinity;
	return shown.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/**
 * The pupils of a report.
 *
 * @param realNames the real name of a pupil by their id, where it is known
 */
export function shownPupils(
	{ report, pupils }: ToldReport,
	order: PupilOrder,
	realNames: ReadonlyMap<string, string> = new Map()
): ShownPupil[] {
	const ofId = new Map(pupils.map((pupil) => [pupil.id, pupil]));
	const shown = report.pupils.map((each): ShownPupil => {
		const { name = each.pupil, team = null } = ofId.get(each.pupil) ?? {};
		const real = realNames.get(each.pupil);
		return {
			id: each.pupil,
			name: real ?? name,
			inClass: real === undefined ? null : name,
			team,
			report: each,
			share: mean(each.scores.flatMap(({ fraction }) => fraction ?? [])) ?? null
		};
	});
	const { compare } = new Intl.Collator(getLocale(), { numeric: true });
	// Who has nothing that counts comes last, whoever comes first.
	const share = (one: ShownPupil) => one.share ?? (order === 'best' ? -1 : 2);
	const byName = (one: ShownPupil, other: ShownPupil) => compare(one.name, other.name);
	if (order === 'joined') return shown;
	if (order === 'name') return shown.toSorted(byName);
	const sign = order === 'best' ? -1 : 1;
	return shown.toSorted((one, other) => sign * (share(one) - share(other)) || byName(one, other));
}
