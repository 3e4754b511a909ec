/**
 * What a plain object itself has under an id. An id may be any word, and every object inherits something
 * called `constructor`, which is never meant.
 */
export function own<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
	return Object.hasOwn(record, id) ? record[id] : undefined;
}
