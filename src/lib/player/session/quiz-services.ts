import type { Attempt, QuizServices } from '#lib/quiz/run.ts';

import type { QuizContents } from './quiz-contents.ts';

/** How a form that was handed in turned out. */
export type HandedIn = NonNullable<Attempt['reply']>;

/** What the services of a quiz need from the session that runs it. */
interface Session {
	/** Loads the items; never fails. */
	prepare: () => Promise<void>;
	/** Hands the form in; never fails, but may answer that the server cannot be reached. */
	handIn: () => Promise<HandedIn>;
	/** Whether the quiz that asks is still the one on the page. */
	isCurrent: () => boolean;
}

/** The services that score answers and grade a form for a quiz on a page. */
export function servicesOf(contents: QuizContents, session: Session): QuizServices {
	return {
		score: ({ item, response }, reply) => {
			const score = contents.score(item, response);
			if (score) return reply({ type: 'scored', score });
			void session.prepare().then(() => {
				const late = contents.score(item, response);
				reply(late ? { type: 'scored', score: late } : { type: 'unscored' });
			});
		},
		submit: (_, reply) => {
			void session.handIn().then((answer) => {
				// Another page's attempt may have taken over meanwhile, and these grades are not for it.
				if (session.isCurrent()) reply(answer);
			});
		}
	};
}
