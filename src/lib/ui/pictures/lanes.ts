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
