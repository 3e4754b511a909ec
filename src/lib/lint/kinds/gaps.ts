import { isItemOf } from '#lib/bank/item.ts';
import { BRACES, stretches, withoutMarks } from '#lib/kinds/marked.ts';
import type { Passage } from '#lib/kinds/parts.ts';

import { itemTexts } from '../item-texts.ts';
import { itemRule, type ItemFinding } from '../rule.ts';
import { thresholds as limit } from '../thresholds.ts';
import { hasPhrase, wordsOf } from '../words.ts';

/** T-06: blanks that leave enough text to read, and whose answers are nowhere else. */
export const cloze = itemRule({
	id: 'T-06',
	level: 'warning',
	wants:
		'A cloze has one to four blanks, five words between two, none at the start, and no answer elsewhere in it.',
	source: 'ours',
	check: (item) => {
		if (!isItemOf(item, 'cloze')) return [];
		const { text, blanks } = item.interaction;
		const found: ItemFinding[] = [];
		if (blanks.length > limit.mostBlanks) {
			found.push({
				path: ['blanks'],
				message: `there are ${blanks.length} blanks`,
				fix: `Keep ${limit.mostBlanks} or fewer, so that enough is left to read.`
			});
		}
		const pieces = stretches(text, BRACES);
		if (pieces[0] && 'mark' in pieces[0]) {
			found.push({
				path: ['text'],
				message: 'the text begins with a blank',
				fix: 'Let some words lead up to the blank.'
			});
		}
		const between = pieces.slice(1, -1).filter((piece) => 'text' in piece);
		const tight = between.some((piece) => wordsOf(piece.text).length < limit.wordsBetweenBlanks);
		const touching = pieces.some((piece, index) => 'mark' in piece && 'mark' in (pieces[index + 1] ?? {}));
		if (tight || touching) {
			found.push({
				path: ['text'],
				message: `two blanks have fewer than ${limit.wordsBetweenBlanks} words between them`,
				fix: 'Move them apart, or fill one in.'
			});
		}
		const { stem, hint, key, typed } = itemTexts(item);
		const answers = new Set([...key, ...typed.flatMap(({ accept }) => accept)]);
		return [...found, ...tellings(stem, hint, withoutMarks(text, BRACES), [...answers])];
	}
});

/** Answers that are in what the learner sees anyway. */
function tellings(
	stem: string,
	hint: string | undefined,
	text: string,
	key: readonly string[]
): ItemFinding[] {
	const places: Passage[] = [
		{ path: ['stem'], text: stem },
		{ path: ['text'], text },
		...(hint === undefined ? [] : [{ path: ['hint'], text: hint }])
	];
	return places.flatMap(({ path, text: visible }) =>
		key
			.filter((answer) => hasPhrase(visible, answer))
			.map((answer) => ({
				path,
				message: `the answer “${answer}” can be read here`,
				fix: 'Reword this.'
			}))
	);
}
