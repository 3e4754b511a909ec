import * as v from 'valibot';

import type { Random } from '#lib/chance/random.ts';

import type { Asked, Offered } from './asked.ts';
import { alike, type ScoreChance } from './at-random.ts';
import type { Choice } from './choice.ts';
import { idsOf, isOneOf } from './given.ts';
import type { Effort, AuthoringFault, Samples } from './kind.ts';
import {
	drawn,
	keyOf,
	oneKey,
	option,
	optionPart,
	publicLabel,
	repeats,
	type Label,
	MOST_PARTS,
	tooMany
} from './option.ts';
import { partsOfSet, type Parts } from './parts.ts';
import { unfit } from './readable.ts';
import { isNothing, malformed, scored, UNANSWERED, type Malformation, type Score } from './score.ts';
import type { WordingOf } from './wording.ts';

export { unchanged as informed, unchanged as shared } from './informed.ts';
export { exactly as leeway } from './key-data.ts';
export { nothingMisplaced as misplaced } from './placed.ts';

/** One option is right. */
export const fields = {
	options: v.pipe(
		v.array(option),
		v.minLength(2, 'has fewer than two options\nAdd a distractor.'),
		v.maxLength(MOST_PARTS, () => tooMany('options'))
	),
	shuffle: v.optional(v.boolean(), true),
	scoring: v.optional(v.picklist(['all-or-nothing']), 'all-or-nothing')
};

export type SingleChoice = v.InferOutput<typeof schema>;
export const schema = v.strictObject(fields);

export interface SingleChoiceView {
	options: Label[];
}

/** The id of the chosen option. */
export type SingleChoiceResponse = v.InferOutput<typeof response>;
export const response = v.string();

export function faults({ options }: SingleChoice): AuthoringFault[] {
	return [...repeats(options, ['options']), ...oneKey(options, ['options'])];
}

export function publicView(item: SingleChoice, random: Random): SingleChoiceView {
	return { options: item.shuffle ? drawn(item.options, random) : item.options.map(publicLabel) };
}

export function unreadable({ options }: SingleChoiceView, given: unknown): Malformation | null {
	return unfit(given, isOneOf(idsOf(options), given));
}

/** All or nothing. */
export function score(item: SingleChoice, given: unknown): Score {
	if (isNothing(given)) return UNANSWERED;
	const chosen = item.options.find((option) => option.id === given);
	if (!chosen) return malformed('not-a-response');
	return scored(
		chosen.key ? 1 : 0,
		item.options.map((option) => optionPart(option, option === chosen))
	);
}

export function solution(item: SingleChoice): SingleChoiceResponse {
	return keyOf(item.options).id;
}

export function atRandom(item: SingleChoice): ScoreChance[] {
	return alike(score, item, idsOf(item.options));
}

export function asked({ options }: SingleChoice): Asked {
	return { way: 'choose', many: false, options };
}

export function offered({ options }: SingleChoiceView): Offered {
	return { way: 'choose', many: false, options };
}

export const run = { publicView, unreadable, score, solution, atRandom, asked, offered };

export function samples(item: SingleChoice): Samples<SingleChoiceResponse> {
	return {
		right: solution(item),
		partlyRight: null,
		wrong: item.options.find((option) => !option.key)?.id ?? '',
		unanswered: null,
		malformed: { option: solution(item) }
	};
}

export function keyData(item: SingleChoice): unknown {
	return solution(item);
}

export const wording = { id: 'same', text: 'asked', why: 'told' } satisfies WordingOf<typeof schema>;

export function effort(): Effort {
	return 0;
}

export function isProduction(): boolean {
	return false;
}

export function parts({ options, shuffle }: SingleChoice): Parts {
	return partsOfSet(options, ['options'], { of: 'options', many: false, shuffled: shuffle });
}

export function choice({ options }: SingleChoice): Choice<SingleChoiceResponse> {
	return { options, many: false, responses: ([id]) => (id === undefined ? [] : [id]) };
}
