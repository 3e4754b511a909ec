import type { Item, ItemView } from '#lib/bank/item.ts';
import type { Bar, BarGroup, Tally } from '#lib/classroom/tally.ts';
import type { Label } from '#lib/kinds/option.ts';
import * as m from '#lib/paraglide/messages.js';
import type { Rich } from '#lib/text/rich.ts';

import { shownOf, type Marked } from './shown.ts';

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
export function rowsOf(item: Item, view: ItemView, tallies: readonly Tally[]): RowGroup[] {
	const labels = labelsOf(view);
	const places = tallies[0]?.groups ?? [];
	const groups = places.map((group, index) => {
		const rounds = tallies.flatMap((tally) => tally.groups[index] ?? []);
		const place = placeOf(item, view, group, index);
		const bars = uniqueBars(rounds);
		const rows = bars.map((bar): Row => {
			const label = labels.get(bar.id);
			return {
				id: bar.id,
				mark: bar.typed === null ? (label?.mark ?? null) : null,
				text: bar.typed ?? label?.text ?? bar.id,
				isKey: bar.key,
				counts: rounds.map(({ bars }) => bars.find(({ id }) => id === bar.id)?.count ?? 0),
				why: whyOf(item, group, bar)
			};
		});
		const isOne = group.part === null || group.part === 'verdict' || group.part === 'reasons';
		const isTyped = bars.some(({ typed }) => typed !== null);
		const [shown, others] = isOne && !isTyped ? [inOrder(rows, labels), []] : frequent(rows, isTyped);
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

/** What was given at a place, and of what was typed there what is too rare to be shown. */
function frequent(rows: Row[], isTyped: boolean): [shown: Row[], others: Row[]] {
	const all = given(rows);
	const most = isTyped ? all.filter(({ isKey }) => isKey).length + MOST_TYPED : all.length;
	return [all.slice(0, most), all.slice(most)];
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
	const { lists, pieces } = shownOf(view);
	const { interaction } = view;
	const parts = lists.flatMap((list) => list.parts);
	const choices = (pieces ?? []).flatMap((piece) => ('mark' in piece ? piece.choices : []));
	const spans =
		'segments' in interaction
			? interaction.segments.flatMap((segment) => ('span' in segment ? [segment] : []))
			: [];
	const letters = (pieces ?? []).flatMap((piece) => ('mark' in piece ? [piece.mark] : []));
	return new Map(
		[
			...parts,
			...choices.map((label) => ({ ...label, mark: null })),
			...spans.map(({ span, text }, place) => ({ id: span, text, mark: letters[place] ?? null }))
		].map((label) => [label.id, label])
	);
}

/** What a place is called, and why what is right there is right. */
function placeOf(
	{ interaction }: Item,
	view: ItemView,
	{ part }: BarGroup,
	index: number
): Pick<RowGroup, 'id' | 'mark' | 'title' | 'why'> {
	const whole = { id: part ?? 'whole', mark: null, title: null, why: undefined };
	if (part === null) return whole;
	if (part === 'verdict') return { ...whole, title: m.host_verdict() };
	if (part === 'reasons') return { ...whole, title: m.host_reasons() };
	if ('blanks' in interaction) return { ...whole, mark: String(index + 1), title: m.host_gap() };
	if ('premises' in interaction) return { ...whole, ...found(interaction.premises, view, part) };
	if ('categories' in interaction) return { ...whole, ...found(interaction.elements, view, part) };
	if ('elements' in interaction) {
		const why = interaction.elements[index]?.why;
		return { ...whole, title: m.host_place_number({ number: part }), why };
	}
	return whole;
}

function found(parts: readonly (Label & { why: Rich })[], view: ItemView, id: string) {
	const part = parts.find((each) => each.id === id);
	return { mark: labelsOf(view).get(id)?.mark ?? null, title: part?.text ?? id, why: part?.why };
}

/** Why something that was given is right, or why it tempts; undefined where the item does not say. */
function whyOf({ interaction }: Item, { part }: BarGroup, { id, key }: Bar): Rich | undefined {
	const of = (options: readonly { id: string; why: Rich }[]) => options.find((each) => each.id === id)?.why;
	if (part === 'verdict') return key && 'verdict' in interaction ? interaction.verdict.why : undefined;
	if ('reasons' in interaction) return of(interaction.reasons);
	if ('verdict' in interaction) return key ? interaction.verdict.why : interaction.verdict.tempts;
	if ('options' in interaction && !('premises' in interaction)) return of(interaction.options);
	if ('spans' in interaction) return of(interaction.spans);
	if ('blanks' in interaction) {
		const blank = interaction.blanks.find((each) => each.id === part);
		if (!blank) return undefined;
		return 'choices' in blank ? of(blank.choices) : key ? blank.why : undefined;
	}
	return 'why' in interaction && key ? interaction.why : undefined;
}
