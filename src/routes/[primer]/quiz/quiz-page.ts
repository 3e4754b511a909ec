import { loadKinds, loadViews } from '#lib/player/kinds/index.ts';
import { loadCertainty, loadedLater, loadLater, loadSure } from '#lib/player/load-later.ts';
import type { QuizData } from '#lib/player/quiz-data.ts';
import { isMapping } from '#lib/text/mapping.ts';

import type ExamStart from './ExamStart.svelte';
import type NoExam from './NoExam.svelte';
import type { ActionData, PageServerData } from './$types';

/** What the server tells the page of a quiz. */
export interface QuizPageData {
	quiz: PageServerData;
	/** What came of beginning an exam, if that did not. */
	form: ActionData;
}

/** What the page of a quiz is drawn with. */
export interface LoadedQuiz {
	/** The introduction of an exam, which is no part of a running quiz. */
	ExamStart?: typeof ExamStart | undefined;
	/** Why there is none. */
	NoExam?: typeof NoExam | undefined;
}

/**
 * Loads what the page is drawn with: the view of the first item, or all that the page may show at once.
 *
 * @param all whether that is everything: on the server
 */
export async function loadQuizPage(data: PageServerData, all: boolean): Promise<LoadedQuiz> {
	if (data.stage === 'start') return { ExamStart: (await import('./ExamStart.svelte')).default };
	if (data.stage !== 'running') return { NoExam: (await import('./NoExam.svelte')).default };
	await loadRunning(data, all);
	return {};
}

/**
 * Loads what a running quiz is drawn with.
 *
 * @param all as {@link loadQuizPage} takes it
 */
export async function loadRunning(
	{
		views,
		items,
		pictures,
		form,
		posted
	}: Pick<QuizData, 'views' | 'items' | 'pictures' | 'form' | 'posted'>,
	all: boolean
): Promise<void> {
	const kinds = [...views, ...items].map(({ kind }) => kind);
	if (form.behaviour === 'certainty') await loadCertainty();
	const whole = all || posted !== null;
	await (whole ? Promise.all([loadKinds(kinds), loadLater()]) : loadViews(kinds.slice(0, 1)));
	if (whole && form.behaviour === 'certainty') await loadSure();
	if (whole && Object.keys(pictures).length > 0) await loadedLater()?.loadDrawings();
}

/** Tells what the server tells the page of a quiz from anything else. */
export function isQuizPageData(told: unknown): told is QuizPageData {
	return isMapping(told) && isMapping(told['quiz']) && typeof told['quiz']['stage'] === 'string';
}
