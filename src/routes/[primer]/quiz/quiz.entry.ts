import { runAlone } from '../../(alone)/run-alone.ts';
import { isQuizPageData, loadQuizPage } from './quiz-page.ts';
import QuizPage from './QuizPage.svelte';

void runAlone({
	page: QuizPage,
	is: isQuizPageData,
	load: ({ quiz }) => loadQuizPage(quiz, false),
	// A quiz that runs loads nothing that its questions do not need, and is not interrupted.
	offline: ({ quiz }) => (quiz.stage === 'running' ? undefined : { offersNew: true })
});
