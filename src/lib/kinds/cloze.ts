import * as v from 'valibot';

import type { Random } from '#lib/chance/random.ts';

import { keyOfTyped, typedPart, wrongText } from './accept.ts';
import type { Asked, Offered } from './asked.ts';
import { assigned } from './assignment.ts';
import { apart, type ScoreChance } from './at-random.ts';
import { blank, blankFaults, isTyped, type Blank, type ChosenBlank } from './blank.ts';
import { fold } from './fold.ts';
import { isAssigned, type Assigned } from './given.ts';
import { inOrder } from './key-data.ts';
import { withForms, type About } from './informed.ts';
import type { Effort, AuthoringFault, Samples } from './kind.ts';
import { BRACES, markFaults, notTooLong, stretches, withoutMarks, type Stretch } from './marked.ts';
import { drawn, keyOf, type Label, MOST_PARTS, tooMany } from './option.ts';
import { firstPartlyRight } from './partly.ts';
import { partsOfSet, partsOfTyped, partsWith, type Parts } from './parts.ts';
import { unreadableBlanks } from './readable.ts';
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
import { sharing, sharingRules } from './sharing.ts';
import type { WordingOf } from './wording.ts';

export { noChoice as choice } from './choice.ts';
export { exactly as leeway } from './key-data.ts';
export { nothingMisplaced as misplaced } from './placed.ts';

