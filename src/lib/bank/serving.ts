import type { Bank } from './bank.ts';
import type { Item } from './item.ts';
import type { Problem } from './problem.ts';
import type { Primer } from './primer.ts';

/** Whether a course can be taken in exams but not studied. */
export function servesExamsAlone({ serves }: Pick<Primer, 'serves'>): boolean {
	return serves === 'exam';
}

/** Whether an item is kept for exams: its question and its key are seen only in a sitting. */
export function isKept(item: Pick<Item, 'for'>): boolean {
	return item.for === 'exam';
}

/** The items that anyone may have with their keys, and that practice draws from. An exam draws from all. */
export function openItems<I extends Pick<Item, 'for'>>({ items }: { items: readonly I[] }): I[] {
	return items.filter((item) => !isKept(item));
}

/** Whether nothing of a course is kept for exams: then a report that quotes all of it may be shown. */
export function isAllOpen({ items }: Pick<Bank, 'items'>): boolean {
	return !items.some(isKept);
}

const opened = new WeakMap<Bank, Bank>();

/**
 * A bank as anyone may have it, with its keys but without what is kept for exams. An open course keeps its
 * facts, since they are what it teaches; a course for exams loses all of them, since they would answer it.
 */
export function openBank(bank: Bank): Bank {
	const open = opened.get(bank) ?? withoutKept(bank);
	// Applied to its own result, this changes nothing.
	opened.set(bank, open).set(open, open);
	return open;
}

function withoutKept(bank: Bank): Bank {
	const items = openItems(bank);
	if (servesExamsAlone(bank.primer)) {
		// A guide to lessons tells the keys.
		const { guide: _, ...rest } = bank;
		return { ...rest, primer: withoutAnswers(bank.primer), items };
	}
	if (items.length === bank.items.length) return bank;
	const ids = new Set(items.map(({ id }) => id));
	return {
		...bank,
		// An id is made of words, and may reveal what the item asks.
		items: items.map((item) => ({ ...item, enemies: item.enemies.filter((id) => ids.has(id)) }))
	};
}

/** A primer without its facts, and without all that tells them. */
function withoutAnswers(all: Primer): Primer {
	const { timeline: _timeline, support: _support, words: _words, reading: _reading, ...primer } = all;
	return {
		...primer,
		facts: [],
		points: primer.points.map(({ reading: _own, readings: _several, outcomes: _outcomes, ...point }) => point)
	};
}

/** A bank in which each item says itself that it is kept for exams, if its course or its point is. */
export function withKept(bank: Bank): Bank {
	const { primer } = bank;
	const points = new Set(primer.points.flatMap((point) => (point.for === 'exam' ? point.id : [])));
	const keeps = (item: Item) => servesExamsAlone(primer) || points.has(item.point);
	return { ...bank, items: bank.items.map((item) => (keeps(item) ? { ...item, for: 'exam' } : item)) };
}

/**
 * The problem of a course that keeps all its items for exams without saying that it serves exams alone.
 *
 * @param bank with its items marked, as {@link withKept} gives it
 * @param file the name of the file of its primer
 */
export function nothingToStudy(bank: Bank, file: string): Problem[] {
	if (servesExamsAlone(bank.primer) || openItems(bank).length > 0) return [];
	const message = 'every item is kept for exams, so nothing is left to study';
	const fix =
		'Write “serves: exam” if the whole course is for exams; else take “for: exam” from some items or points.';
	return [{ file, message, fix }];
}
