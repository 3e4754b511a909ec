/** What lies at each place of a timeline, from the first to the last: an element’s id, or nothing yet. */
export type Places = readonly (string | null)[];

/**
 * The places after an element was put at one of them. What lay there goes to where the element came from, or is to be
 * placed again if it came from outside.
 *
 * @param place from 0
 */
export function putAt(places: Places, id: string, place: number): Places {
	const from = places.indexOf(id);
	const before = places[place];
	return places.map((each, index) => {
		if (index === place) return id;
		return index === from ? (before ?? null) : each;
	});
}

/** The places after an element was taken back. */
export function without(places: Places, id: string): Places {
	return places.map((each) => (each === id ? null : each));
}

/** The order as a response has it: an empty text at each place that is free. */
export function orderOf(places: Places): string[] {
	return places.map((id) => id ?? '');
}
