import type { Component, Interaction } from '#lib/interop/interaction/interaction.ts';
import { patternsOf } from '#lib/interop/interaction/patterns.ts';

/** Texts by language (xAPI 1.0.3, part 2, 4.2). */
export type LanguageMap = Record<string, string>;

interface DescribedComponent {
	id: string;
	description: LanguageMap;
}

/** The definition of an activity that is an interaction (xAPI 1.0.3, part 2, 2.4.4.1). */
export interface InteractionDefinition {
	type: 'http://adlnet.gov/expapi/activities/cmi.interaction';
	name: LanguageMap;
	description: LanguageMap;
	interactionType: Interaction['type'];
	correctResponsesPattern: string[];
	choices?: DescribedComponent[];
	source?: DescribedComponent[];
	target?: DescribedComponent[];
	steps?: DescribedComponent[];
}

/** More than anybody types, and what xAPI sets no limit to. */
const LONGEST_TEXT = 4000;

/**
 * What a store of statements is told of an item, and of the answer to it.
 *
 * @param item its short name and its words, in this language, a tag
 */
export function definitionOf(
	interaction: Interaction,
	{ name, words, language }: { name: string; words: string; language: string }
): { definition: InteractionDefinition; response: string } {
	const { right, given } = patternsOf(interaction, { language, longest: LONGEST_TEXT });
	const described = (parts: readonly Component[]): DescribedComponent[] =>
		parts.map(({ id, text }) => ({ id, description: { [language]: text } }));
	const definition: InteractionDefinition = {
		type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
		name: { [language]: name },
		description: { [language]: words },
		interactionType: interaction.type,
		correctResponsesPattern: right,
		...('options' in interaction && { choices: described(interaction.options) }),
		...('sources' in interaction && {
			source: described(interaction.sources),
			target: described(interaction.targets)
		}),
		...('steps' in interaction && { steps: described(interaction.steps) })
	};
	return { definition, response: given };
}
