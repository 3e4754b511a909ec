/** A figure with how far it can be trusted, or why there is none. Never is one NaN or infinite. */
export type Statistic =
	| {
			state: 'known';
			value: number;
			/** Bounds of its 95 % confidence interval. */
			low: number;
			high: number;
			/** How many learners it rests on. */
			learners: number;
			/** Whether those are too few to act on it: {@link FEW}. */
			provisional: boolean;
	  }
	| { state: 'unknown'; why: Unknown };

/**
 * Why a figure does not exist:
 * - `few-learners`: too few were asked;
 * - `few-items`: there is nothing to compare the item with;
 * - `no-spread`: all earned the same, there or on the rest, so nothing can go with it.
 */
export type Unknown = 'few-learners' | 'few-items' | 'no-spread';

/**
 * Below how many learners a figure is provisional.
 *
 * - Facility: 16, the fewest with which an item's difficulty is stable within one logit (Linacre, 1994, Rasch
 *   Measurement Transactions 7:4, 328: 16 to 36, by how well the test fits the learners).
 * - Discrimination: 100. A correlation of 0.3 found with 30 learners may as well be −0.07 or 0.6; with 100 it is at least
 *   above 0.1 (Fisher's interval).
 * - Alpha: 100, unless one thing alone explains most of the scores (Yurdugül, 2008, Hacettepe University Journal of
 *   Education 35, 397–405).
 */
export const FEW = { facility: 16, discrimination: 100, alpha: 100 } as const;

/** The normal quantile of a two-sided interval of 95 %. */
const Z = 1.959963984540054;

export function unknown(why: Unknown): Statistic {
	return { state: 'unknown', why };
}

/**
 * A mean of scores from 0 to 1 with the interval of Wilson (1927, Journal of the American Statistical Association 22,
 * 209–212). That is for right or wrong; partial credit spreads less than that with the same mean, so that the interval
 * is then wider than it need be, never narrower.
 */
export function proportion(value: number, learners: number): Statistic {
	if (learners === 0) return unknown('few-learners');
	const share = within(value, 0, 1);
	const weight = Z ** 2 / learners;
	const middle = (share + weight / 2) / (1 + weight);
	const half = (Z / (1 + weight)) * Math.sqrt((share * (1 - share)) / learners + weight / (4 * learners));
	return {
		state: 'known',
		value: share,
		low: within(middle - half, 0, share),
		high: within(middle + half, share, 1),
		learners,
		provisional: learners < FEW.facility
	};
}

/** A correlation, from −1 to 1, with the interval of Fisher (1921, Metron 1, 3–32), which needs four learners. */
export function correlation(value: number, learners: number): Statistic {
	if (learners < 4) return unknown('few-learners');
	const half = Z / Math.sqrt(learners - 3);
	return {
		state: 'known',
		value,
		low: Math.tanh(Math.atanh(value) - half),
		high: Math.tanh(Math.atanh(value) + half),
		learners,
		provisional: learners < FEW.discrimination
	};
}

/**
 * A reliability, at most 1, with the interval of Bonett (2002, Journal of Educational and Behavioral Statistics 27,
 * 335–340), which needs three learners.
 */
export function reliability(
	value: number,
	{ items, learners }: { items: number; learners: number }
): Statistic {
	if (learners < 3) return unknown('few-learners');
	const half = Z * Math.sqrt((2 * items) / ((items - 1) * (learners - 2)));
	return {
		state: 'known',
		value,
		low: 1 - (1 - value) * Math.exp(half),
		high: 1 - (1 - value) * Math.exp(-half),
		learners,
		provisional: learners < FEW.alpha
	};
}

function within(value: number, least: number, most: number): number {
	return Math.min(most, Math.max(least, value));
}
