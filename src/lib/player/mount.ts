import { mount, unmount } from 'svelte';

import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import base from '#lib/ui/base.css?inline';
import tokens from '#lib/ui/tokens.css?inline';

import { hostHere, type QuizHost } from './host.ts';
import { languageSpoken } from './in-language.ts';
import { loadKinds } from './kinds/index.ts';
import { loadCertainty } from './load-later.ts';
import type { QuizData } from './quiz-data.ts';
import Quiz from './Quiz.svelte';

/**
 * Plays a quiz in somebody else’s page. It only takes up a place there: its styles stay inside, and its words
 * are in the language of its host, whatever language other quizzes on the page use.
 *
 * @param place best a shadow root, which the styles of the page do not reach either
 * @returns a function that ends it
 * @throws when what shows the first question cannot be fetched
 */
export async function mountQuiz(
	place: ShadowRoot,
	props: { data: QuizData; host: QuizHost }
): Promise<() => Promise<void>> {
	// Messages are read while a component renders, so each is in the language of the quiz that it is in.
	overwriteGetLocale(() => languageSpoken() ?? hostHere().language);
	const { data } = props;
	if (data.form.behaviour === 'certainty') await loadCertainty();
	await loadKinds([...data.views, ...data.items].map(({ kind }) => kind));
	const style = document.createElement('style');
	style.textContent = tokens + base;
	place.append(style);
	const quiz = mount(Quiz, { target: place, props });
	return async () => {
		await unmount(quiz);
		style.remove();
	};
}
