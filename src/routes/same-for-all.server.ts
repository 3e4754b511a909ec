import { SAME_FOR_ALL } from '../server/same-for-all.ts';

/**
 * The routes whose answers are the same for everybody apart from reading preferences, and the parameters of
 * the address that each depends on. The server renders them once.
 */
export const sameForAll: Record<string, readonly string[]> = {
	'/': [],
	'/[primer]': [],
	'/[primer]/background': [],
	'/[primer]/bank': ['keys'],
	'/[primer]/course': [],
	'/[primer]/course.json': ['language', 'items'],
	'/[primer]/facts': [],
	'/[primer]/flashcards': [],
	'/[primer]/learn': [],
	'/[primer]/learn/[point]': [],
	'/[primer]/outcomes': [],
	'/[primer]/outline': [],
	'/[primer]/practice/[draw]': [],
	'/[primer]/print': [],
	'/[primer]/progress': [],
	'/[primer]/review': [],
	'/[primer]/teach/guide': [],
	'/[primer]/teach/results': [],
	'/[primer]/words': [],
	'/manifest.webmanifest': [],
	'/offline': [],
	'/offline/list': [],
	'/settings': []
};

/** The routes that answer scripts, forms or authors: none of them is a page in a language. */
export const notPages = [
	'/[primer]/bank',
	'/[primer]/course',
	'/[primer]/course.json',
	'/[primer]/outcomes',
	'/[primer]/outline',
	'/[primer]/quiz/sitting',
	'/[primer]/quiz/items',
	'/[primer]/quiz/views',
	'/[primer]/share/[format]',
	'/language',
	'/manifest.webmanifest',
	'/oembed',
	'/offline/list',
	'/reading',
	'/watch'
];

/** Whether a route has a page; a missing page has one too. */
export function isPage(route: string | null): boolean {
	return route === null || !notPages.includes(route);
}

/** Declares an answer the same for all, if its route is. */
export function declareSame(headers: Headers, route: string | null, method: string): void {
	const parameters = route === null || method !== 'GET' ? undefined : sameForAll[route];
	if (parameters) headers.set(SAME_FOR_ALL, parameters.join(' '));
}
