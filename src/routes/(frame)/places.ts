/** The places of a course that every page leads to, in their order. */
export const places = ['today', 'learn', 'quiz', 'map', 'cards'] as const;
export type Place = (typeof places)[number];

const placeOfRoute: Record<string, Place> = {
	'/': 'today',
	'/[primer]': 'today',
	'/[primer]/review': 'today',
	'/[primer]/learn': 'learn',
	'/[primer]/learn/[point]': 'learn',
	'/[primer]/practice/[draw]': 'learn',
	'/[primer]/quiz': 'quiz',
	'/[primer]/progress': 'map',
	'/[primer]/flashcards': 'cards'
};

/** Below which place the page of a route is; undefined where it is below none. */
export function placeOf(route: string | null): Place | undefined {
	return route === null ? undefined : placeOfRoute[route];
}

/** Whether the page of a route is a place itself, and not below one. */
export function isPlace(route: string | null): boolean {
	return placeOf(route) !== undefined && !/\/(quiz|review|\[(point|draw)\])$/.test(route ?? '');
}
