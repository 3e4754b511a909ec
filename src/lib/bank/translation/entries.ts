import { slug } from '#lib/kinds/option.ts';
import { isMapping } from '#lib/text/mapping.ts';
import { compileInline, MarkdownError } from '#lib/text/markdown.ts';
import { plainText } from '#lib/text/rich.ts';

type Mapping = Record<string, unknown>;

/** What distinguishes the entries of a list: their ids, their numbers, or only their order. */
export type Identity = 'id' | 'value' | 'place';

/** Whether a value is a list of mappings, whose texts can be translated one by one. */
export function isEntries(value: unknown): value is Mapping[] {
	return Array.isArray(value) && value.length > 0 && value.every(isMapping);
}

/** What a translation has to repeat of the entries of a list, so that each gets its own words. */
export function identityOf(entries: readonly Mapping[]): Identity {
	if (entries.some((entry) => 'id' in entry || 'text' in entry)) return 'id';
	return entries.every((entry) => 'value' in entry) ? 'value' : 'place';
}

/** What distinguishes each entry of an original, in their order. */
export function identities(entries: readonly Mapping[]): unknown[] {
	const by = identityOf(entries);
	return entries.map((entry, index) => (by === 'id' ? idOf(entry) : by === 'value' ? entry['value'] : index));
}

/** The id of an entry: the one that is written, or the one that its words make. */
function idOf({ id, text }: Mapping): unknown {
	if (id !== undefined || typeof text !== 'string') return id;
	try {
		return slug(plainText(compileInline(text)));
	} catch (error) {
		if (error instanceof MarkdownError) return undefined;
		throw error;
	}
}

/** For each entry of an original, the place of its translation; undefined where there is none. */
export function placesOf(
	original: readonly Mapping[],
	translation: readonly unknown[]
): (number | undefined)[] {
	const by = identityOf(original);
	if (by === 'place') return original.map((_, index) => (index < translation.length ? index : undefined));
	const places = new Map<unknown, number>();
	translation.forEach((entry, index) => {
		if (isMapping(entry) && !places.has(entry[by])) places.set(entry[by], index);
	});
	return identities(original).map((identity) => places.get(identity));
}

/** An id as messages show it, whatever was written in its place. */
export function told(id: unknown): string {
	return typeof id === 'string' || typeof id === 'number' ? String(id) : JSON.stringify(id);
}
