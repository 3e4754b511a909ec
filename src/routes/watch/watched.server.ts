import type { Library } from '#lib/bank/library.server.ts';
import { describeProblem } from '#lib/bank/problem.ts';

/** The most problems that a page shows: the terminal has the others. */
const MOST_SHOWN = 20;

/** What an author who is at work sees of the files. */
export function watchedIn({ edition, problems }: Library) {
	return {
		/** Another number for other questions or problems. */
		edition,
		problems: problems.slice(0, MOST_SHOWN).map(describeProblem),
		/** How many problems there are. */
		count: problems.length
	};
}

export type Watched = ReturnType<typeof watchedIn>;
