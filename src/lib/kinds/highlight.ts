import * as v from 'valibot';

import { line } from '#lib/text/markdown.ts';

import type { Asked, Offered } from './asked.ts';
import { chosenAtRandom, type ScoreChance } from './at-random.ts';
import type { Choice } from './choice.ts';
import { isSomeOf } from './given.ts';
import { inOrder } from './key-data.ts';
import type { Effort, AuthoringFault, Samples } from './kind.ts';
import { markFaults, notTooLong, SQUARE, stretches } from './marked.ts';
import { idSchema, repeats, withId, MOST_PARTS, tooMany } from './option.ts';
import { partsWith, rationale, type Parts } from './parts.ts';
import { unfit } from './readable.ts';
import type { Malformation, Score } from './score.ts';
import {
	scoreSelection,
	selection,
	selectionSamples,
	solveSelection,
	someKeys,
	type Selection
} from './selection.ts';
import type { WordingOf } from './wording.ts';

export { unchanged as informed, unchanged as shared } from './informed.ts';
export { exactly as leeway } from './key-data.ts';
export { nothingMisplaced as misplaced } from './placed.ts';

/** Words of a passage that can be highlighted. */
const span = v.pipe(
	v.strictObject({
		id: v.exactOptional(idSchema),
		text: v.pipe(v.string(), v.trim(), v.nonEmpty('is empty\nWrite the words between the brackets.')),
		key: v.optional(v.boolean(), false),
		why: line
	}),
	v.transform(withId)
);

/** The learner highlights some of the marked words of a passage. */
export const fields = {
	passage: v.pipe(
		v.string(),
		v.trim(),
		v.nonEmpty('is empty\nWrite the passage with its [spans].'),
		notTooLong
	),
	spans: v.pipe(
		v.array(span),
		v.minLength(2, 'has fewer than two spans\nMark another [span] in the passage.'),
		v.maxLength(MOST_PARTS, () => tooMany('spans'))
	),
	scoring: v.optional(v.picklist(['right-minus-wrong', 'all-or-nothing']), 'right-minus-wrong')
};

export type Highlight = v.InferOutput<typeof schema>;
export const schema = v.strictObject(fields);

/** Words between those that can be highlighted, or a span that can, with its id. */
export type HighlightSegment = { text: string } | { span: string; text: string };

/** The passage in its order. */
export interface HighlightView {
	segments: HighlightSegment[];
}

/** The ids of the highlighted spans, in any order. */
export type HighlightResponse = Selection;
export const response = selection;

export function faults({ passage, spans }: Highlight): AuthoringFault[] {
	const twice = 'Make the two differ or extend one.';
	return [
		...markFaults(
			{ field: 'passage', value: passage, brackets: SQUARE },
			{ field: 'spans', names: spans.map(({ text }) => text), name: 'span', twice }
		),
		...repeats(spans, ['spans']),
		...someKeys(spans, 'spans')
	];
}

export function publicView({ passage, spans }: Highlight): HighlightView {
	return {
		segments: stretches(passage, SQUARE).map((stretch): HighlightSegment => {
			if ('text' in stretch) return { text: stretch.text };
			const span = spans.find(({ text }) => text === stretch.mark);
			return span ? { span: span.id, text: stretch.mark } : { text: stretch.mark };
		})
	};
}

export function unreadable({ segments }: HighlightView, given: unknown): Malformation | null {
	const spans = segments.flatMap((segment) => ('span' in segment ? [segment.span] : []));
	return unfit(given, isSomeOf(spans, given));
}

export function score(item: Highlight, given: unknown): Score {
	return scoreSelection(item.spans, given, item.scoring);
}

export function solution(item: Highlight): HighlightResponse {
	return solveSelection(item.spans);
}

export function atRandom({ spans, scoring }: Highlight): ScoreChance[] {
	return chosenAtRandom(spans, scoring);
}

export function asked({ spans }: Highlight): Asked {
	return { way: 'choose', many: true, options: spans };
}

export function offered({ segments }: HighlightView): Offered {
	const options = segments.flatMap((segment) =>
		'span' in segment ? [{ id: segment.span, text: segment.text }] : []
	);
	return { way: 'choose', many: true, options };
}

export const run = { publicView, unreadable, score, solution, atRandom, asked, offered };

export function samples(item: Highlight): Samples<HighlightResponse> {
	return selectionSamples(item.spans, (response) => score(item, response));
}

export function keyData(item: Highlight): unknown {
	return inOrder(solution(item));
}

export const wording = {
	id: 'same',
	passage: 'asked',
	text: 'asked',
	why: 'told'
} satisfies WordingOf<typeof schema>;

export function effort(): Effort {
	return 0;
}

export function isProduction(): boolean {
	return true;
}

export function parts({ passage, spans }: Highlight): Parts {
	const shown = [{ path: ['passage'], text: passage.replaceAll(/[[\]]/g, '') }];
	return partsWith({
		shown,
		shownAsWritten: shown,
		rationales: spans.map(({ why, key }, index) => rationale(why, ['spans', index, 'why'], !key)),
		key: spans.filter(({ key }) => key).map(({ text }) => text)
	});
}

export function choice({ spans }: Highlight): Choice<HighlightResponse> {
	return { options: spans, many: true, responses: (ids) => [[...ids]] };
}
