import { score as scoreHighlight } from './highlight.ts';
import type { Interactions, KindName, Of } from './index.ts';
import { score as scoreMultipleResponse } from './multiple-response.ts';
import { score as scoreOrdering } from './ordering.ts';
import type { Score } from './score.ts';
import { score as scoreSingleChoice } from './single-choice.ts';
import { score as scoreTrueFalseReason } from './true-false-reason.ts';
import type { Sharing } from './sharing.ts';

/** A score that an answer at random may earn, and the chance that it does; both from 0 to 1. */
export interface Outcome {
	fraction: number;
	chance: number;
}

/**
 * What becomes of an answer at random, kind by kind: every whole answer is as likely as another. Who types blindly hits
 * nothing.
 */
const table: { [K in KindName]: (interaction: Interactions[K]) => Outcome[] } = {
	'single-choice': (interaction) => alike(scoreSingleChoice, interaction, ids(interaction.options)),
	'multiple-response': (interaction) =>
		alike(scoreMultipleResponse, interaction, subsets(ids(interaction.options))),
	'true-false-reason': (interaction) =>
		alike(
			scoreTrueFalseReason,
			interaction,
			ids(interaction.reasons).flatMap((reason) => [true, false].map((verdict) => ({ verdict, reason })))
		),
	matching: ({ premises, options, scoring }) =>
		apart(
			premises.map(() => 1 / options.length),
			scoring
		),
	ordering: (interaction) => alike(scoreOrdering, interaction, permutations(ids(interaction.elements))),
	categorise: ({ elements, categories, scoring }) =>
		apart(
			elements.map(() => 1 / categories.length),
			scoring
		),
	cloze: ({ blanks, scoring }) =>
		apart(
			blanks.map((blank) => ('choices' in blank ? 1 / blank.choices.length : 0)),
			scoring
		),
	'short-text': () => NOTHING,
	numeric: () => NOTHING,
	highlight: (interaction) => alike(scoreHighlight, interaction, subsets(ids(interaction.spans)))
};

const NOTHING: Outcome[] = [{ fraction: 0, chance: 1 }];

/** All scores that an answer at random to an item may earn, each once; their chances add up to 1. */
export function atRandom<K extends KindName>(item: Of<K>): Outcome[] {
	return table[item.kind](item.interaction);
}

/** What each of some responses earns, one as likely as another. */
function alike<Interaction>(
	score: (interaction: Interaction, response: unknown) => Score,
	interaction: Interaction,
	responses: readonly unknown[]
): Outcome[] {
	const counts = new Map<number, number>();
	for (const response of responses) {
		const result = score(interaction, response);
		const fraction = result.state === 'scored' ? result.fraction : 0;
		counts.set(fraction, (counts.get(fraction) ?? 0) + 1);
	}
	return [...counts].map(([fraction, count]) => ({ fraction, chance: count / responses.length }));
}

/** What parts earn together that are right independently of one another, each with its own chance. */
function apart(chances: readonly number[], scoring: Sharing): Outcome[] {
	const counts = chances.reduce(
		(before, chance) =>
			[...before, 0].map((sum, right) => sum * (1 - chance) + (before[right - 1] ?? 0) * chance),
		[1]
	);
	const all = counts.at(-1) ?? 0;
	if (scoring === 'all-or-nothing') {
		return [
			{ fraction: 0, chance: 1 - all },
			{ fraction: 1, chance: all }
		];
	}
	return counts.map((chance, right) => ({ fraction: right / chances.length, chance }));
}

function ids(parts: readonly { id: string }[]): string[] {
	return parts.map(({ id }) => id);
}

/** Every choice of one or more. */
function subsets(ids: readonly string[]): string[][] {
	return Array.from({ length: 2 ** ids.length - 1 }, (_, mask) =>
		ids.filter((_id, index) => ((mask + 1) >> index) & 1)
	);
}

function permutations(ids: readonly string[]): string[][] {
	if (ids.length < 2) return [[...ids]];
	return ids.flatMap((id) => permutations(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]));
}
