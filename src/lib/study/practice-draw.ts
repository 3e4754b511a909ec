/** What practice draws on, beyond what is due: the learner’s level, past mistakes, or all points. */
export const practiceDraws = ['adaptive', 'mistakes', 'mixed'] as const;
export type PracticeDraw = (typeof practiceDraws)[number];

/** How many questions a sitting of practice has, where there are as many. */
export const PRACTICE_COUNT = 10;

export function isPracticeDraw(name: string): name is PracticeDraw {
	return practiceDraws.some((draw) => draw === name);
}
