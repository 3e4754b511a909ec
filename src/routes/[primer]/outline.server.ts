import type { Bank } from '#lib/bank/bank.ts';
import type { CourseOutline } from '#lib/review/outline.ts';
import { outlineOf } from '#lib/review/outline-of.ts';

const known = new WeakMap<Bank, CourseOutline>();

/** The outline of a bank, made once: what chance earns takes every answer that could be given to some items. */
export function outlineFor(bank: Bank): CourseOutline {
	const outline = known.get(bank) ?? outlineOf(bank);
	known.set(bank, outline);
	return outline;
}
