import type { Locale } from '#lib/paraglide/runtime.js';
import type { ReadingSettings } from '#lib/store/reading-settings.ts';

import type { Place } from './places.ts';

/** What the frame of a page shows. */
export interface Framed {
	/** The course that the page belongs to, or the only one there is. */
	course: { title: string; language: string; examsAlone: boolean; hasWords: boolean } | undefined;
	/** The address of its own page, or of the list of courses. */
	home: string;
	/** The place that the page is below. */
	place: Place | undefined;
	/** Whether the page is that place itself. */
	isPlace: boolean;
	/** The address of the page, in its language. */
	back: string;
	look: ReadingSettings;
	/**
	 * How much of the frame the page comes with: a running quiz with one line, self-study without the menu, everything
	 * else with all of it.
	 */
	parts: 'line' | 'places' | 'whole';
	/** Where a running quiz is posted, so that it comes back in another language with all that was answered. */
	postQuiz: ((locale: Locale) => string) | undefined;
}

/** The id of the form of a running quiz. */
export const QUIZ_FORM = 'quiz';

/** What a quiz is told by Enter in a field, without a script: what its main button would say. */
export const ENTER = 'enter';
