import type { Item, ItemView } from '#lib/bank/item.ts';
import { heldFor } from '#lib/classroom/names/held.ts';
import type { Bar, BarGroup, RoundTally } from '#lib/classroom/host-protocol.ts';
import type { Asked, Assignable } from '#lib/kinds/asked.ts';
import { isTyped as isTypedBlank } from '#lib/kinds/blank.ts';
import * as m from '#lib/paraglide/messages.js';
import type { Rich } from '#lib/text/rich.ts';

import { displays } from '../kinds/index.ts';
import type { Marked } from '../kinds/on-wall.ts';

/** One thing that was given, how often in each round, and why it is right or tempts. */
export interface Row {
	id: string;
	mark: string | null;
	text: Rich;
	isKey: boolean;
	/** In the order of the rounds. */
	counts: number[];
	why: Rich | undefined;
}

/** What was given at one place of an item. */
export interface RowGroup {
	id: string;
	mark: string | null;
	/** What the place is; null for the whole item. */
	title: Rich | null;
	rows: Row[];
	/** How many typed something that is not among the rows, in each round. */
	others: number[];
	/** How many left it out in each round. */
	none: number[];
	/** Why what is right is right, where that belongs to the place and not to what was given. */
	why: Rich | undefined;
}

/** So many wrong answers that were typed are shown, and the others counted: more are no picture, and nobody reads them. */
const MOST_TYPED = 6;

/**
 * What was given to an item, as a wall shows it: with the letters and in the order in which it was asked. Where there are
 * several places, each shows what is right and what was given there, the most frequent first.
 *
 * @param tallies of its rounds, the first one first; one at least
 */
export function rowsOf(item: Item, view: ItemView, tallies: readonly RoundTally[]): RowGroup[] {
	const asked = displays[item.kind].asked(item);
	const labels = labelsOf(view);
	const places = tallies[0]?.groups ?? [];
	const groups = places.map((group, index) => {
		const rounds = tallies.flatMap((tally) => tally.groups[index] ?? []);
		const place = placeOf(asked, labels, group, index);
		const bars = uniqueBars(rounds);
		const rows = bars.map((bar): Row => {
			const label = labels.get(bar.id);
			return {
				id: bar.id,
				mark: bar.typed === null ? (label?.mark ?? null) : null,
				text: bar.typed ?? label?.text ?? bar.id,
				isKey: bar.key,
				counts: rounds.map(({ bars }) => bars.find(({ id }) => id === bar.id)?.count ?? 0),
				why: whyOf(asked, group, bar) ?? undefined
			};
		});
		const isOne = group.part === null || group.part === 'verdict' || group.part === 'reasons';
		const isTyped = bars.some(({ typed }) => typed !== null);
		const [shown, others] = isTyped ? fitToShow(rows) : [isOne ? inOrder(rows, labels) : given(rows), []];
		return {
			...place,
			rows: shown,
			others: rounds.map((_, round) => others.reduce((sum, { counts }) => sum + (counts[round] ?? 0), 0)),
			none: rounds.map(({ none }) => none)
		};
	});
	// A course has its places in an order of its own; the wall has numbered them.
	return groups.sort((one, other) => Number(one.mark ?? 0) - Number(other.mark ?? 0));
}

/** Each thing that was given in any round, once. */
function uniqueBars(groups: readonly BarGroup[]): Bar[] {
	const bars = groups.flatMap((group) => group.bars);
	return bars.filter(({ id }, index) => bars.findIndex((bar) => bar.id === id) === index);
}

function inOrder(rows: Row[], labels: ReadonlyMap<string, Marked>): Row[] {
	const order = [...labels.keys()];
	return rows.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
}

/**
 * What was typed at a place, and apart from it what is only counted there: what is too rare, and what would make a name wait
 * for the host, since a wall puts whatever a pupil types before the whole class.
 */
function fitToShow(rows: Row[]): [shown: Row[], others: Row[]] {
	const all = given(rows);
	const isRude = ({ isKey, id, text }: Row) =>
		!isKey && [id, ...(typeof text === 'string' ? [text] : [])].some((typed) => heldFor(typed, []) !== null);
	const fit = all.filter((row) => !isRude(row));
	const shown = fit.slice(0, fit.filter(({ isKey }) => isKey).length + MOST_TYPED);
	return [shown, all.filter((row) => !shown.includes(row))];
}

/** What is right, and then what was given, the most frequent first; what nobody gave says nothing. */
function given(rows: Row[]): Row[] {
	const sum = ({ counts }: Row) => counts.reduce((all, count) => all + count, 0);
	return rows
		.filter((row) => row.isKey || sum(row) > 0)
		.sort((one, other) => Number(other.isKey) - Number(one.isKey) || sum(other) - sum(one));
}

/** What an item has to choose from, by id. */
function labelsOf(view: ItemView): Map<string, Marked> {
	const { lists, pieces } = displays[view.kind].onWall(view);
	const inText = (pieces ?? []).flatMap((piece): Marked[] => {
		if (!('mark' in piece)) return [];
		const { id, mark, text, choices } = piece;
		return [
			...choices.map((label) => ({ ...label, mark: null })),
			...(text === null ? [] : [{ id, mark, text }])
		];
	});
	return new Map([...lists.flatMap(({ parts }) => parts), ...inText].map((label) => [label.id, label]));
}

/** What a place is called, and why what is right there is right. */
function placeOf(
	asked: Asked,
	labels: ReadonlyMap<string, Marked>,
	{ part }: BarGroup,
	index: number
): Pick<RowGroup, 'id' | 'mark' | 'title' | 'why'> {
	const place = { id: part ?? 'whole', mark: null, title: null, why: undefined };
	switch (asked.way) {
		case 'choose':
		case 'judge':
		case 'write':
		case 'calculate':
			return place;
		case 'judge-and-reason':
			return { ...place, title: part === 'verdict' ? m.host_verdict() : m.host_reasons() };
		case 'assign':
			return { ...place, ...found(asked.places, labels, place.id) };
		case 'arrange': {
			const why = asked.elements.find(({ id }) => id === asked.order[index])?.why;
			return { ...place, title: m.host_place_number({ number: place.id }), why };
		}
		case 'fill':
			return { ...place, mark: String(index + 1), title: m.host_gap() };
	}
}

function found(places: readonly Assignable[], labels: ReadonlyMap<string, Marked>, id: string) {
	const place = places.find((each) => each.id === id);
	return { mark: labels.get(id)?.mark ?? null, title: place?.text ?? id, why: place?.why };
}

/** Why something that was given is right, or why it tempts; null where the item does not say. */
function whyOf(asked: Asked, { part }: BarGroup, { id, key }: Bar): Rich | null {
	const of = (options: readonly { id: string; why: Rich }[]) =>
		options.find((each) => each.id === id)?.why ?? null;
	switch (asked.way) {
		case 'choose':
			return of(asked.options);
		case 'judge':
			return key ? asked.verdict.why : asked.verdict.tempts;
		case 'judge-and-reason':
			if (part !== 'verdict') return of(asked.reasons);
			return key ? asked.verdict.why : null;
		case 'fill': {
			const blank = asked.blanks.find((each) => each.id === part);
			if (!blank) return null;
			if (!isTypedBlank(blank)) return of(blank.choices);
			return key ? blank.why : null;
		}
		case 'write':
		case 'calculate':
			return key ? asked.why : null;
		// The place says why.
		case 'assign':
		case 'arrange':
			return null;
	}
}
