import type { Library } from '#lib/bank/library.server.ts';
import { describeProblem } from '#lib/bank/problem.ts';

/** The most problems that a page shows: the terminal has the others. */
const MOST_SHOWN = 20;

/** What an author at work sees of the files. */
export function watchedIn({ edition, problems }: Library) {
	return {
		/** A number that changes with the questions and problems. */
		edition,
		problems: problems.slice(0, MOST_SHOWN).map(describeProblem),
		/** How many problems there are. */
		count: problems.length
	};
}

export type Watched = ReturnType<typeof watchedIn>;
