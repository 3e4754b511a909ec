import { isMapping } from '#lib/text/mapping.ts';

import type { Path } from '../yaml.ts';
import { isEntries, placesOf } from './entries.ts';
import { IGNORE, isText } from './texts.ts';

/**
 * Where in a translation something is that has a path in the merged whole: its lists may be in another order.
 * If the translation lacks it, the place of the nearest part around it.
 */
export function pathInTranslation(original: unknown, translation: unknown, path: Path): Path {
	const [step, ...rest] = path;
	if (step === undefined) return [];
	if (typeof step === 'number') {
		if (!isEntries(original) || !Array.isArray(translation)) return [];
		const place = placesOf(original, translation)[step];
		return place === undefined ? [] : [place, ...pathInTranslation(original[step], translation[place], rest)];
	}
	if (!isMapping(translation) || !Object.hasOwn(translation, step)) return [];
	if (isText(step)) return path;
	const below = isMapping(original) && Object.hasOwn(original, step) ? original[step] : undefined;
	if (step === IGNORE) return [step, ...ownReason(below, rest)];
	return [step, ...pathInTranslation(below, translation[step], rest)];
}

/** The reasons of a translation come after those of its original. */
function ownReason(original: unknown, [place, ...rest]: Path): Path {
	const before = Array.isArray(original) ? original.length : 0;
	return typeof place === 'number' && place >= before ? [place - before, ...rest] : [];
}
