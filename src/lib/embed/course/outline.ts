import { findItem, type Bank } from '#lib/bank/bank.ts';
import type { OutcomeDrawable } from '#lib/bank/draw-outcomes.ts';
import type { Point, Primer } from '#lib/bank/primer.ts';
import { revealed, type Revealed } from '#lib/bank/revealed.ts';

import { COURSE_VERSION, type CourseFile } from './course-file.ts';

/** What the first field of an outline says, and of some items. */
export const OUTLINE_FORMAT = 'five-points-outline';
export const ITEMS_FORMAT = 'five-points-items';

/** What of a course a quiz is drawn from, in one language, and what a player says of it. A bank has all of it. */
export interface DrawnBank {
	primer: Pick<Primer, 'id' | 'title' | 'language' | 'serves'> & {
		source: Pick<Primer['source'], 'date' | 'called'>;
		points: Pick<Point, 'id' | 'title'>[];
	};
	items: OutcomeDrawable[];
}

/** The same, where its items are had one by one. */
export interface OutlinedBank extends DrawnBank {
	/** The address of items, from that of the outline; their ids follow it, with commas between them. */
	itemsAt: string;
}

/**
 * A course as far as quizzes are drawn from it: an element that asks ten of its items loads those alone, and this before
 * it knows which. About an eighth of the bytes of all questions.
 */
export interface CourseOutline {
	format: typeof OUTLINE_FORMAT;
	version: typeof COURSE_VERSION;
	/** That of the course. */
	edition: string;
	banks: [OutlinedBank, ...OutlinedBank[]];
}

/**
 * The outline of a course.
 *
 * @param itemsIn the address of its items in a language, as {@link OutlinedBank} has it
 */
export function outlineOf(course: CourseFile, itemsIn: (language: string) => string): CourseOutline {
	const outlined = (bank: Bank): OutlinedBank => ({
		...drawnBank(bank),
		itemsAt: itemsIn(bank.primer.language)
	});
	const [first, ...others] = course.banks;
	return {
		...{ format: OUTLINE_FORMAT, version: COURSE_VERSION, edition: course.edition },
		banks: [outlined(first), ...others.map(outlined)]
	};
}

/** Some items of a course with their keys and explanations, as they travel. */
export interface SomeItems extends Revealed {
	format: typeof ITEMS_FORMAT;
	version: typeof COURSE_VERSION;
	/** That of the course. */
	edition: string;
}

/** Items of a course by id, in the language of its first bank. An id that the course does not have is skipped. */
export function someItems({ edition, banks: [bank] }: CourseFile, ids: readonly string[]): SomeItems {
	return { format: ITEMS_FORMAT, version: COURSE_VERSION, edition, ...itemsOf(bank, ids) };
}

/** Items of a bank by id, with all that is told once they are answered. */
export function itemsOf(bank: Bank, ids: readonly string[]): Revealed {
	return revealed(
		bank,
		ids.flatMap((id) => findItem(bank, id) ?? [])
	);
}

function drawnBank({ primer, items }: Bank): DrawnBank {
	const { id, title, language, serves, source, points } = primer;
	const { date, called } = source;
	return {
		primer: {
			...{ id, title, language, serves },
			source: { date, ...(called !== undefined && { called }) },
			points: points.map((point) => ({ id: point.id, title: point.title }))
		},
		items: items.map(({ id, kind, point, difficulty, facts, enemies, stimulus }) => ({
			...{ id, kind, point, difficulty, facts, enemies },
			...(stimulus && { stimulus: { id: stimulus.id } })
		}))
	};
}
