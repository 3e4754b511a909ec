import { getLocale } from '#lib/paraglide/runtime.js';
import type { QuizHost } from '#lib/player/host.ts';
import { areLettersOn } from '#lib/ui/letter-keys.ts';

/** What a page gives a quiz that alone is on it, in a frame as in a window, or in a class: nothing of the device’s learner. */
export function hostOfQuizAlone(): Pick<
	QuizHost,
	'language' | 'headingLevel' | 'now' | 'reload' | 'keys' | 'listen'
> {
	return {
		language: getLocale(),
		headingLevel: 1,
		now: Date.now,
		reload: () => location.reload(),
		keys: { areOn: areLettersOn },
		listen(press) {
			const pass = (event: KeyboardEvent): void => {
				// A dialog of the page has the keys for itself while it is open.
				if (!document.querySelector('dialog[open]')) press(event);
			};
			addEventListener('keydown', pass);
			return () => removeEventListener('keydown', pass);
		}
	};
}

/**
 * What a page of the app gives every quiz on it, whatever the quiz asks and wherever its answers are kept.
 */
export function hostOfPage(primer: string): ReturnType<typeof hostOfQuizAlone> & Pick<QuizHost, 'flaws'> {
	const loadMarks = () => import('#lib/study/flaw-marks.ts');
	return {
		...hostOfQuizAlone(),
		flaws: {
			find: async (item) => (await loadMarks()).findFlaw(primer, item),
			report: async (item, report) =>
				(await loadMarks()).markFlaw(primer, item, { ...report, at: Date.now() })
		}
	};
}