/** A text with blanks, each to be typed or chosen from a list. */
export const fields = {
	text: v.pipe(v.string(), v.trim(), v.nonEmpty('is empty\nWrite the text with its {blanks}.'), notTooLong),
	blanks: v.pipe(
		v.array(blank),
		v.minLength(1, 'has no blank\nDescribe each {blank} of the text.'),
		v.maxLength(MOST_PARTS, () => tooMany('blanks'))
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

/** For each blank, by id, the text as typed or the id of the choice; blanks left empty are missing. */
export type ClozeResponse = Assigned;
export const response = assigned;

export function faults({ text, blanks }: Cloze): AuthoringFault[] {
	const names = blanks.map(({ id }) => id);
	const again = names.flatMap((id, index) => (names.indexOf(id) < index ? [index] : []));
	return [
		...markFaults(
			{ field: 'text', value: text, brackets: BRACES },
			{ field: 'blanks', names, name: 'blank', twice: 'Give each blank its own id.' }
		),
		...again.map((index) => ({
			path: ['blanks', index, 'id'],
			message: `the id “${names[index]}” is used twice`,
			fix: 'Give each blank its own id.'
		})),
		...blanks.flatMap((blank, index) => blankFaults(blank, ['blanks', index]))
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

export function unreadable({ segments }: ClozeView, given: unknown): Malformation | null {
	return unreadableBlanks(blanksIn(segments), given);
}

/** Right blanks over all blanks, or all or nothing. */
export function score({ text, blanks, scoring }: Cloze, given: unknown): Score {
	if (isNothing(given)) return UNANSWERED;
	const malformation = unreadableBlanks(blanks, given);
	if (malformation !== null) return malformed(malformation);
	const filled = new Map(isAssigned(given) ? Object.entries(given) : []);
	const pieces = stretches(text, BRACES);
	const parts = blanks.map((blank) => {
		const answer = filled.get(blank.id) ?? '';
		if (!isTyped(blank)) return chosenPart(blank, answer);
		const at = pieces.findIndex((piece) => 'mark' in piece && piece.mark === blank.id);
		const beside = { before: wordsOf(pieces[at - 1]), after: wordsOf(pieces[at + 1]) };
		return typedPart(blank.id, blank, answer, beside);
	});
	if (parts.every((part) => part.verdict === 'missed')) return UNANSWERED;
	return scored(sharingRules[scoring](parts), parts);
}

export function solution({ blanks }: Cloze): ClozeResponse {
	return Object.fromEntries(blanks.map((blank) => [blank.id, rightText(blank)]));
}

export function atRandom({ blanks, scoring }: Cloze): ScoreChance[] {
	return apart(
		blanks.map((blank) => (isTyped(blank) ? 0 : 1 / blank.choices.length)),
		scoring
	);
}

export function asked({ blanks }: Cloze): Asked {
	return { way: 'fill', blanks };
}

export function offered({ segments }: ClozeView): Offered {
	return { way: 'fill', blanks: blanksIn(segments) };
}

export const run = { publicView, unreadable, score, solution, atRandom, asked, offered };

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

export function keyData({ blanks }: Cloze): unknown {
	return inOrder(
		blanks.map((blank) => [blank.id, isTyped(blank) ? keyOfTyped(blank) : [keyOf(blank.choices).id]])
	);
}

export const wording = {
	id: 'same',
	text: 'asked',
	accept: 'asked',
	why: 'told',
	wrong: 'own'
} satisfies WordingOf<typeof schema>;

export function informed(item: Cloze, { added }: About): Cloze {
	return {
		...item,
		blanks: item.blanks.map((blank) => (isTyped(blank) ? { ...blank, ...added(blank) } : blank))
	};
}

export function shared(item: Cloze, versions: readonly Cloze[]): Cloze {
	const all = versions.flatMap(({ blanks }) => blanks.filter(isTyped));
	const ofBlank = (blank: Blank) =>
		isTyped(blank)
			? withForms(
					blank,
					all.filter(({ id }) => id === blank.id)
				)
			: blank;
	return { ...item, blanks: item.blanks.map(ofBlank) };
}

export function effort({ blanks }: Cloze): Effort {
	return blanks.some(isTyped) ? 2 : 0;
}

/** Whether any of it is typed. */
export function isProduction({ blanks }: Cloze): boolean {
	return blanks.some(isTyped);
}

export function parts({ text, blanks }: Cloze): Parts {
	const all = blanks.map((blank, index): Parts => {
		const path = ['blanks', index];
		if (isTyped(blank)) return partsOfTyped(blank, path);
		const lead = withoutMarks(text.split(`{${blank.id}}`)[0] ?? '', BRACES);
		return partsOfSet(blank.choices, [...path, 'choices'], {
			of: 'blank',
			lead,
			many: false,
			shuffled: true
		});
	});
	const shown = [{ path: ['text'], text: withoutMarks(text, BRACES) }];
	return {
		...partsWith({
			sets: all.flatMap(({ sets }) => sets),
			typed: all.flatMap(({ typed }) => typed),
			shown,
			shownAsWritten: shown,
			rationales: all.flatMap(({ rationales }) => rationales),
			key: all.flatMap(({ key }) => key)
		}),
		// A blank's own words say little out of context.
		sourced: []
	};
}

/** The blanks in the order of the text. */
function blanksIn(segments: readonly ClozeSegment[]) {
	return segments.flatMap((segment) => ('blank' in segment ? [{ ...segment, id: segment.blank }] : []));
}

/** The folded words on one side of a blank. */
function wordsOf(piece: Stretch | undefined): string[] {
	return piece && 'text' in piece ? fold(piece.text).split(' ') : [];
}

function chosenPart(blank: ChosenBlank, text: string): Part {
	const key = keyOf(blank.choices);
	const chosen = blank.choices.find((choice) => choice.id === text);
	if (!chosen) return failed({ id: blank.id, why: key.why, key: key.text }, false);
	if (chosen === key) return { id: blank.id, verdict: 'right', why: key.why };
	return { id: blank.id, verdict: 'wrong', why: chosen.why, key: key.text };
}

function rightText(blank: Blank): string {
	return isTyped(blank) ? (blank.accept[0] ?? '') : keyOf(blank.choices).id;
}

function wrongTextOf(blank: Blank): string {
	return isTyped(blank) ? wrongText(blank) : wrongChoice(blank);
}

function wrongChoice({ choices }: ChosenBlank): string {
	return choices.find((choice) => !choice.key)?.id ?? '';
}
