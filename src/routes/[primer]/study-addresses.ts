import { resolve } from '$app/paths';

import type { StudyAddresses } from '#lib/ui/progress/addresses.ts';

/** Where the pages of self-study of a primer are, from its page down. */
export function studyAddresses(primer: string): StudyAddresses {
	const home = resolve('/[primer]', { primer });
	return {
		home,
		review: `${home}/review`,
		learn: (point) => `${home}/learn/${point}`,
		practice: (draw) => `${home}/practice/${draw}`,
		flashcards: `${home}/flashcards`,
		progress: `${home}/progress`,
		print: `${home}/print`,
		settings: `${resolve('/')}settings`,
		quiz: `${home}/quiz`,
		facts: `${home}/facts`
	};
}
