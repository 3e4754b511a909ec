import { seeded } from '#lib/chance/random.ts';

/** The longest identifier: a `short_identifier_type` of SCORM 2004 has 250 characters, a `CMIIdentifier` of 1.2 has 255. */
export const LONGEST_IDENTIFIER = 250;

/**
 * An id as an identifier that every format takes: ASCII letters, digits, hyphens, points and underscores. Different ids
 * become different identifiers, and an id of small letters, digits and hyphens stays as it is.
 */
export function identifier(id: string): string {
	const written = id.replaceAll(/[^A-Za-z0-9-]/gu, (character) => `_${hex(character.codePointAt(0) ?? 0)}.`);
	if (written.length > 0 && written.length <= LONGEST_IDENTIFIER) return written;
	const random = seeded(id);
	const sum = [random(), random()]
		.map((number) => hex(Math.floor(number * 2 ** 32)).padStart(8, '0'))
		.join('');
	return `${written.slice(0, LONGEST_IDENTIFIER - sum.length - 2)}._${sum}`;
}

function hex(number: number): string {
	return number.toString(16);
}
