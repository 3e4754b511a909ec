import type { Snippet } from 'svelte';

import type { QuizContext } from '#lib/quiz/context.ts';

import type { RepeatedPress } from './repeated-press.ts';

/**
 * What a quiz has to know about the session that it is a part of: the session records what is learnt, and
 * continues afterwards.
 */
export interface QuizPart {
	/** Tells where in the whole session the learner is. */
	progress: Snippet<[context: QuizContext]>;
	/** The same in words alone. */
	where: (context: QuizContext) => string;
	/** What the button after the last answer says. */
	last: string;
	/** What the button says that ends it before everything is answered. */
	stop: string;
	/** Asks something else instead of the current question, if that is not up to the quiz. */
	onskip?: (() => void) | undefined;
	/** Knows a second press from a second wish, across all quizzes of the session. */
	presses: RepeatedPress;
}
