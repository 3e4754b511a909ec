/** The letter of a place, from 0: A to Z, then AA. */
export function letterOf(place: number): string {
	const last = String.fromCharCode(65 + (place % 26));
	return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last;
}
