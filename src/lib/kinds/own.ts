/**
 * What a plain object has under an id. An id may be any word, and every object answers to `constructor` by what it
 * inherits; that is never meant.
 */
export function own<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
	return Object.hasOwn(record, id) ? record[id] : undefined;
}
