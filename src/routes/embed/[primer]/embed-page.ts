import { mayHoldAttempts } from '#lib/embed/frame/kept-before.ts';
import type { KeptAttempts } from '#lib/embed/frame/kept-attempts.ts';
import { isMapping } from '#lib/text/mapping.ts';

import { loadRunning } from '../../[primer]/quiz/quiz-page.ts';
import type Waiting from './Waiting.svelte';
import type { PageServerData } from './$types';

/** What the server tells the page of a quiz in a frame. */
export type EmbedPageData = PageServerData;

/** Marks an address that goes on with an attempt, which the page around did not name. */
const TAKEN_UP = '#taken-up';

/** Whether this device may hold attempts in frames from before. */
export const mayHold = (): boolean => mayHoldAttempts(() => localStorage);

/** The attempts in frames at a course, as this device keeps them. */
export async function openAttempts(course: string): Promise<KeptAttempts> {
	const { keptAttempts } = await import('#lib/embed/frame/kept-attempts.ts');
	return keptAttempts(
		() => localStorage,
		(address) => quizOf(course, address)
	);
}

/** Whether the address of the frame names what draws its quiz, and not an attempt that was under way. */
export function isFixed({ quiz }: EmbedPageData): boolean {
	return quiz.isSeeded && location.hash !== TAKEN_UP;
}

/** What the page is drawn with. */
export interface LoadedEmbed {
	/** What stands there until the quiz is begun, if it waits for that. */
	Waiting?: typeof Waiting;
}

/**
 * Loads what the page is drawn with. Where each visit is a draw of its own, it goes on with the one that is under way on
 * this device instead, if any.
 */
export async function loadEmbedPage(data: EmbedPageData): Promise<LoadedEmbed> {
	const { quiz } = data;
	const course = quiz.primer.id;
	const attempts = quiz.isSeeded || !mayHold() ? undefined : await openAttempts(course);
	const underWay = attempts?.underWay(quizOf(course, quiz.address));
	if (underWay !== undefined) {
		location.replace(underWay + TAKEN_UP);
		await new Promise(() => undefined);
	}
	return drawEmbedPage(data, false);
}

/** Loads what the page is drawn with. @param all whether that is everything: on the server */
export async function drawEmbedPage({ quiz }: EmbedPageData, all: boolean): Promise<LoadedEmbed> {
	await loadRunning(quiz, all);
	return quiz.waits ? { Waiting: (await import('./Waiting.svelte')).default } : {};
}

/** Tells what the server tells the page from anything else. */
export function isEmbedPageData(told: unknown): told is EmbedPageData {
	return isMapping(told) && isMapping(told['quiz']) && typeof told['quiz']['afresh'] === 'string';
}

/** The quiz that an address is a draw of. */
function quizOf(course: string, address: string): string {
	const query = new URLSearchParams(address);
	query.delete('seed');
	return `${document.documentElement.lang}/${course}?${query.toString()}`;
}
