import * as v from 'valibot';

import { line } from '#lib/text/markdown.ts';

import type { Asked, Offered } from './asked.ts';
import { alike, type ScoreChance } from './at-random.ts';
import { isOneOf } from './given.ts';
import type { Effort, AuthoringFault, Samples } from './kind.ts';
import { optionPart } from './option.ts';
import { partsWith, rationale, type Parts } from './parts.ts';
import { unfit } from './readable.ts';
import { isNothing, malformed, scored, UNANSWERED, type Malformation, type Score } from './score.ts';
import type { WordingOf } from './wording.ts';

export { noChoice as choice } from './choice.ts';
export { unchanged as informed, unchanged as shared } from './informed.ts';
export { exactly as leeway } from './key-data.ts';
export { nothingMisplaced as misplaced } from './placed.ts';

/**
 * The stem is a statement: is it true? Guessing is right half of the time; asking for a reason too makes that
 * less.
 */
export const fields = {
	/** `why` explains the right verdict, `tempts` the wrong one: why it seems right but is not. */
	verdict: v.strictObject({ key: v.boolean(), why: line, tempts: line }),
	scoring: v.optional(v.picklist(['all-or-nothing']), 'all-or-nothing')
};

export type TrueFalse = v.InferOutput<typeof schema>;
export const schema = v.strictObject(fields);

/** Nothing but the stem. */
export type TrueFalseView = Record<string, never>;

const VERDICTS = ['true', 'false'] as const;

/** The verdict as a word, which is the id of its part too. */
export type TrueFalseResponse = v.InferOutput<typeof response>;
export const response = v.string();

export function faults(): AuthoringFault[] {
	return [];
}

export function publicView(): TrueFalseView {
	return {};
}

export function unreadable(_view: TrueFalseView, given: unknown): Malformation | null {
	return unfit(given, isOneOf(VERDICTS, given));
}

/** All or nothing. */
export function score({ verdict }: TrueFalse, given: unknown): Score {
	if (isNothing(given)) return UNANSWERED;
	if (!isOneOf(VERDICTS, given)) return malformed('not-a-response');
	return scored(
		given === String(verdict.key) ? 1 : 0,
		VERDICTS.map((id) => {
			const key = id === String(verdict.key);
			return optionPart({ id, key, why: key ? verdict.why : verdict.tempts }, id === given);
		})
	);
}

export function solution({ verdict }: TrueFalse): TrueFalseResponse {
	return verdict.key ? 'true' : 'false';
}

export function atRandom(item: TrueFalse): ScoreChance[] {
	return alike(score, item, VERDICTS);
}

export function asked({ verdict }: TrueFalse): Asked {
	return { way: 'judge', verdict };
}

export function offered(): Offered {
	return { way: 'judge' };
}

export const run = { publicView, unreadable, score, solution, atRandom, asked, offered };

export function samples(item: TrueFalse): Samples<TrueFalseResponse> {
	return {
		right: solution(item),
		partlyRight: null,
		wrong: item.verdict.key ? 'false' : 'true',
		unanswered: null,
		malformed: item.verdict.key
	};
}

export function keyData(item: TrueFalse): unknown {
	return solution(item);
}

export const wording = { why: 'told', tempts: 'told' } satisfies WordingOf<typeof schema>;

export function effort(): Effort {
	return 0;
}

export function isProduction(): boolean {
	return false;
}

/** The stem alone says what is right or wrong: the verdict has no words of its own. */
export function parts({ verdict }: TrueFalse): Parts {
	return partsWith({
		verdict: verdict.key,
		rationales: [
			rationale(verdict.why, ['verdict', 'why'], false),
			rationale(verdict.tempts, ['verdict', 'tempts'], true)
		]
	});
}
