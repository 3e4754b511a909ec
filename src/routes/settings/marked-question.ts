import { findItem, type Bank } from '#lib/bank/bank.ts';
import type { Flaw } from '#lib/review/flaw.ts';
import { foreign } from '#lib/ui/foreign.ts';
import type { MarkedQuestion } from '#lib/screens/settings/marked-question.ts';

import { addressOf } from '../address-of.ts';
import { fetchCourse } from '../[primer]/course/fetch-course.ts';

/**
 * Finds the question of a mark. Each course is fetched once; the question of one that is not served here, serves exams
 * alone or cannot be reached is undefined.
 */
export function questionFinder(
	primers: readonly { id: string; examsAlone: boolean }[]
): (mark: Flaw) => Promise<MarkedQuestion | undefined> {
	const courses = new Map<string, Promise<Bank | undefined>>();
	return async ({ primer, item }) => {
		if (!primers.some(({ id, examsAlone }) => id === primer && !examsAlone)) return undefined;
		const course =
			courses.get(primer) ?? fetchCourse(addressOf('/[primer]/course', { primer })).catch(() => undefined);
		courses.set(primer, course);
		const bank = await course;
		const found = bank && findItem(bank, item);
		return found && { stem: found.stem, lang: foreign(found.language ?? bank.primer.language) };
	};
}
