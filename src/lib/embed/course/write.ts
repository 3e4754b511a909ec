import { withoutCue, type Bank } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import type { Primer } from '#lib/bank/primer.ts';
import { openBank, servesExamsAlone } from '#lib/bank/serving.ts';

import { COURSE_FORMAT, COURSE_VERSION, type CourseFile } from './course-file.ts';
import { editionOf } from './edition.ts';

/**
 * The file of a course: all that a quiz of it shows, and nothing that is kept for exams.
 *
 * @param all the course in the languages that are wanted, that of the original first, as the library has it
 * @returns undefined if nothing of the course may leave the server: it serves exams alone, or there is none
 */
export function courseFileOf(all: readonly Bank[]): CourseFile | undefined {
	const [first, ...others] = all
		.filter(({ primer }) => !servesExamsAlone(primer))
		.map((bank) => played(openBank(bank)));
	if (!first) return undefined;
	const banks: CourseFile['banks'] = [first, ...others];
	return { format: COURSE_FORMAT, version: COURSE_VERSION, edition: editionOf(banks), banks };
}

/** A bank without what only study and the checker of items need. */
function played({ primer, items, languages }: Bank): Bank {
	return { primer: playedPrimer(primer, items), items: items.map(playedItem), languages };
}

function playedPrimer(primer: Primer, items: readonly Item[]): Primer {
	const { wording: _, blueprint: __, words: ______, reading: _______, timeline, support, ...kept } = primer;
	return {
		...kept,
		points: primer.points.map(({ reading: ___, readings: ____, outcomes: _____, ...point }) => point),
		facts: primer.facts.map(withoutCue),
		...(timeline && items.some(({ picture }) => picture?.timeline) && { timeline }),
		...(support && items.some(({ picture }) => picture?.support) && { support })
	};
}

function playedItem({ ignore: _, stimulus, ...item }: Item): Item {
	if (!stimulus) return item;
	const { ignore: __, ...shown } = stimulus;
	return { ...item, stimulus: shown };
}
