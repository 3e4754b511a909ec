import { seeded } from '#lib/chance/random.ts';

/** The ids of a course and short names for them. */
export interface Names {
	/** A value of JSON with each id in it, as text or as key, under its short name. */
	shortened: (value: unknown) => unknown;
	/** The same with its ids again. A name that the course does not know stays, and so is the id of nothing. */
	restored: (value: unknown) => unknown;
}

/** What a short name begins with; so does, twice, a text that begins with it. */
const MARK = '~';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Short names for the ids of some items and of their parts. A name is made from its id alone, so that another edition of
 * the course has the same names for what it still has; where two ids would share a name, neither has one.
 */
export function namesOf(items: readonly { id: string; interaction: unknown }[]): Names {
	const ids = new Set(items.flatMap(({ id, interaction }) => [id, ...idsIn(interaction)]));
	const byName = Map.groupBy(ids, nameOf);
	const shorts = new Map<string, string>();
	const longs = new Map<string, string>();
	for (const [name, [id = '', another]] of byName) {
		if (another !== undefined || id.length <= name.length) continue;
		shorts.set(id, name);
		longs.set(name, id);
	}
	const shorten = (text: string) => shorts.get(text) ?? (text.startsWith(MARK) ? MARK + text : text);
	const restore = (text: string) =>
		text.startsWith(MARK + MARK) ? text.slice(MARK.length) : (longs.get(text) ?? text);
	return {
		shortened: (value) => withTexts(value, shorten),
		restored: (value) => withTexts(value, restore)
	};
}

function nameOf(id: string): string {
	const random = seeded(id);
	const letter = () => LETTERS.charAt(Math.floor(random() * LETTERS.length));
	return MARK + letter() + letter() + letter();
}

/** All that is called `id` in some data. */
function idsIn(data: unknown): string[] {
	if (typeof data !== 'object' || data === null) return [];
	return Object.entries(data).flatMap(([key, value]: [string, unknown]) =>
		key === 'id' && typeof value === 'string' ? [value] : idsIn(value)
	);
}

/** A value of JSON with its texts and keys changed. */
function withTexts(value: unknown, change: (text: string) => string): unknown {
	if (typeof value === 'string') return change(value);
	if (Array.isArray(value)) return value.map((each: unknown) => withTexts(each, change));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, each]: [string, unknown]) => [change(key), withTexts(each, change)])
	);
}
