import { mount, unmount } from 'svelte';

import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { hostHere, type QuizHost } from '#lib/player/host.ts';
import { languageSpoken } from '#lib/player/in-language.ts';
import { loadKinds } from '#lib/player/kinds/index.ts';
import { loadCertainty, loadLater } from '#lib/player/load-later.ts';
import type { QuizData } from '#lib/player/quiz-data.ts';
import Quiz from '#lib/player/Quiz.svelte';

import { dressed, type Theme } from './look.ts';
import { submitHere } from './submit-here.ts';

/** A quiz and what surrounds it. */
export interface Mounted {
	data: QuizData;
	host: QuizHost;
	/** By default, that of the page. */
	theme?: Theme | undefined;
}

/** A quiz that is on the page. */
export interface MountedQuiz {
	/** Takes it off the page. */
	stop: () => Promise<void>;
	/** Moves the focus to its beginning. */
	focus: () => void;
}

/**
 * Plays a quiz in somebody else’s page. It only takes up a place there: its styles stay inside, and its words
 * are in the language of its host, whatever language other quizzes on the page use.
 *
 * @param place whose styles stay inside, and which those of the page do not reach
 * @throws when what shows the first question cannot be fetched
 */
export async function mountQuiz(place: ShadowRoot, { data, host, theme }: Mounted): Promise<MountedQuiz> {
	// Messages are read while a component renders, so each is in the language of the quiz that it is in.
	overwriteGetLocale(() => languageSpoken() ?? hostHere().language);
	await Promise.all([
		data.form.behaviour === 'certainty' ? loadCertainty() : undefined,
		loadKinds([...data.views, ...data.items].map(({ kind }) => kind)),
		// An attempt that goes on does not first show where it began.
		data.posted ? loadLater() : undefined
	]);
	const undress = dressed(place, theme);
	const stopSubmitting = submitHere(place);
	const quiz = mount(Quiz, { target: place, props: { data, host } });
	return {
		async stop() {
			await unmount(quiz);
			stopSubmitting();
			undress();
		},
		focus: () => place.querySelector<HTMLElement>('.player')?.focus()
	};
}
