import { loadQuizPage } from './quiz-page.ts';
import type { PageLoad } from './$types';

/** The page has a script of its own. */
export const csr = false;

export const load: PageLoad = async ({ data }) => ({ quiz: data, loaded: await loadQuizPage(data, true) });
