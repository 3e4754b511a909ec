import { isRecord } from '#lib/bank/arrived.ts';
import { keptAttempts } from '#lib/embed/frame/kept-attempts.ts';

import { loadRunning } from '../../[primer]/quiz/quiz-page.ts';
import type { PageServerData } from './$types';

/** What the server tells the page of a quiz in a frame. */
export type EmbedPageData = PageServerData;

/** Marks an address that goes on with an attempt, which the page around did not name. */
const TAKEN_UP = '#taken-up';

/** The attempts in frames, as this device keeps them. */
export const attemptsHere = (course: string) =>
	keptAttempts(
		() => localStorage,
		(address) => quizOf(course, address)
	);

/** Whether the address of the frame names what draws its quiz, and not an attempt that was under way. */
export function isFixed({ quiz }: EmbedPageData): boolean {
	return quiz.isSeeded && location.hash !== TAKEN_UP;
}

/**
 * Loads what the page is drawn with. Where each visit is a draw of its own, it goes on with the one that is under way on
 * this device instead, if any.
 */
export async function loadEmbedPage(data: EmbedPageData): Promise<void> {
	const { quiz } = data;
	const underWay = quiz.isSeeded
		? undefined
		: attemptsHere(quiz.primer.id).underWay(quizOf(quiz.primer.id, quiz.address));
	if (underWay !== undefined) {
		location.replace(underWay + TAKEN_UP);
		await new Promise(() => undefined);
	}
	await loadRunning(quiz, false);
}

/** Tells what the server tells the page from anything else. */
export function isEmbedPageData(told: unknown): told is EmbedPageData {
	return isRecord(told) && isRecord(told['quiz']) && typeof told['quiz']['afresh'] === 'string';
}

/** The quiz that an address is a draw of. */
function quizOf(course: string, address: string): string {
	const query = new URLSearchParams(address);
	query.delete('seed');
	return `${document.documentElement.lang}/${course}?${query.toString()}`;
}
