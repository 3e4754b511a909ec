import type { Grades } from '#lib/quiz/grades.ts';
import type { QuizServices } from '#lib/quiz/run.ts';

import type { QuizContents } from './quiz-contents.ts';
import type { World } from './quiz-world.ts';

/** What the services of a quiz ask of the session that runs it. */
interface Session {
	/** Loads the items; never fails. */
	prepare: () => Promise<void>;
	/** Whether the quiz that asks is still the one on the page. */
	isCurrent: () => boolean;
	/** Keeps what the server said of the form. */
	graded: (grades: Grades) => void;
}

/** How a quiz on a page has answers scored and a form graded. */
export function servicesOf(contents: QuizContents, world: World, session: Session): QuizServices {
	return {
		score: ({ item, response }, reply) => {
			const score = contents.score(item, response);
			if (score) return reply({ type: 'scored', score });
			void session.prepare().then(() => {
				const late = contents.score(item, response);
				reply(late ? { type: 'scored', score: late } : { type: 'unscored' });
			});
		},
		submit: ({ responses }, reply) => {
			void world.handIn(responses).then((answer) => {
				// Another page's attempt may have taken its place meanwhile, which these grades are not about.
				if (!session.isCurrent()) return;
				if ('revealed' in answer) contents.reveal(answer.revealed);
				if (answer.reply.type === 'graded') session.graded(answer.reply.grades);
				reply(answer.reply);
			});
		}
	};
}
