import type { KindName } from '#lib/kinds/index.ts';

/**
 * How much a learner brings up without help: 0 where what is right is there to be recognised, 1 where it is there and
 * has to be put in order, 2 where it has to be typed.
 */
const efforts = {
	'single-choice': 0,
	'multiple-response': 0,
	'true-false-reason': 0,
	matching: 0,
	categorise: 0,
	highlight: 0,
	ordering: 1,
	cloze: 2,
	'short-text': 2,
	numeric: 2
} satisfies Record<KindName, 0 | 1 | 2>;

export type Effort = (typeof efforts)[KindName];

/** How much a kind of question asks a learner to bring up without help, from 0 to 2. */
export function effortOf(kind: KindName): Effort {
	return efforts[kind];
}
