import type { Trouble } from './trouble.ts';

/** Where an element gets its course from. */
export interface Source {
	/** A course that a script has given it; undefined if none did. */
	given: unknown;
	/** An address, relative to the page. */
	address: string | null;
	/** The text of a `<script type="application/json">` inside it. */
	inside: string | undefined;
}

/** What is there, unread. */
export interface Fetched {
	/** A course as a value. */
	value?: unknown;
	/** A course as text. */
	text?: string;
	/** Where it came from; undefined if it stands in the page. */
	address: string | undefined;
}

/** Gets what an element says is its course. Never fails. */
export async function fetchSource({ given, address, inside }: Source): Promise<Fetched | Trouble> {
	if (given !== undefined) return { value: given, address: undefined };
	if (address === null || address.trim() === '') {
		return inside === undefined ? { code: 'no-course' } : { text: inside, address: undefined };
	}
	try {
		const response = await fetch(address);
		if (response.ok) return { text: await response.text(), address };
		return { code: 'not-reached', address, why: String(response.status) };
	} catch (error) {
		return { code: 'not-reached', address, why: reasonIn(error) };
	}
}

/** What an error says. */
export function reasonIn(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
