import { isRevealed } from '#lib/bank/arrived.ts';
import type { Revealed } from '#lib/bank/revealed.ts';
import { isMapping } from '#lib/text/mapping.ts';

import {
	below,
	faultOf,
	faultOfDrawings,
	faultOfFact,
	faultOfHead,
	faultOfItem,
	faultOfItems,
	faultOfOutline,
	firstOf,
	isText,
	unsafe,
	type CourseProblem
} from './checks.ts';
import { COURSE_VERSION } from './course-file.ts';
import { ITEMS_FORMAT, OUTLINE_FORMAT, type CourseOutline, type OutlinedBank } from './outline.ts';
import { headOf } from './parse.ts';

/** The outline of a course, or why there is none. */
export type ParsedOutline = { course: CourseOutline } | { problem: CourseProblem };

/** Whether something says that it is the outline of a course. */
export function isOutline(value: unknown): value is Record<string, unknown> {
	return isMapping(value) && value['format'] === OUTLINE_FORMAT;
}

/** Reads the outline of a course. It may be anything. */
export function readOutline(value: Record<string, unknown>): ParsedOutline {
	const head = headOf(value, OUTLINE_FORMAT);
	if ('problem' in head) return head;
	const { banks } = value;
	const problem = unsafe(banks, ['banks']) ?? firstOf(banks, 'banks', faultOfBank);
	const [first, ...others] = outlinedBanks(banks);
	if (problem || !first) return { problem: problem ?? { code: 'damaged', at: 'banks' } };
	return {
		course: { format: OUTLINE_FORMAT, version: COURSE_VERSION, ...head, banks: [first, ...others] }
	};
}

/**
 * Reads items that were asked for. They may be anything.
 *
 * @param edition that of the outline whose items are wanted
 * @param ids which were asked for
 * @returns `other-edition` if the course has changed meanwhile
 */
export function readItems(
	value: unknown,
	edition: string,
	ids: readonly string[]
): { items: Revealed } | { problem: CourseProblem } | 'other-edition' {
	if (!isMapping(value)) return { problem: { code: 'not-a-course', at: '' } };
	const head = headOf(value, ITEMS_FORMAT);
	if ('problem' in head) return head;
	if (head.edition !== edition) return 'other-edition';
	const { items, facts, pictures } = value;
	const problem =
		unsafe(items, ['items']) ??
		unsafe(facts, ['facts']) ??
		unsafe(pictures, ['pictures']) ??
		firstOf(items, 'items', faultOfItem) ??
		firstOf(facts, 'facts', faultOfFact) ??
		faultOfDrawings(pictures, 'pictures');
	if (problem || !isRevealed(value)) return { problem: problem ?? { code: 'damaged', at: '' } };
	const isWhole = ids.every((id, index) => value.items[index]?.id === id);
	if (!isWhole) return { problem: { code: 'damaged', at: 'items' } };
	return { items: { items: value.items, facts: value.facts, pictures: value.pictures } };
}

function faultOfBank(value: unknown, at: string): CourseProblem | undefined {
	if (!isMapping(value)) return { code: 'damaged', at };
	const { primer, items, itemsAt } = value;
	return (
		faultOf(at, 'itemsAt', isText(itemsAt)) ??
		faultOfHead(primer, below(at, 'primer')) ??
		faultOfItems(items, at, faultOfOutline)
	);
}

/** The banks of an outline in which {@link faultOfBank} has found nothing. */
function outlinedBanks(banks: unknown): OutlinedBank[] {
	return Array.isArray(banks) ? banks.filter((bank): bank is OutlinedBank => isMapping(bank)) : [];
}
