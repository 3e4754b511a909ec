/** The whole years that a timeline spans; `to` is the first that it no longer shows. */
export interface Axis {
	from: number;
	to: number;
}

/** A moment (`2011`, `2018-10`, `2011-09-12`) as a year with its fraction: the middle of what is known of it. */
export function yearOf(moment: string): number {
	const [year = 0, month, day] = moment.split('-').map(Number);
	if (month === undefined) return year + 0.5;
	return year + (month - 1 + (day === undefined ? 0.5 : (day - 0.5) / 31)) / 12;
}

/** The years from the first of some moments to the last. */
export function axisOf(moments: readonly string[]): Axis {
	const years = moments.map((moment) => Math.floor(yearOf(moment)));
	return { from: Math.min(...years), to: Math.max(...years) + 1 };
}

/** Where a year with its fraction lies on an axis: 0 at its beginning, 1 at its end. */
export function placeOn({ from, to }: Axis, year: number): number {
	return (year - from) / (to - from);
}

/** Steps between labelled years, each with a round sum of its own. */
const STEPS = [1, 2, 3, 5, 10, 20, 25, 50];

/**
 * The years to label on an axis: every one where there is room, else every second, third, fifth, tenth and so on.
 *
 * @param most how many labels there is room for
 */
export function labelledYears({ from, to }: Axis, most: number): number[] {
	const years = to - from;
	const step = STEPS.find((each) => Math.ceil(years / each) <= most) ?? Math.ceil(years / most / 100) * 100;
	return Array.from({ length: Math.ceil(years / step) }, (_, index) => from + index * step);
}

/**
 * Which lane each mark goes into, so that no two in a lane are too close: the lowest free one.
 *
 * @param places where the marks lie along the lanes, from the first to the last
 * @param apart the least distance of two marks in a lane, in the measure of the places
 * @returns for each mark its lane, from 0
 */
export function lanesOf(places: readonly number[], apart: number): number[] {
	const last: number[] = [];
	return places.map((place) => {
		const free = last.findIndex((before) => place - before >= apart);
		const lane = free < 0 ? last.length : free;
		last[lane] = place;
		return lane;
	});
}
