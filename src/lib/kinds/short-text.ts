import * as v from 'valibot';

import { line } from '#lib/text/markdown.ts';

import { accept, slips, typedFlaws, typedPart, wrong, wrongText, type Added } from './accept.ts';
import { isBlank } from './fold.ts';
import { LONGEST } from './form.ts';
import type { Flaw, Samples } from './kind.ts';
import { unreadableText } from './readable.ts';
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

export type ShortText = v.InferOutput<typeof schema> & Added;
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
	const malformation = unreadableText(given);
	if (malformation !== null) return malformed(malformation);
	if (typeof given !== 'string' || isBlank(given)) return UNANSWERED;
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
