import * as m from '#lib/paraglide/messages.js';

import type { StudySession } from './study-session.svelte.ts';

/**
 * Which question of a session is asked, in words.
 *
 * @param position the place of the question in the present round, from 0
 */
export function placeInWords(session: Pick<StudySession, 'counted' | 'isAgain'>, position: number): string {
	const { before, planned: total } = session.counted;
	const number = before + position + 1;
	return session.isAgain ? m.study_again({ number, total }) : m.study_question_of({ number, total });
}
