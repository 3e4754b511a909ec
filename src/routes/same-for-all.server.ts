import { SAME_FOR_ALL } from '../server/same-for-all.ts';

/**
 * The routes whose answers are the same for whoever asks, but for the language and the way to read, and the parameters
 * of the address that each depends on. The server renders them once.
 */
export const sameForAll: Record<string, readonly string[]> = {
	'/': [],
	'/[primer]': [],
	'/[primer]/bank': [],
	'/[primer]/course': ['language'],
	'/[primer]/facts': [],
	'/[primer]/flashcards': [],
	'/[primer]/learn/[point]': [],
	'/[primer]/practice/[draw]': [],
	'/[primer]/print': [],
	'/[primer]/progress': [],
	'/[primer]/review': [],
	'/manifest.webmanifest': ['language'],
	'/offline': [],
	'/offline/list': [],
	'/settings': []
};

/** The routes that answer each reader for themselves: a quiz is drawn, an answer is taken, a choice is kept. */
export const differentForEach = [
	'/[primer]/quiz',
	'/[primer]/quiz/sitting',
	'/[primer]/quiz/items',
	'/[primer]/quiz/views',
	'/language',
	'/reading',
	'/watch'
];

/** Declares an answer the same for all where its route is. */
export function declareSame(headers: Headers, route: string | null, method: string): void {
	const parameters = route === null || method !== 'GET' ? undefined : sameForAll[route];
	if (parameters) headers.set(SAME_FOR_ALL, parameters.join(' '));
}
