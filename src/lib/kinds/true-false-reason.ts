import * as v from 'valibot';

import type { Random } from '#lib/chance/random.ts';
import { line } from '#lib/text/markdown.ts';

import type { Asked, Offered } from './asked.ts';
import { alike, type ScoreChance } from './at-random.ts';
import type { Choice } from './choice.ts';
import { idsOf, isVerdictAndReason } from './given.ts';
import { inOrder } from './key-data.ts';
import type { Effort, AuthoringFault, Samples } from './kind.ts';
import {
	drawn,
	keyOf,
	oneKey,
	option,
	optionPart,
	repeats,
	type Label,
	MOST_PARTS,
	tooMany
} from './option.ts';
import { firstPartlyRight } from './partly.ts';
import { partsOfSet, rationale, type Parts } from './parts.ts';
import { unfit } from './readable.ts';
import {
	failed,
	isNothing,
	malformed,
	scored,
	UNANSWERED,
	type Malformation,
	type Part,
	type Score
} from './score.ts';
import type { WordingOf } from './wording.ts';

export { unchanged as informed, unchanged as shared } from './informed.ts';
export { exactly as leeway } from './key-data.ts';
export { nothingMisplaced as misplaced } from './placed.ts';

/**
 * The stem is a statement: is it true, and for which reason? A two-tier item (Treagust, 1988, International
 * Journal of Science Education 10): a verdict alone is right by chance half of the time.
 */
export const fields = {
	verdict: v.strictObject({ key: v.boolean(), why: line }),
	reasons: v.pipe(
		v.array(option),
		v.minLength(2, 'has fewer than two reasons\nAdd a reason that is wrong.'),
		v.maxLength(MOST_PARTS, () => tooMany('reasons'))
	),
	scoring: v.optional(v.picklist(['half-each', 'all-or-nothing']), 'half-each')
};

export type TrueFalseReason = v.InferOutput<typeof schema>;
export const schema = v.strictObject(fields);

export interface TrueFalseReasonView {
	reasons: Label[];
}

/** Whether the statement is true, and the id of the reason; each `null` if not given. */
export type TrueFalseReasonResponse = v.InferOutput<typeof response>;
export const response = v.strictObject({
	verdict: v.nullable(v.boolean()),
	reason: v.nullable(v.string())
});

/** The id of the part that is the verdict; the other parts have the ids of the reasons. */
const VERDICT = 'verdict';

export function faults({ reasons }: TrueFalseReason): AuthoringFault[] {
	const found = [...repeats(reasons, ['reasons']), ...oneKey(reasons, ['reasons'])];
	const taken = reasons.findIndex((reason) => reason.id === VERDICT);
	if (taken !== -1) {
		found.push({
			path: ['reasons', taken],
			message: `the id “${VERDICT}” is reserved for the verdict itself`,
			fix: 'Give the reason another id.'
		});
	}
	return found;
}

export function publicView(item: TrueFalseReason, random: Random): TrueFalseReasonView {
	return { reasons: drawn(item.reasons, random) };
}

export function unreadable({ reasons }: TrueFalseReasonView, given: unknown): Malformation | null {
	return unfit(given, isVerdictAndReason(idsOf(reasons), given));
}

/**
 * Half for the verdict and half for the reason, which counts only with the right verdict; or all or nothing.
 */
export function score(item: TrueFalseReason, given: unknown): Score {
	if (isNothing(given)) return UNANSWERED;
	if (!isVerdictAndReason(idsOf(item.reasons), given)) return malformed('not-a-response');
	const reason = given.reason === '' ? null : given.reason;
	if (given.verdict === null && reason === null) return UNANSWERED;
	const chosen = item.reasons.find(({ id }) => id === reason);
	const verdict = given.verdict === item.verdict.key;
	const both = verdict && chosen?.key === true;
	const half = item.scoring === 'half-each' && verdict ? 0.5 : 0;
	return scored(both ? 1 : half, [
		verdictPart(item, given.verdict),
		...item.reasons.map((reason) => optionPart(reason, reason === chosen))
	]);
}

export function solution(item: TrueFalseReason): TrueFalseReasonResponse {
	return { verdict: item.verdict.key, reason: keyOf(item.reasons).id };
}

export function atRandom(item: TrueFalseReason): ScoreChance[] {
	const answers = idsOf(item.reasons).flatMap((reason) =>
		[true, false].map((verdict) => ({ verdict, reason }))
	);
	return alike(score, item, answers);
}

export function asked({ verdict, reasons }: TrueFalseReason): Asked {
	return { way: 'judge-and-reason', verdict, reasons };
}

export function offered({ reasons }: TrueFalseReasonView): Offered {
	return { way: 'judge-and-reason', reasons };
}

export const run = { publicView, unreadable, score, solution, atRandom, asked, offered };

export function samples(item: TrueFalseReason): Samples<TrueFalseReasonResponse> {
	const right = solution(item);
	const otherReason = item.reasons.find((reason) => !reason.key)?.id ?? null;
	return {
		right,
		partlyRight: firstPartlyRight([{ ...right, reason: otherReason }], (response) => score(item, response)),
		wrong: { ...right, verdict: !right.verdict },
		unanswered: { verdict: null, reason: null },
		malformed: { verdict: String(right.verdict), reason: right.reason }
	};
}

/** Its `key` is the word `true` or `false`, for the interface to say in its own language. */
function verdictPart({ verdict: { key, why } }: TrueFalseReason, given: boolean | null): Part {
	if (given === key) return { id: VERDICT, verdict: 'right', why };
	return failed({ id: VERDICT, why, key: String(key) }, given !== null);
}

export function keyData(item: TrueFalseReason): unknown {
	return inOrder(Object.entries(solution(item)));
}

export const wording = { id: 'same', text: 'asked', why: 'told' } satisfies WordingOf<typeof schema>;

export function effort(): Effort {
	return 0;
}

export function isProduction(): boolean {
	return false;
}

export function parts({ verdict, reasons }: TrueFalseReason): Parts {
	const ofReasons = partsOfSet(reasons, ['reasons'], { of: 'reasons', many: false, shuffled: true });
	const why = rationale(verdict.why, ['verdict', 'why'], false);
	return { ...ofReasons, verdict: verdict.key, rationales: [why, ...ofReasons.rationales] };
}

/** The reasons: the wording gives no hint whether the statement is true. */
export function choice({ reasons }: TrueFalseReason): Choice<TrueFalseReasonResponse> {
	return {
		options: reasons,
		many: false,
		responses: ([reason = null]) => [true, false].map((verdict) => ({ verdict, reason }))
	};
}
