import { cellLevels, type Mastery, type CellLevel } from '#lib/review/mastery.ts';

/** A part of a ring that facts of one level share. */
export interface Arc {
	/** Names it within its ring. */
	place: number;
	level: CellLevel;
	/** Where it begins and ends, as shares of the ring from 0 to 1, clockwise from the top. */
	from: number;
	to: number;
}

/** Up to so many facts, each has an arc of its own. */
const COUNTABLE = 30;

/** The arcs of the ring of a point, what is known best first: one for each fact, or for each level where they are many. */
export function arcsOf({ counts, total }: Pick<Mastery, 'counts' | 'total'>): Arc[] {
	const groups = [...cellLevels]
		.reverse()
		.flatMap((level) =>
			total <= COUNTABLE
				? Array.from({ length: counts[level] }, () => ({ level, size: 1 }))
				: counts[level] > 0
					? [{ level, size: counts[level] }]
					: []
		);
	let done = 0;
	return groups.map(({ level, size }, place) => {
		const from = done / total;
		done += size;
		return { place, level, from, to: done / total };
	});
}

/**
 * An arc as a path around the middle of a box.
 *
 * @param middle both coordinates of the middle
 * @param gap how much is left open at the end, in the units of the box
 */
export function arcPath(
	arc: Pick<Arc, 'from' | 'to'>,
	{ middle, radius, gap }: { middle: number; radius: number; gap: number }
): string {
	const [from, to] = opened(arc, gap / (2 * Math.PI * radius));
	const large = to - from > 0.5 ? 1 : 0;
	return `M${at(from, middle, radius)}A${radius} ${radius} 0 ${large} 1 ${at(to, middle, radius)}`;
}

/**
 * The outline of an arc of some thickness as a path around the middle of a box.
 *
 * @param middle both coordinates of the middle
 * @param inner the radius of its inner edge
 * @param outer the radius of its outer edge
 * @param gap how much is left open at the end, in the units of the box
 */
export function arcOutline(
	arc: Pick<Arc, 'from' | 'to'>,
	{ middle, inner, outer, gap }: { middle: number; inner: number; outer: number; gap: number }
): string {
	const [from, to] = opened(arc, gap / (2 * Math.PI * inner));
	const large = to - from > 0.5 ? 1 : 0;
	const out = `M${at(from, middle, outer)}A${outer} ${outer} 0 ${large} 1 ${at(to, middle, outer)}`;
	return `${out}L${at(to, middle, inner)}A${inner} ${inner} 0 ${large} 0 ${at(from, middle, inner)}Z`;
}

/** Where an arc begins and ends once a share of the ring is left open at its ends. */
function opened({ from, to }: Pick<Arc, 'from' | 'to'>, share: number): [from: number, to: number] {
	const open = Math.min(share, (to - from) / 2) / 2;
	// An arc of an SVG path cannot come back to where it began.
	return [from + open, to - from >= 1 ? to - Math.max(open, 0.001) : to - open];
}

/** The place on a circle at a share of it, clockwise from the top. */
function at(share: number, middle: number, radius: number): string {
	const angle = 2 * Math.PI * share - Math.PI / 2;
	return [middle + radius * Math.cos(angle), middle + radius * Math.sin(angle)]
		.map((coordinate) => coordinate.toFixed(2))
		.join(' ');
}
