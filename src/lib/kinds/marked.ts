import * as v from 'valibot';

import type { AuthoringFault } from './kind.ts';

/** A stretch of plain text, or what is between a pair of brackets in it. */
export type Stretch = { text: string } | { mark: string };

/** The brackets that mark parts of a text: `{blank}` in a cloze, `[span]` in a passage. */
export interface Brackets {
	pattern: RegExp;
	/** Any bracket of the two. */
	either: RegExp;
}

/** Braces, which mark the blanks of a cloze by their ids. */
export const BRACES: Brackets = { pattern: /\{([^{}]*)\}/, either: /[{}]/ };

/** Square brackets, which mark the spans of a passage. */
export const SQUARE: Brackets = { pattern: /\[([^[\]]*)\]/, either: /[[\]]/ };

/** The longest text with marks, in UTF-16 units: several printed pages. */
const LONGEST_MARKED = 20_000;

/** Refuses a text so long that nobody would read it to its end. */
export const notTooLong = v.maxLength<string, typeof LONGEST_MARKED, string>(
	LONGEST_MARKED,
	`has more than ${LONGEST_MARKED} characters\nShorten it, or make several items of it.`
);

/** Splits a text at its marks. */
export function stretches(text: string, { pattern }: Brackets): Stretch[] {
	return text
		.split(pattern)
		.map((piece, index) => (index % 2 === 0 ? { text: piece } : { mark: piece.trim() }))
		.filter((stretch) => !('text' in stretch) || stretch.text !== '');
}

/** A text with a gap for each of its marks. */
export function withoutMarks(text: string, brackets: Brackets): string {
	return stretches(text, brackets)
		.map((stretch) => ('text' in stretch ? stretch.text : '___'))
		.join('');
}

/** What is between the brackets, in the order of the text. */
export function marks(text: string, brackets: Brackets): string[] {
	return stretches(text, brackets).flatMap((stretch) => ('mark' in stretch ? [stretch.mark] : []));
}

/**
 * Disagreements between a text and the list that describes its marks: unpaired brackets, marks that nothing
 * describes or that are used twice, and descriptions of marks that do not exist.
 */
export function markFaults(
	text: { field: string; value: string; brackets: Brackets },
	list: { field: string; names: string[]; name: string; twice: string }
): AuthoringFault[] {
	const found = marks(text.value, text.brackets);
	const path = [text.field];
	const loose = stretches(text.value, text.brackets).some(
		(stretch) => 'text' in stretch && text.brackets.either.test(stretch.text)
	);
	const loners = found.filter((mark) => !list.names.includes(mark));
	const unmarked = list.names.filter((name) => !found.includes(name));
	const [mark] = loners;
	const [unmarkedName] = unmarked;
	if (!loose && loners.length === 1 && unmarked.length === 1 && new Set(found).size === found.length) {
		// If one is left over on each side, they were meant to be the same.
		return [
			{
				path: [list.field, list.names.indexOf(unmarkedName ?? '')],
				message: `“${unmarkedName}” is not marked in “${text.field}”, where “${mark}” is marked and no ${list.name} describes it`,
				fix: 'Write both alike, letter for letter.'
			}
		];
	}
	return [
		...(loose ? [{ path, message: 'a bracket lacks its pair', fix: 'Close it, or leave it out.' }] : []),
		...found.flatMap((mark, index): AuthoringFault[] => {
			if (found.indexOf(mark) < index) {
				return [{ path, message: `“${mark}” is marked twice`, fix: list.twice }];
			}
			if (list.names.includes(mark)) return [];
			return [
				{
					path,
					message: `“${mark}” is marked, and no ${list.name} describes it`,
					fix: `Add it to “${list.field}”, or take its brackets away.`
				}
			];
		}),
		...list.names.flatMap((name, index): AuthoringFault[] => {
			if (found.includes(name)) return [];
			return [
				{
					path: [list.field, index],
					message: `“${name}” is not marked in “${text.field}”`,
					fix: `Mark it there by brackets, letter for letter, or leave this ${list.name} out.`
				}
			];
		})
	];
}
