import { loadRunning } from '../../[primer]/quiz/quiz-page.ts';
import type { PageLoad } from './$types';

/** The page has a script of its own. */
export const csr = false;

export const load: PageLoad = async ({ data }) => {
	await loadRunning(data.quiz, true);
	return data;
};
