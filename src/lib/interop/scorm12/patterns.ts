import { decimal } from '#lib/interop/interaction/decimal.ts';
import type { Component, Interaction, Pair } from '#lib/interop/interaction/interaction.ts';
import { literal } from '#lib/interop/interaction/patterns.ts';

/** The types of interactions that SCORM 1.2 has (RTE 3.4.4, `cmi.interactions.n.type`) and that are used here. */
export type Type12 =
	'true-false' | 'choice' | 'fill-in' | 'matching' | 'performance' | 'sequencing' | 'numeric';

/** An interaction in the terms of SCORM 1.2. */
export interface Interaction12 {
	type: Type12;
	/** Each a pattern that is right: `CMIFeedback`, up to 255 characters. */
	right: string[];
	/** The same, of what was given. */
	given: string;
}

/** The longest `CMIFeedback`, in characters. */
export const LONGEST_FEEDBACK = 255;

/** SCORM 1.2 names the parts of an interaction by single characters. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * An answered item in the terms of SCORM 1.2. A part is named by its place in the course: `a` is the first, and in pairs
 * the sources count from `a` too. A list that is too long for that is told in words, as a performance.
 */
export function interaction12(interaction: Interaction): Interaction12 {
	switch (interaction.type) {
		case 'true-false':
			return { type: 'true-false', right: [flag(interaction.right)], given: flag(interaction.given) };
		case 'choice':
		case 'sequencing':
			return lettered(interaction);
		case 'matching':
			return paired(interaction);
		case 'numeric':
			return numeric(interaction);
		case 'fill-in':
			return {
				type: 'fill-in',
				right: distinct(interaction.right.map((texts) => feedback(texts.join(', ')))),
				given: feedback(interaction.given.join(', '))
			};
		case 'performance':
			return performance(written(interaction.right), written(interaction.given));
	}
}

function lettered({
	type,
	options,
	right,
	given
}: Extract<Interaction, { options: Component[] }>): Interaction12 {
	const letters = lettersOf(options);
	if (!letters) return performance(right.join(' '), given.join(' '));
	const list = (ids: readonly string[]) => ids.map((id) => letters.get(id) ?? '').join(',');
	return { type, right: [list(right)], given: list(given) };
}

function paired({
	sources,
	targets,
	right,
	given
}: Extract<Interaction, { type: 'matching' }>): Interaction12 {
	const [from, to] = [lettersOf(sources), lettersOf(targets)];
	if (!from || !to) return performance(written(right), written(given));
	const list = (pairs: readonly Pair[]) =>
		pairs.map(([source, target]) => `${from.get(source) ?? ''}.${to.get(target) ?? ''}`).join(',');
	return { type: 'matching', right: [list(right)], given: list(given) };
}

function numeric({ right: { value }, given }: Extract<Interaction, { type: 'numeric' }>): Interaction12 {
	return { type: 'numeric', right: [feedback(decimal(value))], given: feedback(decimal(given)) };
}

function performance(right: string, given: string): Interaction12 {
	return { type: 'performance', right: [feedback(right)], given: feedback(given) };
}

function written(pairs: readonly Pair[]): string {
	return pairs.map((pair) => pair.join('=')).join(' ');
}

function feedback(text: string): string {
	return literal(text, LONGEST_FEEDBACK);
}

function flag(value: boolean): string {
	return value ? 't' : 'f';
}

/** The character of each part; undefined where there are more parts than characters. */
function lettersOf(parts: readonly Component[]): Map<string, string> | undefined {
	if (parts.length > LETTERS.length) return undefined;
	return new Map(parts.map(({ id }, place) => [id, LETTERS.charAt(place)]));
}

function distinct(texts: readonly string[]): string[] {
	return [...new Set(texts)];
}
