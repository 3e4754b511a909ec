/** What the keys of elements begin with. They stand in the storage of somebody else’s site, where all else is left alone. */
export const OF_ELEMENTS = '["five-points-quiz",';

/**
 * The key of an attempt in an element.
 *
 * @param page its path and query: many sites tell their pages apart by the query alone
 * @param asked what else tells it from the attempts of other elements
 */
export function elementKey(page: Pick<Location, 'pathname' | 'search'>, asked: readonly string[]): string {
	return OF_ELEMENTS + JSON.stringify([page.pathname + page.search, ...asked]).slice(1);
}
