import * as m from '#lib/paraglide/messages.js';
import type { PracticeDraw } from '#lib/study/practice-draw.ts';

/** What each kind of practice is called, and what it is. */
export const drawWords: Record<PracticeDraw, { name: () => string; is: () => string }> = {
	adaptive: { name: m.study_adaptive, is: m.study_adaptive_is },
	mistakes: { name: m.study_mistakes, is: m.study_mistakes_is },
	mixed: { name: m.study_mixed, is: m.study_mixed_is }
};
