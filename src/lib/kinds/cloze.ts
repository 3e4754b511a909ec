import * as v from 'valibot';

import type { Random } from '#lib/chance/random.ts';

import { typedPart, wrongText } from './accept.ts';
import { assigned } from './assignment.ts';
import { blank, blankFlaws, type Blank, type ChosenBlank } from './blank.ts';
import { fold } from './fold.ts';
import { isAssigned, type Assigned } from './given.ts';
import type { Flaw, Samples } from './kind.ts';
import { BRACES, markFlaws, notTooLong, stretches, type Stretch } from './marked.ts';
import { drawn, keyOf, type Label, notTooMany } from './option.ts';
import { firstPartlyRight } from './partly.ts';
import { unreadableBlanks } from './readable.ts';
import { failed, isNothing, malformed, scored, UNANSWERED, type Part, type Score } from './score.ts';
import { sharing, sharingRules } from './sharing.ts';

export { formParts as fromForm } from './form.ts';

/** A text with blanks, each to be typed or chosen from a list. */
export const fields = {
	text: v.pipe(v.string(), v.trim(), v.nonEmpty('is empty\nWrite the text with its {blanks}.'), notTooLong),
	blanks: v.pipe(
		v.array(blank),
		v.minLength(1, 'has no blank\nDescribe each {blank} of the text.'),
		notTooMany('blanks')
	),
	scoring: sharing
};

export type Cloze = v.InferOutput<typeof schema>;
export const schema = v.strictObject(fields);

export type ClozeSegment = { text: string } | { blank: string; choices?: Label[] };

/** The text in its order. A blank without choices is typed. */
export interface ClozeView {
	segments: ClozeSegment[];
}

/** By the id of each blank, the text as typed or the id of the choice; what was not given is left out. */
export type ClozeResponse = Assigned;
export const response = assigned;

export function flaws({ text, blanks }: Cloze): Flaw[] {
	const names = blanks.map(({ id }) => id);
	const again = names.flatMap((id, index) => (names.indexOf(id) < index ? [index] : []));
	return [
		...markFlaws(
			{ field: 'text', value: text, brackets: BRACES },
			{ field: 'blanks', names, name: 'blank', twice: 'Give each blank its own id.' }
		),
		...again.map((index) => ({
			path: ['blanks', index, 'id'],
			message: `the id “${names[index]}” stands twice`,
			fix: 'Give each blank its own id.'
		})),
		...blanks.flatMap((blank, index) => blankFlaws(blank, ['blanks', index]))
	];
}

export function publicView({ text, blanks }: Cloze, random: Random): ClozeView {
	const choices = new Map(
		blanks.flatMap((blank) => ('choices' in blank ? [[blank.id, drawn(blank.choices, random)]] : []))
	);
	return {
		segments: stretches(text, BRACES).map((stretch): ClozeSegment => {
			if ('text' in stretch) return { text: stretch.text };
			const list = choices.get(stretch.mark);
			return list ? { blank: stretch.mark, choices: list } : { blank: stretch.mark };
		})
	};
}

/** Right blanks over all blanks, or all or nothing. */
export function score({ text, blanks, scoring }: Cloze, given: unknown): Score {
	if (isNothing(given)) return UNANSWERED;
	const malformation = unreadableBlanks(blanks, given);
	if (malformation !== null) return malformed(malformation);
	const filled = new Map(isAssigned(given) ? Object.entries(given) : []);
	const pieces = stretches(text, BRACES);
	const parts = blanks.map((blank) => {
		const at = pieces.findIndex((piece) => 'mark' in piece && piece.mark === blank.id);
		const beside = { before: wordsOf(pieces[at - 1]), after: wordsOf(pieces[at + 1]) };
		return blankPart(blank, filled.get(blank.id) ?? '', beside);
	});
	if (parts.every((part) => part.verdict === 'missed')) return UNANSWERED;
	return scored(sharingRules[scoring](parts), parts);
}

export function solution({ blanks }: Cloze): ClozeResponse {
	return Object.fromEntries(blanks.map((blank) => [blank.id, rightText(blank)]));
}

export function samples(item: Cloze): Samples<ClozeResponse> {
	const right = solution(item);
	const first = Object.fromEntries(Object.entries(right).slice(0, 1));
	return {
		right,
		partlyRight: firstPartlyRight([first], (response) => score(item, response)),
		wrong: Object.fromEntries(item.blanks.map((blank) => [blank.id, wrongTextOf(blank)])),
		unanswered: {},
		malformed: { ...right, '': '' }
	};
}

/** The folded words of what stands beside a blank. */
function wordsOf(piece: Stretch | undefined): string[] {
	return piece && 'text' in piece ? fold(piece.text).split(' ') : [];
}

function blankPart(blank: Blank, text: string, beside: { before: string[]; after: string[] }): Part {
	if (!('choices' in blank)) return typedPart(blank.id, blank, text, beside);
	const key = keyOf(blank.choices);
	const chosen = blank.choices.find((choice) => choice.id === text);
	if (!chosen) return failed({ id: blank.id, why: key.why, key: key.text }, false);
	if (chosen === key) return { id: blank.id, verdict: 'right', why: key.why };
	return { id: blank.id, verdict: 'wrong', why: chosen.why, key: key.text };
}

function rightText(blank: Blank): string {
	return 'choices' in blank ? keyOf(blank.choices).id : (blank.accept[0] ?? '');
}

function wrongTextOf(blank: Blank): string {
	return 'choices' in blank ? wrongChoice(blank) : wrongText(blank);
}

function wrongChoice({ choices }: ChosenBlank): string {
	return choices.find((choice) => !choice.key)?.id ?? '';
}
