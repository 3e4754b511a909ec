import type { Interaction } from '#lib/interop/interaction/interaction.ts';
import { literal, patternsOf } from '#lib/interop/interaction/patterns.ts';

/** An interaction in the terms of SCORM 2004 4th edition. */
export interface Interaction2004 {
	type: Interaction['type'] | 'other';
	/** Patterns of right answers, each once. */
	right: string[];
	given: string;
}

/** What every platform has to hold (RTE 4.1.1.6): texts of 250 characters, 36 parts, and 4,000 characters for the rest. */
const LONGEST_TEXT = 250;
const MOST_PARTS = 36;
const LONGEST_OTHER = 4000;

/**
 * An answered item in the terms of SCORM 2004 4th edition. One with more parts than a platform has to hold is of the
 * type `other`, told in the same way.
 *
 * @param language the language of what is typed, as a tag
 */
export function interaction2004(interaction: Interaction, language: string): Interaction2004 {
	const { right, given } = patternsOf(interaction, { language, longest: LONGEST_TEXT });
	if (partsOf(interaction) <= MOST_PARTS) return { type: interaction.type, right, given };
	const short = (pattern: string) => pattern.slice(0, LONGEST_OTHER);
	return { type: 'other', right: right.map(short), given: short(given) };
}

/** A text with its language (`localized_string_type`) of at most 250 characters. */
export function localized(text: string, language: string): string {
	return `{lang=${language}}${literal(text, LONGEST_TEXT)}`;
}

function partsOf(interaction: Interaction): number {
	switch (interaction.type) {
		case 'choice':
		case 'sequencing':
			return interaction.options.length;
		case 'matching':
			return Math.max(interaction.sources.length, interaction.targets.length);
		default:
			return 0;
	}
}
