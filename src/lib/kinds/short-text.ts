import * as v from 'valibot';

import { line } from '#lib/text/markdown.ts';

import { accept, isBlank, slips, typedFlaws, typedPart, wrong, wrongText, type Typed } from './accept.ts';
import { LONGEST } from './form.ts';
import type { Flaw, Samples } from './kind.ts';
import { isNothing, malformed, scored, UNANSWERED, type Score } from './score.ts';

export { formValue as fromForm } from './form.ts';

/** A few words to type. */
export const fields = {
	accept,
	slips: v.optional(slips, 0),
	why: line,
	wrong: v.optional(wrong, []),
	scoring: v.optional(v.picklist(['all-or-nothing']), 'all-or-nothing')
};

export type ShortText = v.InferOutput<typeof schema> & Pick<Typed, 'elsewhere'>;
export const schema = v.strictObject(fields);

/** Nothing but the stem: neither the forms nor their length. */
export type ShortTextView = Record<string, never>;

/** The text as typed. */
export type ShortTextResponse = v.InferOutput<typeof response>;
export const response = v.string();

export function flaws(item: ShortText): Flaw[] {
	return typedFlaws(item, []);
}

export function publicView(): ShortTextView {
	return {};
}

/** All or nothing; a forgiven slip costs nothing and is told. */
export function score(item: ShortText, given: unknown): Score {
	if (isNothing(given)) return UNANSWERED;
	if (typeof given !== 'string') return malformed('not-a-response');
	if (given.length > LONGEST) return malformed('too-long');
	if (isBlank(given)) return UNANSWERED;
	const part = typedPart('text', item, given);
	return scored(part.verdict === 'right' ? 1 : 0, [part]);
}

export function solution(item: ShortText): ShortTextResponse {
	return item.accept[0] ?? '';
}

export function samples(item: ShortText): Samples<ShortTextResponse> {
	return {
		right: solution(item),
		partlyRight: null,
		wrong: wrongText(item),
		unanswered: ' … ',
		malformed: 'a'.repeat(LONGEST + 1)
	};
}
