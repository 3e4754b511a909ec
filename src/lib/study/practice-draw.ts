/** What practice draws on, beyond what is due: the learner’s level, past mistakes, or all points. */
export const practiceDraws = ['adaptive', 'mistakes', 'mixed'] as const;
export type PracticeDraw = (typeof practiceDraws)[number];

export function isPracticeDraw(name: string): name is PracticeDraw {
	return practiceDraws.some((draw) => draw === name);
}
