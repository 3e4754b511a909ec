import { isMapping } from '#lib/text/mapping.ts';

import type { Path } from '../yaml.ts';
import { isAsked, isOptional, isText } from './texts.ts';

/** Whether the value of a key has words that a translation should have. */
export function hasText(key: string, value: unknown): boolean {
	return some(key, value, isText);
}

/**
 * Whether a missing translation, at a path of the original, would be shown before the answer or decide what
 * is right.
 */
export function lacksAsked(original: unknown, path: Path): boolean {
	const value = path.reduce<unknown>((part, step) => {
		if (Array.isArray(part)) return part[Number(step)];
		return isMapping(part) ? part[step] : undefined;
	}, original);
	return some(String(path.at(-1)), value, isAsked);
}

function some(key: string, value: unknown, matches: (key: string) => boolean): boolean {
	if (isText(key)) return matches(key);
	if (isOptional(key)) return false;
	if (Array.isArray(value)) return value.some((entry) => some('', entry, matches));
	return isMapping(value) && Object.entries(value).some(([name, part]) => some(name, part, matches));
}
