import * as v from 'valibot';

import type { Random } from '#lib/chance/random.ts';
import { line } from '#lib/text/markdown.ts';

import type { Asked, Offered } from './asked.ts';
import type { ScoreChance } from './at-random.ts';
import {
	assigned,
	assignmentAtRandom,
	assignmentFaults,
	assignmentSamples,
	scoreAssignment,
	solveAssignment,
	type Assignment
} from './assignment.ts';
import { idsOf, isAssignmentOf, type Assigned } from './given.ts';
import { inOrder } from './key-data.ts';
import type { Effort, AuthoringFault, Samples } from './kind.ts';
import { drawn, idSchema, label, repeats, withId, type Label, MOST_PARTS, tooMany } from './option.ts';
import { pair, partsWith, passages, rationales, type Parts } from './parts.ts';
import { unfit } from './readable.ts';
import type { Malformation, Score } from './score.ts';
import { sharing } from './sharing.ts';
import type { WordingOf } from './wording.ts';

export { noChoice as choice } from './choice.ts';
export { unchanged as informed, unchanged as shared } from './informed.ts';
export { exactly as leeway } from './key-data.ts';
export { nothingMisplaced as misplaced } from './placed.ts';

const premise = v.pipe(
	v.strictObject({ id: v.exactOptional(idSchema), text: line, match: idSchema, why: line }),
	v.transform(withId)
);

/** Each premise goes with one option; an option may go with several premises or with none. */
export const fields = {
	premises: v.pipe(
		v.array(premise),
		v.minLength(2, 'has fewer than two premises\nAdd a premise.'),
		v.maxLength(MOST_PARTS, () => tooMany('premises'))
	),
	options: v.pipe(
		v.array(label),
		v.minLength(2, 'has fewer than two options\nAdd an option.'),
		v.maxLength(MOST_PARTS, () => tooMany('options'))
	),
	scoring: sharing
};

export type Matching = v.InferOutput<typeof schema>;
export const schema = v.strictObject(fields);

export interface MatchingView {
	premises: Label[];
	options: Label[];
}

/** The id of the chosen option by the id of its premise. */
export type MatchingResponse = Assigned;
export const response = assigned;

export function faults(item: Matching): AuthoringFault[] {
	return [
		...repeats(item.premises, ['premises']),
		...repeats(item.options, ['options']),
		...assignmentFaults(assignment(item), { list: 'premises', field: 'match', label: 'option' })
	];
}

export function publicView(item: Matching, random: Random): MatchingView {
	return {
		premises: drawn(item.premises, random),
		options: drawn(item.options, random)
	};
}

export function unreadable({ premises, options }: MatchingView, given: unknown): Malformation | null {
	return unfit(given, isAssignmentOf(idsOf(premises), idsOf(options), given));
}

/** Right pairs over all pairs, or all or nothing. */
export function score(item: Matching, given: unknown): Score {
	return scoreAssignment(assignment(item), given);
}

export function solution(item: Matching): MatchingResponse {
	return solveAssignment(assignment(item));
}

export function atRandom(item: Matching): ScoreChance[] {
	return assignmentAtRandom(assignment(item));
}

export function asked({ premises, options }: Matching): Asked {
	const places = premises.map(({ id, text, why, match }) => ({ id, text, why, key: match }));
	return { way: 'assign', places, labels: options };
}

export function offered({ premises, options }: MatchingView): Offered {
	return { way: 'assign', places: premises, labels: options };
}

export const run = { publicView, unreadable, score, solution, atRandom, asked, offered };

export function samples(item: Matching): Samples<MatchingResponse> {
	return assignmentSamples(assignment(item));
}

export function keyData(item: Matching): unknown {
	return inOrder(Object.entries(solution(item)));
}

export const wording = {
	id: 'same',
	text: 'asked',
	match: 'same',
	why: 'told'
} satisfies WordingOf<typeof schema>;

export function effort(): Effort {
	return 0;
}

export function isProduction(): boolean {
	return false;
}

export function parts({ premises, options }: Matching): Parts {
	return partsWith({
		shown: [...passages(premises, 'premises'), ...passages(options, 'options')],
		rationales: rationales(premises, 'premises'),
		key: premises.map(({ text, match }) => pair(text, options, match))
	});
}

function assignment({ premises, options, scoring }: Matching): Assignment {
	return {
		places: premises.map(({ id, why, match }) => ({ id, why, key: match })),
		labels: options,
		scoring
	};
}
