import { getLocale } from '#lib/paraglide/runtime.js';
import type { QuizHost } from '#lib/player/host.ts';
import { areLettersOn } from '#lib/ui/letter-keys.ts';

/**
 * What a page of the app gives every quiz on it, whatever the quiz asks and wherever its answers are kept.
 */
export function hostOfPage(
	primer: string
): Pick<QuizHost, 'language' | 'headingLevel' | 'now' | 'reload' | 'keys' | 'flaws' | 'listen'> {
	const loadMarks = () => import('#lib/study/flaw-marks.ts');
	return {
		language: getLocale(),
		headingLevel: 1,
		now: Date.now,
		reload: () => location.reload(),
		keys: { areOn: areLettersOn },
		flaws: {
			find: async (item) => (await loadMarks()).findFlaw(primer, item),
			report: async (item, report) => (await loadMarks()).markFlaw(primer, item, report)
		},
		listen(press) {
			addEventListener('keydown', press);
			return () => removeEventListener('keydown', press);
		}
	};
}
