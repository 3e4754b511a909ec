import { parseFlaw } from '#lib/review/parse-flaw.ts';

import type { Amounts } from './study-store.ts';

/** How much there is of everything. */
export function amountsOf(answers: number, quizzes: number, flaws: readonly unknown[]): Amounts {
	return { answers, quizzes, marks: flaws.filter((flaw) => parseFlaw(flaw)?.withdrawn === false).length };
}
