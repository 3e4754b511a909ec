import * as v from 'valibot';

// Everything is kept as text. Texts from outside are kept in their JSON form: not every text that JSON can hold suits
// every database (PostgreSQL takes no NUL, and none takes half of a surrogate pair), but its JSON form does.

/** An id, a name or another text in the form that is kept: unchanged except for what a database may not take. */
export function writeId(id: string): string {
	return JSON.stringify(id).slice(1, -1);
}

export function readId(kept: string): string {
	return v.parse(v.string(), JSON.parse(`"${kept}"`));
}

/** A response in the form that is kept: what JSON cannot say at all becomes null. */
export function writeResponse(response: unknown): string {
	return JSON.stringify(response ?? null);
}

export function readResponse(kept: string): unknown {
	return JSON.parse(kept);
}
