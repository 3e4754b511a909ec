import * as v from 'valibot';

import { shuffled, type Random } from '#lib/chance/random.ts';
import { line } from '#lib/text/markdown.ts';
import { plainText, type Rich } from '#lib/text/rich.ts';

import type { AuthoringFault } from './kind.ts';
import type { Part } from './score.ts';

/** An id as authors write it: words of small letters and digits, joined by hyphens. */
export const idSchema = v.pipe(
	v.string(),
	v.regex(
		/^[\p{Ll}\p{Lo}\p{Lm}\p{N}]+(-[\p{Ll}\p{Lo}\p{Lm}\p{N}]+)*$/u,
		'is not an id\nUse small letters, digits and single hyphens, such as “second-choice”.'
	)
);

/**
 * The most parts that a list of an item may have: more than anybody reads, but few enough that nothing takes
 * long.
 */
export const MOST_PARTS = 50;

/**
 * What is said of a list of more parts than {@link MOST_PARTS}, by the name that its parts have. It is said when a list
 * is refused: a schema that calls for nothing when it is made is left out where nobody reads a course.
 */
export function tooMany(parts: string): string {
	return `has more than ${MOST_PARTS} ${parts}\nLeave some out, or make several items of it.`;
}

export interface Label {
	id: string;
	text: Rich;
}

/**
 * Gives a part without an id one made from its own words. It is never made from the part's place in the file,
 * which would give the key away, since authors like to write the key first.
 */
export function withId<T extends { id?: string; text: Rich }>(part: T): T & Label {
	return { ...part, id: part.id ?? slug(plainText(part.text)) };
}

/** A text as an id: `“Internet of Trust”` becomes `internet-of-trust`. */
export function slug(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[^\p{L}\p{N}]+/gu, '-')
		.replaceAll(/^-|-$/g, '');
}

/** Something to match with or sort into, without a rationale of its own. */
export const label = v.pipe(
	v.strictObject({
		id: v.exactOptional(idSchema),
		text: line
	}),
	v.transform(withId)
);

/** An option to choose: its words, whether it is (part of) the key, and why. */
export const option = v.pipe(
	v.strictObject({
		id: v.exactOptional(idSchema),
		text: line,
		key: v.optional(v.boolean(), false),
		why: line
	}),
	v.transform(withId)
);

export type Option = v.InferOutput<typeof option>;

/** How one option was answered: chosen or left alone, rightly or not. */
export function optionPart({ id, key, why }: Pick<Option, 'id' | 'key' | 'why'>, chosen: boolean): Part {
	const verdict = chosen ? (key ? 'right' : 'wrong') : key ? 'missed' : 'passed';
	return { id, verdict, why };
}

/** The option that is the key. Checking the bank ({@link oneKey}) made sure that there is exactly one. */
export function keyOf(options: readonly Option[]): Option {
	const key = options.find((option) => option.key);
	if (!key) throw new Error('An item without a key passed the check of banks.');
	return key;
}

/** Faults of a list in which exactly one option must be the key (rule S-05). */
export function oneKey(options: readonly { key: boolean }[], path: (string | number)[]): AuthoringFault[] {
	const keys = options.filter((option) => option.key).length;
	if (keys === 1) return [];
	return [
		{
			path,
			message: keys === 0 ? 'no option is the key' : `${keys} options are keys`,
			fix: 'Mark exactly one option with “key: true”.'
		}
	];
}

/** Copies what a learner may see of a label. */
export function publicLabel({ id, text }: Label): Label {
	return { id, text };
}

/**
 * Copies what a learner may see of labels whose order means nothing, shuffled by `random`. The shuffle starts
 * from the order of their ids, not of the file: it could be undone by anybody who knows the seed, and authors
 * like to write the key first.
 */
export function drawn(labels: readonly Label[], random: Random): Label[] {
	return shuffled(byId(labels), random).map(publicLabel);
}

/** Labels in an order that reveals nothing. */
export function byId<T extends Label>(labels: readonly T[]): T[] {
	return labels.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/**
 * Faults of a list of labels: an id or a text that is used twice (rules S-05, S-06), or words that make no
 * id.
 */
export function repeats(labels: readonly Label[], path: (string | number)[]): AuthoringFault[] {
	const ids = new Set<string>();
	const texts = new Set<string>();
	return labels.flatMap((label, index) => {
		const text = comparable(label.text);
		const faults: AuthoringFault[] = [];
		if (texts.has(text)) {
			faults.push({
				path: [...path, index, 'text'],
				message: `“${plainText(label.text)}” is used twice`,
				fix: 'Reword one of the two or leave it out.'
			});
		} else if (label.id === '') {
			faults.push({
				path: [...path, index, 'text'],
				message: `“${plainText(label.text)}” has no letter or digit to make an id of`,
				fix: 'Write an id beside it.'
			});
		} else if (ids.has(label.id)) {
			faults.push({
				path: [...path, index, 'id'],
				message: `the id “${label.id}” is used twice`,
				fix: 'Give each its own id.'
			});
		}
		ids.add(label.id);
		texts.add(text);
		return faults;
	});
}

/** A text as rule S-06 compares it: without markup, capitals, repeated spaces and final punctuation. */
function comparable(text: Rich): string {
	const plain = plainText(text).normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
	let end = plain.length;
	while (/[\p{P}\s]/u.test(plain.charAt(end - 1))) end--;
	return plain.slice(0, end) || plain;
}
