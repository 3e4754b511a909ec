import { own } from '#lib/kinds/own.ts';

import type { QuizContext } from './context.ts';

/** The items, by id, whose first try was scored between two moments of a quiz. */
export function firstTries(before: QuizContext, after: QuizContext): string[] {
	const tries = ({ entries }: QuizContext, id: string) => own(entries, id)?.tries.length ?? 0;
	return after.form.items.filter((id) => tries(before, id) === 0 && tries(after, id) > 0);
}
