import { isMapping } from '#lib/text/mapping.ts';

import type { SchemaFault } from '../issue.ts';
import type { Path } from '../yaml.ts';
import { identities, identityOf, isEntries, placesOf, told, type Identity } from './entries.ts';
import { hasText } from './missing.ts';
import { IGNORE, isOptional, isOwn, isText } from './texts.ts';

type Mapping = Record<string, unknown>;

/** An original with the words of a translation in place of its own. */
export interface Merged {
	/** As an author would have written it in that language. */
	value: unknown;
	/** What the translation may not hold; the paths are those of the translation. */
	faults: SchemaFault[];
	/**
	 * What has no translation: single texts, or a whole part without any. The paths are those of the
	 * original.
	 */
	missing: Path[];
}

/**
 * Replaces the texts of an original by those of its translation, both as they are written: schemas check the
 * result afterwards. Lists of mappings are merged entry by entry, and an entry keeps an id that was made from
 * words which are now translated.
 *
 * @param identity the key by which the translation was found to belong to the original, if it was
 */
export function merge(original: unknown, translation: unknown, identity?: Identity): Merged {
	if (!isMapping(original)) return { value: original, faults: [], missing: [] };
	if (!isMapping(translation)) {
		return refused(original, {
			path: [],
			message: 'is not a mapping',
			fix: 'Write it as in the original, “key: …”.'
		});
	}
	const merged = new Map(Object.entries(original));
	const faults: SchemaFault[] = [];
	const missing: Path[] = [];
	for (const [key, written] of Object.entries(translation)) {
		if (key === identity) continue;
		const part = mergeKey(key, Object.hasOwn(original, key) ? original[key] : undefined, written);
		faults.push(...part.faults);
		if (!isOptional(key)) missing.push(...part.missing.map((path) => [key, ...path]));
		if (part.value !== undefined) merged.set(key, part.value);
	}
	for (const [key, value] of merged) {
		if (!Object.hasOwn(translation, key) && hasText(key, value)) missing.push([key]);
	}
	return { value: Object.fromEntries(merged), faults, missing };
}

function mergeKey(key: string, original: unknown, written: unknown): Merged {
	const merged = { faults: [], missing: [] };
	if (key === IGNORE) {
		const reasons: readonly unknown[] = Array.isArray(original) ? original : [];
		return { ...merged, value: Array.isArray(written) ? reasons.concat(written) : written };
	}
	if (isText(key) && (original !== undefined || isOwn(key))) return { ...merged, value: written };
	if (isText(key) || original === undefined) return unknown(key, original);
	if (isMapping(original)) return within(key, merge(original, written));
	if (isEntries(original)) return within(key, mergeEntries(original, written));
	return same(key, original);
}

function unknown(key: string, value: unknown): Merged {
	const fix = 'Leave it out, or write it in the original too.';
	return refused(value, { path: [], key, message: `the original has no “${key}”`, fix });
}

function same(key: string, value: unknown): Merged {
	const message = `“${key}” is the same in every language`;
	return refused(value, { path: [], key, message, fix: 'Leave it out here.' });
}

function refused(value: unknown, fault: SchemaFault): Merged {
	return { value, faults: [fault], missing: [] };
}

function within(key: string, { value, faults, missing }: Merged): Merged {
	return {
		value,
		missing,
		faults: faults.map((fault) => ({ ...fault, path: [key, ...fault.path] }))
	};
}

function mergeEntries(original: readonly Mapping[], written: unknown): Merged {
	if (!Array.isArray(written)) {
		return refused(original, { path: [], message: 'is not a list', fix: 'Write one as in the original.' });
	}
	const translation: readonly unknown[] = written;
	const identity = identityOf(original);
	const ids = identities(original);
	const places = placesOf(original, translation);
	const missing: Path[] = [];
	const faults = strays(original, translation);
	const value = original.map((entry, index) => {
		const place = places[index];
		if (place === undefined) {
			if (hasText('', [entry])) missing.push([index]);
			return entry;
		}
		const merged = merge(entry, translation[place], identity);
		faults.push(...merged.faults.map((fault) => ({ ...fault, path: [place, ...fault.path] })));
		missing.push(...merged.missing.map((path) => [index, ...path]));
		return isMapping(merged.value) && identity === 'id' ? { id: ids[index], ...merged.value } : merged.value;
	});
	return { value, faults, missing };
}

/** Entries of a translation that belong to none of the original. */
function strays(original: readonly Mapping[], translation: readonly unknown[]): SchemaFault[] {
	const by = identityOf(original);
	if (by === 'place') {
		return translation.slice(original.length).map((_, index) => ({
			path: [original.length + index],
			message: `the original has only ${original.length} of these`,
			fix: 'Leave it out, or write it in the original too.'
		}));
	}
	const known = new Set(identities(original));
	const seen = new Set<unknown>();
	return translation.flatMap((entry, index): SchemaFault[] => {
		if (!isMapping(entry)) {
			return [{ path: [index], message: 'is not a mapping', fix: `Begin it with “- ${by}: …”.` }];
		}
		const identity = entry[by];
		const isSecond = seen.has(identity);
		seen.add(identity);
		if (identity === undefined) {
			const fix = `Write that of the original: one of ${[...known].join(', ')}.`;
			return [{ path: [index], message: `“${by}” is missing`, fix }];
		}
		if (!known.has(identity)) {
			const fix = `Write one of ${[...known].join(', ')}.`;
			return [{ path: [index, by], message: `the original has no “${told(identity)}” here`, fix }];
		}
		if (!isSecond) return [];
		const fix = 'Keep one of the two.';
		return [{ path: [index, by], message: `“${told(identity)}” is translated twice`, fix }];
	});
}
