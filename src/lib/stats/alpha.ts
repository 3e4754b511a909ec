import { hasSpread, sum, variance } from './moments.ts';
import { reliability, unknown, type Statistic } from './statistic.ts';
import type { TableRow } from './table.ts';

/** How well the items of a form agree on who knows more. */
export interface Reliability {
	/** Cronbach's alpha, at most 1; below 0 where items contradict one another. */
	alpha: Statistic;
	/**
	 * The standard error of measurement, from 0 to 1: how far a learner's share of all marks is from what it would be on
	 * average over many such forms. Null where alpha is not known, or below 0.
	 */
	error: number | null;
	/** The items that it speaks of, by id. */
	items: string[];
	/** How many learners have all of those. */
	learners: number;
}

/** Of many different forms, as many as are looked at. */
const MOST_FORMS = 50;

/**
 * Cronbach's alpha (1951, Psychometrika 16, 297–334): `k/(k−1) · (1 − Σ s²ᵢ / s²)` over k items. Where all is right or
 * wrong, it is the KR-20 of Kuder and Richardson (1937, Psychometrika 2, 151–160).
 *
 * It is of one form. Where learners had different ones, it is of that form of which most answers are there, over the
 * learners who have all of it; mixing forms pair by pair can give more than 1.
 *
 * Unknown with fewer than two items, fewer than three learners, or where all have the same total.
 */
export function reliabilityOf(rows: readonly TableRow[]): Reliability {
	const { items, having } = commonForm(rows);
	const of = { items, learners: having.length };
	if (items.length < 2) return { alpha: unknown('few-items'), error: null, ...of };
	if (having.length < 3) return { alpha: unknown('few-learners'), error: null, ...of };
	const scores = having.map(({ answers }) => items.map((item) => answers.get(item)?.fraction ?? 0));
	const totals = scores.map(sum);
	if (!hasSpread(totals)) return { alpha: unknown('no-spread'), error: null, ...of };
	const parts = sum(items.map((_, index) => variance(scores.map((row) => row[index] ?? 0))));
	const count = items.length;
	const value = Math.min(1, (count / (count - 1)) * (1 - parts / variance(totals)));
	const alpha = reliability(value, { items: count, learners: having.length });
	const error = value < 0 ? null : Math.sqrt(variance(totals) * (1 - value)) / count;
	return { alpha, error, ...of };
}

/** The form of which most answers are there, and who has all of it. */
function commonForm(rows: readonly TableRow[]): { items: string[]; having: readonly TableRow[] } {
	const forms = new Map<string, { items: string[]; count: number }>();
	for (const { answers } of rows) {
		const items = [...answers.keys()].sort();
		const name = JSON.stringify(items);
		forms.set(name, { items, count: (forms.get(name)?.count ?? 0) + 1 });
	}
	const candidates = [...forms]
		.sort(([one, a], [other, b]) => b.count - a.count || (one < other ? -1 : 1))
		.slice(0, MOST_FORMS)
		.map(([, { items }]) => {
			const having = rows.filter(({ answers }) => items.every((item) => answers.has(item)));
			return { items, having, size: items.length < 2 ? 0 : items.length * having.length };
		});
	const first = candidates[0];
	if (!first) return { items: [], having: [] };
	return candidates.reduce((best, each) => (each.size > best.size ? each : best), first);
}
