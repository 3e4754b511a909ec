import type { Rich } from '#lib/text/rich.ts';

import type { Point } from './primer.ts';

/** What is read before the items of a point, or before some of them. */
export interface ReadingText {
	id: string;
	/** Absent where it is the only one, which the point’s own title heads. */
	title?: Rich;
	text: Rich;
	/** The facts that it teaches; of the only one nothing is said. */
	facts: string[];
}

/** The texts of a point in their order, however its author has written them, or that of the primer as a whole; none where there are none. */
export function readingsOf({
	reading,
	readings
}: Pick<Point, 'reading'> & Partial<Pick<Point, 'readings'>>): ReadingText[] {
	if (readings) return readings;
	return reading === undefined ? [] : [{ id: 'reading', text: reading, facts: [] }];
}
