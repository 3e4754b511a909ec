import * as v from 'valibot';

import { line } from '#lib/text/markdown.ts';

import { accept, keyOfTyped, slips, typedFaults, typedPart, wrong, wrongText, type Added } from './accept.ts';
import type { Asked, Offered } from './asked.ts';
import { NOTHING, type ScoreChance } from './at-random.ts';
import { isBlank } from './fold.ts';
import { LONGEST } from './form.ts';
import { withForms, type About } from './informed.ts';
import type { Effort, AuthoringFault, Samples } from './kind.ts';
import { partsOfTyped, type Parts } from './parts.ts';
import { unreadableText } from './readable.ts';
import { isNothing, malformed, scored, UNANSWERED, type Malformation, type Score } from './score.ts';
import type { WordingOf } from './wording.ts';

export { noChoice as choice } from './choice.ts';
export { exactly as leeway } from './key-data.ts';
export { nothingMisplaced as misplaced } from './placed.ts';

/** A few words to type. */
export const fields = {
	accept,
	slips: v.optional(slips, 0),
	why: line,
	wrong: v.optional(wrong, []),
	scoring: v.optional(v.picklist(['all-or-nothing']), 'all-or-nothing')
};

export type ShortText = v.InferOutput<typeof schema> & Added;
export const schema = v.strictObject(fields);

/** Nothing but the stem: neither the forms nor their length. */
export type ShortTextView = Record<string, never>;

/** The text as typed. */
export type ShortTextResponse = v.InferOutput<typeof response>;
export const response = v.string();

export function faults(item: ShortText): AuthoringFault[] {
	return typedFaults(item, []);
}

export function publicView(): ShortTextView {
	return {};
}

export function unreadable(_view: ShortTextView, given: unknown): Malformation | null {
	return unreadableText(given);
}

/** All or nothing; a forgiven slip costs nothing, and the learner is told of it. */
export function score(item: ShortText, given: unknown): Score {
	if (isNothing(given)) return UNANSWERED;
	const malformation = unreadableText(given);
	if (malformation !== null) return malformed(malformation);
	if (typeof given !== 'string' || isBlank(given)) return UNANSWERED;
	const part = typedPart('text', item, given);
	return scored(part.verdict === 'right' ? 1 : 0, [part]);
}

export function solution(item: ShortText): ShortTextResponse {
	return item.accept[0] ?? '';
}

export function atRandom(): ScoreChance[] {
	return NOTHING;
}

export function asked({ accept, why }: ShortText): Asked {
	return { way: 'write', accept, why };
}

export function offered(): Offered {
	return { way: 'write' };
}

export const run = { publicView, unreadable, score, solution, atRandom, asked, offered };

export function samples(item: ShortText): Samples<ShortTextResponse> {
	return {
		right: solution(item),
		partlyRight: null,
		wrong: wrongText(item),
		unanswered: ' … ',
		malformed: 'a'.repeat(LONGEST + 1)
	};
}

export function keyData(item: ShortText): unknown {
	return keyOfTyped(item);
}

export const wording = {
	accept: 'asked',
	text: 'asked',
	why: 'told',
	wrong: 'own'
} satisfies WordingOf<typeof schema>;

export function informed(item: ShortText, { added }: About): ShortText {
	return { ...item, ...added(item) };
}

export function shared(item: ShortText, versions: readonly ShortText[]): ShortText {
	return withForms(item, versions);
}

export function effort(): Effort {
	return 2;
}

export function isProduction(): boolean {
	return true;
}

export function parts(item: ShortText): Parts {
	return partsOfTyped(item, []);
}
