import type { Bank } from '#lib/bank/bank.ts';
import { openBank } from '#lib/bank/serving.ts';
import type { StudyOutline } from '#lib/review/outline.ts';
import { outlineOf } from '#lib/review/outline-of.ts';

const known = new WeakMap<Bank, StudyOutline>();

/**
 * The outline of a bank as far as it can be studied, made once, since finding what chance earns tries every
 * possible answer to some items.
 */
export function outlineFor(bank: Bank): StudyOutline {
	const open = openBank(bank);
	const outline = known.get(open) ?? outlineOf(open);
	known.set(open, outline);
	return outline;
}
