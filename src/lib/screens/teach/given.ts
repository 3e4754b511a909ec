import { findItem, type Bank } from '#lib/bank/bank.ts';
import { eligible } from '#lib/bank/draw.ts';
import type { Item, ItemView } from '#lib/bank/item.ts';
import { isKept, openItems } from '#lib/bank/serving.ts';
import { orderOf, viewOf } from '#lib/bank/view.ts';
import { choice as choiceOf, effort, publicView, type KindName } from '#lib/kinds/index.ts';
import { DEFAULT_COUNT, setForm } from '#lib/quiz/set-form.ts';
import { plainText } from '#lib/text/rich.ts';

import type { Choice } from './choice.ts';

/** What a choice gives a class. */
export interface Given {
	/** How many questions; 0 where the choice gives none, and then there is no quiz to hand on. */
	count: number;
	/** How many of them are kept for exams, so that nobody sees them here. */
	kept: number;
	/** How many questions were asked for beyond what fits. */
	missing: number;
	/** How many picked questions are left out since they give another one away. */
	givenAway: number;
	/** About how long it takes, in minutes, from 1. */
	about: number;
	/** The time allowed in minutes, extra time included; null without a limit. */
	limit: number | null;
	/** How many questions are about each point, in the order of the course; without a point that has none. */
	points: { point: number; count: number }[];
	kinds: { kind: KindName; count: number }[];
	/** What a learner sees, in the order in which it is asked; without what is kept for exams. */
	views: ItemView[];
}

/** Seconds to take in a question before anything is read, and for each step of recalling without help. */
const START = 10;
const EFFORT = 15;
/** Seconds a word takes: 180 a minute, as in careful reading. */
const WORD = 1 / 3;

/** About how long some items take to read and answer, in minutes, from 1. */
function aboutMinutes(items: readonly Item[]): number {
	const seconds = items.map((item) => {
		const texts = [item.stem, ...(choiceOf(item)?.options.map(({ text }) => text) ?? [])];
		const words = texts.map((text) => plainText(text).split(/\s+/).length);
		return START + EFFORT * effort(item) + WORD * words.reduce((sum, count) => sum + count, 0);
	});
	return Math.max(1, Math.round(seconds.reduce((sum, each) => sum + each, 0) / 60));
}

/**
 * Draws what a choice gives, as the quiz would.
 *
 * @param choice with a seed
 */
export function givenOf(bank: Bank, { options, pick }: Choice, seed: string): Given {
	const isExam = options.behaviour === 'exam';
	const from = isExam ? bank.items : openItems(bank);
	const { points, difficulties, kinds, items: picked } = options;
	const fits = eligible(from, {
		...(points && { points }),
		...(difficulties && { difficulties }),
		...(kinds && { kinds }),
		...(picked && { items: picked })
	});
	// A quiz would ask other questions rather than none; a teacher would rather choose again.
	const isEmpty = fits.length === 0 || (pick === 'hand' && picked === null);
	const { form } = setForm(bank, options, seed);
	const items = isEmpty ? [] : form.items.flatMap((id) => findItem(bank, id) ?? []);
	const asked = options.count ?? (pick === 'hand' ? items.length : Math.min(DEFAULT_COUNT, from.length));
	const limit = form.minutes === null ? null : form.minutes * form.extraTime;
	return {
		count: items.length,
		kept: items.filter(isKept).length,
		missing: Math.max(0, asked - items.length),
		givenAway: isEmpty ? 0 : Math.max(0, (picked?.length ?? items.length) - items.length),
		about: aboutMinutes(items),
		limit: isEmpty ? null : limit,
		points: tally(items.map(({ point }) => point))
			.map(([point, count]) => ({ point, count }))
			.sort((one, other) => one.point - other.point),
		kinds: tally(items.map(({ kind }) => kind)).map(([kind, count]) => ({ kind, count })),
		views: viewsOf(items, seed)
	};
}

/** What learners see of the items that may be picked by hand, in the order of the course. */
export function pickable(bank: Bank, seed: string): ItemView[] {
	return viewsOf(bank.items, seed);
}

function viewsOf(items: readonly Item[], seed: string): ItemView[] {
	return items
		.filter((item) => !isKept(item))
		.map((item) => viewOf(item, publicView(item, orderOf(seed, item.id))));
}

/** How often each value is there, the most frequent first. */
function tally<T>(values: readonly T[]): [T, number][] {
	const counts = new Map<T, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts].sort(([, one], [, other]) => other - one);
}
