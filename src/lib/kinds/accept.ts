import * as v from 'valibot';

import { line } from '#lib/text/markdown.ts';
import type { Rich } from '#lib/text/rich.ts';

import { fold, isBlank, squeeze } from './fold.ts';
import { LONGEST } from './form.ts';
import type { AuthoringFault } from './kind.ts';
import { looserReadings, withoutOwnArticle, type Around } from './loose.ts';
import { MOST_PARTS, tooMany } from './option.ts';
import { failed, type Part } from './score.ts';
import { isSlip } from './slip.ts';

const form = v.pipe(
	v.string('is not a text\nPut it in quotation marks, such as "2018".'),
	v.trim(),
	v.nonEmpty('is empty\nWrite an answer.')
);

export const accept = v.pipe(
	v.array(form),
	v.minLength(1, 'has no accepted form\nWrite one or more.'),
	v.maxLength(MOST_PARTS, () => tooMany('accepted forms'))
);
export const slips = v.picklist(
	[0, 1],
	'is neither 0 nor 1\nWrite 1 to forgive one wrong letter, or leave it out.'
);
export const wrong = v.pipe(
	v.array(v.strictObject({ text: form, why: line })),
	v.maxLength(MOST_PARTS, () => tooMany('wrong forms'))
);

/** A typed answer: its accepted forms, how many slips are forgiven, and the wrong forms to expect. */
export interface Typed {
	accept: string[];
	slips: 0 | 1;
	why: Rich;
	wrong: { text: string; why: Rich }[];
	/**
	 * What is accepted in the bank's other languages, so that an answer keeps its score when the learner
	 * switches language.
	 */
	elsewhere?: string[];
	/** The language of the item, as a tag. */
	language?: string;
	/** The folded words of the question. */
	stem?: string[];
	/**
	 * Words of the course, folded, which look like a slip of an accepted form but are words in their own
	 * right.
	 */
	known?: string[];
}

/** What the bank adds to a typed answer once it has read all items; authors do not write it. */
export type Added = Pick<Typed, 'elsewhere' | 'language' | 'stem' | 'known'>;

/**
 * How a typed text scores. Capitals, accents, spaces and punctuation do not count, nor does what {@link
 * looserReadings} leaves out. A slip is forgiven by the rules of {@link isSlip}, but never if the text is one
 * of the expected wrong forms.
 *
 * @param beside the words on either side of a blank, folded
 */
export function typedPart(
	id: string,
	{ accept, slips, why, wrong, elsewhere = [], language, stem, known }: Typed,
	text: string,
	beside: Pick<Around, 'before' | 'after'> = {}
): Part {
	const key = accept[0] ?? '';
	const typed = squeeze(text);
	if (typed === '') return failed({ id, why, key }, false);
	const forms = [...accept, ...elsewhere];
	const right: Part = { id, verdict: 'right', why };
	if (accept.some((form) => squeeze(form) === typed)) return right;
	const readings = looserReadings(text, { language, stem, ...beside });
	const accepted = new Set(forms.flatMap((form) => [form, withoutOwnArticle(form, language)]).map(squeeze));
	for (const reading of [typed, ...readings.map(squeeze)]) {
		const expected = wrong.find((form) => squeeze(form.text) === reading);
		if (expected) return { id, verdict: 'wrong', why: expected.why, key };
		if (accepted.has(reading)) return right;
	}
	if (slips === 0) return failed({ id, why, key }, true);
	const others = [...(known ?? []), ...forms.map(squeeze), ...wrong.map((form) => squeeze(form.text))];
	const meant = forms.find((form) => readings.some((reading) => isSlip(reading, fold(form), others)));
	return meant === undefined ? failed({ id, why, key }, true) : { ...right, meant };
}

/** Faults of the forms (rule T-07): one that no text can match, or a wrong one that is accepted too. */
export function typedFaults({ accept, wrong }: Typed, path: (string | number)[]): AuthoringFault[] {
	const accepted = new Set(accept.map(squeeze));
	return [
		...accept.flatMap((form, index) => formFaults(form, [...path, 'accept', index])),
		...wrong.flatMap(({ text }, index) => {
			const place = [...path, 'wrong', index, 'text'];
			if (!accepted.has(squeeze(text))) return formFaults(text, place);
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

function formFaults(form: string, path: (string | number)[]): AuthoringFault[] {
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
			message: `is longer than the ${LONGEST} characters that can be typed`,
			fix: 'Ask for a shorter answer.'
		}
	];
}

/** What counts as right, as plain data that does not depend on the order of the accepted forms. */
export function keyOfTyped({ accept, slips }: Pick<Typed, 'accept' | 'slips'>): unknown {
	return [accept.map(squeeze).sort(), slips];
}

/** A wrong text: an expected one, or else a number, which no slip turns into an accepted form. */
export function wrongText(typed: Typed): string {
	const numbers = Array.from({ length: typed.accept.length + 1 }, (_, number) => String(number));
	const candidates = [...typed.wrong.map((form) => form.text), ...numbers];
	return candidates.find((text) => typedPart('', typed, text).verdict === 'wrong') ?? '';
}
