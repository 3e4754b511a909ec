import { reliabilityOf, type Reliability } from './alpha.ts';
import { mean, pearson, sum } from './moments.ts';
import { correlation, FEW, proportion, unknown, type Statistic } from './statistic.ts';
import type { Answer, ScoreTable, TableItem } from './table.ts';

/** How often something was picked, and by whom. */
export interface OptionUse {
	/** As {@link picksOf} names it. */
	id: string;
	key: boolean;
	/** How many picked it. */
	chosen: number;
	/** Of those whose answer is known, from 0 to 1; null where there is none. */
	share: number | null;
	/**
	 * How those who picked it did on their other items, against how all did on these: from −1 to 1, and 0 is as all did.
	 * A good distractor has less than 0 and the key more (the “choice mean”: Haladyna and Rodriguez, 2013, Developing and
	 * Validating Test Items, chapter 18). Null where nobody picked it, or nobody had other items.
	 */
	rest: number | null;
	/** Whether too few picked it to say so of `rest`. */
	provisional: boolean;
}

/** What the answers say of one item. */
export interface ItemAnalysis {
	id: string;
	point: number;
	/** How many were asked and came to it, and how many of these gave anything. */
	asked: number;
	answered: number;
	/** How many were partly right. Where some were, facility is a mean of scores and no share of learners. */
	partly: number;
	/** The mean score, from 0 (nobody knew) to 1 (all did). An item passed over counts 0. */
	facility: Statistic;
	/** How far those who do better on the rest do better here, from −1 to 1. */
	discrimination: Statistic;
	/** The item's own options, in their order, then what else was given, the most frequent first. */
	options: OptionUse[];
}

/** What the answers say of one point of the primer. */
export interface PointAnalysis {
	point: number;
	/** How many of its items were asked of anybody. */
	items: number;
	/** The mean over learners of each one's mean score there, from 0 to 1. */
	facility: Statistic;
}

/** Classical item analysis of a table. */
export interface Analysis {
	learners: number;
	/** The mean over learners of each one's mean score, from 0 to 1. */
	facility: Statistic;
	/** In the order of the table; an item that nobody was asked has unknown figures. */
	items: ItemAnalysis[];
	/** By point; those of which nothing was asked are missing. */
	points: PointAnalysis[];
	reliability: Reliability;
}

/** An answer, and how its learner did on the rest. */
interface Placed {
	answer: Answer;
	rest: number | undefined;
}

/**
 * Analyses a table of scored answers. The same learner twice counts twice.
 *
 * How a learner did on the rest is the mean, over their other items, of how far above the item's own mean they were:
 * learners who had harder items than others are not worse for it. Where all had the same items, correlations with it are
 * those with the sum of the other scores.
 */
export function analyse({ items, rows }: ScoreTable): Analysis {
	const known = new Set(items.map(({ id }) => id));
	const scored = rows.map(({ learner, answers }) => ({
		learner,
		answers: new Map([...answers].filter(([id]) => known.has(id)))
	}));
	const means = new Map(
		items.map(({ id }) => [id, mean(scored.flatMap(({ answers }) => answers.get(id)?.fraction ?? [])) ?? 0])
	);
	const placed = new Map(items.map(({ id }) => [id, new Array<Placed>()]));
	for (const { answers } of scored) {
		const above = ([id, { fraction }]: [string, Answer]) => fraction - (means.get(id) ?? 0);
		const all = sum([...answers].map(above));
		for (const [id, answer] of answers) {
			const rest = answers.size < 2 ? undefined : (all - above([id, answer])) / (answers.size - 1);
			placed.get(id)?.push({ answer, rest });
		}
	}
	const byPoint = Map.groupBy(items, ({ point }) => point);
	return {
		learners: rows.length,
		facility: meanOfLearners(scored, known),
		items: items.map((item) => analysisOf(item, placed.get(item.id) ?? [])),
		points: [...byPoint]
			.sort(([one], [other]) => one - other)
			.flatMap(([point, all]) => {
				const asked = all.filter(({ id }) => placed.get(id)?.length);
				const facility = meanOfLearners(scored, new Set(asked.map(({ id }) => id)));
				return asked.length === 0 ? [] : [{ point, items: asked.length, facility }];
			}),
		reliability: reliabilityOf(scored)
	};
}

