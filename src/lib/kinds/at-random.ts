import { idsOf } from './given.ts';
import type { Interactions, KindName, Of } from './index.ts';
import { inversionsAtRandom, kendallOf, successionsAtRandom } from './rank.ts';
import type { Score } from './score.ts';
import { selectionRules, type Choosable, type SelectionScoring } from './selection.ts';
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
 * nothing. Where answers multiply (orders, sets) they are counted and not listed, since a page waits for this.
 */
const table: { [K in KindName]: (interaction: Interactions[K]) => Outcome[] } = {
	'single-choice': (interaction) => alike(scoreSingleChoice, interaction, idsOf(interaction.options)),
	'multiple-response': ({ options, scoring }) => chosen(options, scoring),
	'true-false-reason': (interaction) =>
		alike(
			scoreTrueFalseReason,
			interaction,
			idsOf(interaction.reasons).flatMap((reason) => [true, false].map((verdict) => ({ verdict, reason })))
		),
	matching: ({ premises, options, scoring }) =>
		apart(
			premises.map(() => 1 / options.length),
			scoring
		),
	ordering: ({ elements, scoring }) => ordered[scoring](elements.length),
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
	highlight: ({ spans, scoring }) => chosen(spans, scoring)
};

const NOTHING: Outcome[] = [{ fraction: 0, chance: 1 }];

/** All scores that an answer at random to an item may earn, each once; their chances add up to 1. */
export function atRandom<K extends KindName>(item: Of<K>): Outcome[] {
	return table[item.kind](item.interaction);
}

/** What an order at random of so many elements earns, by each rule. */
const ordered: Record<Interactions['ordering']['scoring'], (elements: number) => Outcome[]> = {
	kendall: (elements) =>
		merged(
			inversionsAtRandom(elements).map((chance, pairs) => ({ fraction: kendallOf(pairs, elements), chance }))
		),
	'adjacent-pairs': (elements) =>
		successionsAtRandom(elements).map((chance, kept) => ({ fraction: kept / (elements - 1), chance })),
	'all-or-nothing': (elements) => wholly(1 / factorial(elements))
};

/** What a choice at random earns of one or more: of each number of keys and distractors that may be among it. */
function chosen(options: readonly Choosable[], scoring: SelectionScoring): Outcome[] {
	const keys = options.filter((option) => option.key).length;
	const distractors = options.length - keys;
	const choices = 2 ** options.length - 1;
	return merged(
		waysToChoose(keys).flatMap((ofKeys, right) =>
			waysToChoose(distractors).flatMap((ofDistractors, wrong) => {
				if (right + wrong === 0) return [];
				const fraction = selectionRules[scoring]({ right, wrong, keys, distractors });
				return [{ fraction, chance: (ofKeys * ofDistractors) / choices }];
			})
		)
	);
}

/** In how many ways 0, 1, 2, … of so many can be chosen. */
function waysToChoose(from: number): number[] {
	let ways = 1;
	return Array.from({ length: from + 1 }, (_, chosen) => {
		if (chosen > 0) ways = (ways * (from - chosen + 1)) / chosen;
		return ways;
	});
}

function factorial(number: number): number {
	return number < 2 ? 1 : number * factorial(number - 1);
}

/** Each fraction once, with all its chances. */
function merged(outcomes: readonly Outcome[]): Outcome[] {
	const chances = new Map<number, number>();
	for (const { fraction, chance } of outcomes) chances.set(fraction, (chances.get(fraction) ?? 0) + chance);
	return [...chances].map(([fraction, chance]) => ({ fraction, chance }));
}

/** What is right with this chance, and else earns nothing. */
function wholly(chance: number): Outcome[] {
	return [
		{ fraction: 0, chance: 1 - chance },
		{ fraction: 1, chance }
	];
}

/** What each of some responses earns, one as likely as another. */
function alike<Interaction>(
	score: (interaction: Interaction, response: unknown) => Score,
	interaction: Interaction,
	responses: readonly unknown[]
): Outcome[] {
	return merged(
		responses.map((response) => {
			const result = score(interaction, response);
			const fraction = result.state === 'scored' ? result.fraction : 0;
			return { fraction, chance: 1 / responses.length };
		})
	);
}

/** What parts earn together that are right independently of one another, each with its own chance. */
function apart(chances: readonly number[], scoring: Sharing): Outcome[] {
	const counts = chances.reduce(
		(before, chance) =>
			[...before, 0].map((sum, right) => sum * (1 - chance) + (before[right - 1] ?? 0) * chance),
		[1]
	);
	if (scoring === 'all-or-nothing') return wholly(counts.at(-1) ?? 0);
	return counts.map((chance, right) => ({ fraction: right / chances.length, chance }));
}
