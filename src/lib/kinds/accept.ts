import * as v from 'valibot';

import { line } from '#lib/text/markdown.ts';
import type { Rich } from '#lib/text/rich.ts';

import { isBlank, isOneSlipApart, squeeze } from './fold.ts';
import { LONGEST } from './form.ts';
import type { Flaw } from './kind.ts';
import { notTooMany } from './option.ts';
import { failed, type Part } from './score.ts';

const form = v.pipe(
	v.string('is not a text\nPut it in quotation marks, such as "2018".'),
	v.trim(),
	v.nonEmpty('is empty\nWrite an answer.')
);

export const accept = v.pipe(
	v.array(form),
	v.minLength(1, 'has no accepted form\nWrite one or more.'),
	notTooMany('accepted forms')
);
export const slips = v.picklist(
	[0, 1],
	'is neither 0 nor 1\nWrite 1 to forgive one wrong letter, or leave it out.'
);
export const wrong = v.pipe(v.array(v.strictObject({ text: form, why: line })), notTooMany('wrong forms'));

/** A typed answer: its accepted forms, the slips that are forgiven, and the wrong forms that are expected. */
export interface Typed {
	accept: string[];
	slips: 0 | 1;
	why: Rich;
	wrong: { text: string; why: Rich }[];
	/**
	 * What is accepted in other languages of the bank: an answer keeps its score when its learner changes the language.
	 */
	elsewhere?: string[];
}

/**
 * What became of a typed text. Capitals, accents, spaces and punctuation do not count. A slip is forgiven in
 * accepted forms of five letters or more, and never where the text is one of the wrong forms that were
 * expected.
 */
export function typedPart(
	id: string,
	{ accept, slips, why, wrong, elsewhere = [] }: Typed,
	text: string
): Part {
	const key = accept[0] ?? '';
	const typed = squeeze(text);
	if (typed === '') return failed({ id, why, key }, false);
	if (accept.some((form) => squeeze(form) === typed)) return { id, verdict: 'right', why };
	const expected = wrong.find((form) => squeeze(form.text) === typed);
	if (expected) return { id, verdict: 'wrong', why: expected.why, key };
	if (elsewhere.some((form) => squeeze(form) === typed)) return { id, verdict: 'right', why };
	const forms = slips === 0 ? [] : [...accept, ...elsewhere];
	const meant = forms.find((form) => isForgiven(typed, squeeze(form)));
	return meant === undefined ? failed({ id, why, key }, true) : { id, verdict: 'right', why, meant };
}

function isForgiven(typed: string, form: string): boolean {
	const letters = form.match(/\p{L}/gu) ?? [];
	return letters.length >= 5 && isOneSlipApart(typed, form);
}

/** Flaws of the forms (rule T-07): one that no text can match, or a wrong one that is accepted too. */
export function typedFlaws({ accept, wrong }: Typed, path: (string | number)[]): Flaw[] {
	const accepted = new Set(accept.map(squeeze));
	return [
		...accept.flatMap((form, index) => formFlaws(form, [...path, 'accept', index])),
		...wrong.flatMap(({ text }, index) => {
			const place = [...path, 'wrong', index, 'text'];
			if (!accepted.has(squeeze(text))) return formFlaws(text, place);
			return [
				{
					path: place,
					message: `“${text}” is also accepted: capitals, accents, spaces and punctuation do not count`,
					fix: 'Leave it out here or there.'
				}
			];
		})
	];
}

function formFlaws(form: string, path: (string | number)[]): Flaw[] {
	if (isBlank(form)) {
		return [
			{
				path,
				message: `“${form}” is nothing but punctuation`,
				fix: 'Write an answer with letters or digits.'
			}
		];
	}
	if (form.length <= LONGEST) return [];
	return [
		{
			path,
			message: `is longer than the ${LONGEST} signs that can be typed`,
			fix: 'Ask for a shorter answer.'
		}
	];
}

/** A text that is wrong: an expected one, or else a number, which no slip turns into an accepted form. */
export function wrongText(typed: Typed): string {
	const numbers = Array.from({ length: typed.accept.length + 1 }, (_, number) => String(number));
	const candidates = [...typed.wrong.map((form) => form.text), ...numbers];
	return candidates.find((text) => typedPart('', typed, text).verdict === 'wrong') ?? '';
}