/** Items from the hardest on; those without a facility are left out, and ties stay in their order. */
export function hardestFirst(items: readonly ItemAnalysis[]): ItemAnalysis[] {
	const facility = ({ facility: of }: ItemAnalysis) => (of.state === 'known' ? of.value : 1);
	return items
		.filter((item) => item.facility.state === 'known')
		.sort((one, other) => facility(one) - facility(other));
}

function analysisOf({ id, point, options }: TableItem, placed: readonly Placed[]): ItemAnalysis {
	const answers = placed.map(({ answer }) => answer);
	return {
		id,
		point,
		asked: placed.length,
		answered: answers.filter(({ answered }) => answered).length,
		partly: answers.filter(({ fraction }) => fraction > 0 && fraction < 1).length,
		facility: proportion(mean(answers.map(({ fraction }) => fraction)) ?? 0, placed.length),
		discrimination: discriminationOf(placed),
		options: usesOf(options, placed)
	};
}

/**
 * The corrected item-total correlation (Henrysson, 1963, Psychometrika 28, 211–218): with the item left out of the total,
 * as it would otherwise correlate with itself. For a class it is better than comparing the upper and the lower 27 %
 * (Kelley, 1939), which leaves half of thirty learners unused.
 */
function discriminationOf(placed: readonly Placed[]): Statistic {
	const pairs = placed.flatMap(({ answer, rest }): [number, number][] =>
		rest === undefined ? [] : [[answer.fraction, rest]]
	);
	if (pairs.length === 0 && placed.length > 0) return unknown('few-items');
	if (pairs.length < 4) return unknown('few-learners');
	const value = pearson(pairs);
	return value === undefined ? unknown('no-spread') : correlation(value, pairs.length);
}

function usesOf(options: TableItem['options'], placed: readonly Placed[]): OptionUse[] {
	const known = placed.filter(({ answer: { picks } }) => picks !== null);
	const byPick = new Map(options.map(({ id }) => [id, new Array<Placed>()]));
	for (const each of known) {
		for (const pick of new Set(each.answer.picks)) {
			const those = byPick.get(pick) ?? [];
			those.push(each);
			byPick.set(pick, those);
		}
	}
	const keys = new Set(options.flatMap(({ id, key }) => (key ? [id] : [])));
	const uses = [...byPick].map(([id, those]): OptionUse => {
		const rest = mean(those.flatMap(({ rest: one }) => one ?? []));
		return {
			id,
			// What alone earned all is right, such as another accepted form of a typed answer.
			key: keys.has(id) || those.some(({ answer }) => answer.fraction === 1 && answer.picks?.length === 1),
			chosen: those.length,
			share: known.length === 0 ? null : those.length / known.length,
			rest: rest ?? null,
			provisional: those.length < FEW.facility
		};
	});
	const more = uses.slice(options.length);
	const byFrequency = (one: OptionUse, other: OptionUse) =>
		other.chosen - one.chosen || (one.id < other.id ? -1 : 1);
	return [...uses.slice(0, options.length), ...more.sort(byFrequency)];
}

/** The mean over learners of each one's mean score at some items; those who were asked none do not count. */
function meanOfLearners(rows: ScoreTable['rows'], items: ReadonlySet<string>): Statistic {
	const shares = rows.flatMap(
		({ answers }) =>
			mean([...answers].flatMap(([id, { fraction }]) => (items.has(id) ? [fraction] : []))) ?? []
	);
	return proportion(mean(shares) ?? 0, shares.length);
}
