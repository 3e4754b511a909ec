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
	{ from, to }: Pick<Arc, 'from' | 'to'>,
	{ middle, radius, gap }: { middle: number; radius: number; gap: number }
): string {
	const opened = Math.min(gap / (2 * Math.PI * radius), (to - from) / 2) / 2;
	const at = (share: number) => {
		const angle = 2 * Math.PI * share - Math.PI / 2;
		return [middle + radius * Math.cos(angle), middle + radius * Math.sin(angle)]
			.map((coordinate) => coordinate.toFixed(2))
			.join(' ');
	};
	// An arc of an SVG path cannot come back to where it began.
	const end = to - from >= 1 ? to - Math.max(opened, 0.001) : to - opened;
	const large = end - from - opened > 0.5 ? 1 : 0;
	return `M${at(from + opened)}A${radius} ${radius} 0 ${large} 1 ${at(end)}`;
}
