import type { Score } from '#lib/kinds/score.ts';

import type { Certainty } from './behaviour.ts';
import type { Grades, Refusal } from './grades.ts';

/** What a learner, or the page on their behalf, can say to a quiz. `at` is when: milliseconds since 1970. */
export type LearnerEvent =
	/** The response to the present item is now this. */
	| { type: 'answer'; at: number; response: unknown }
	| { type: 'certain'; at: number; certainty: Certainty }
	| { type: 'check'; at: number }
	/** Show the answer, though tries are left. */
	| { type: 'reveal'; at: number }
	| { type: 'skip'; at: number }
	| { type: 'next'; at: number }
	| { type: 'back'; at: number }
	/** Go to the item at a position, from 0. */
	| { type: 'go'; at: number; position: number }
	/** Mark the present item to come back to, or unmark it. */
	| { type: 'flag'; at: number }
	/** Show a hint to the present item. */
	| { type: 'hint'; at: number }
	/** Stop and look over what is done. */
	| { type: 'finish'; at: number }
	/** Hand in, or see the results. */
	| { type: 'submit'; at: number }
	/** The page is hidden, or seen again. */
	| { type: 'hide'; at: number }
	| { type: 'show'; at: number }
	/** Time has passed. */
	| { type: 'tick'; at: number }
	/** Go through the finished items one by one. */
	| { type: 'review'; at: number; position: number }
	| { type: 'results'; at: number };

/** What scoring and handing in answer. */
export type ReplyEvent =
	| { type: 'scored'; score: Score }
	| { type: 'unscored' }
	| { type: 'graded'; grades: Grades }
	| { type: 'refused'; refusal: Refusal };

export type QuizEvent = LearnerEvent | ReplyEvent;
