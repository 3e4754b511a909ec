import * as m from '#lib/paraglide/messages.js';
import type { Certainty } from '#lib/quiz/behaviour.ts';

/** How sure one is, in words. */
export const certaintyWords: Record<Certainty, () => string> = {
	1: m.certainty_1,
	2: m.certainty_2,
	3: m.certainty_3
};
