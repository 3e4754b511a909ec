/**
 * The query that asks for the same, with a seed added if it names none. A seed that was refused stays: if it were
 * replaced, nobody would be told.
 */
export function withSeed(asked: URLSearchParams, seed: string): string {
	const query = new URLSearchParams(asked);
	if (!query.get('seed')) query.set('seed', seed);
	return `?${query.toString().replaceAll('%2C', ',')}`;
}
