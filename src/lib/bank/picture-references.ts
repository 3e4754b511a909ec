import { misplaced } from '#lib/kinds/index.ts';
import { isMapping } from '#lib/text/mapping.ts';

import { PRIMER_FILE } from './course-files.ts';
import type { Primer } from './primer.ts';
import type { Placed } from './references.ts';

/**
 * Reports every place in a drawing that an item points at but that does not exist.
 *
 * @param primer as it is written, so that one mistake in it does not hide what is wrong with the items
 */
export function checkPlaces(placed: readonly Placed[], primer: unknown): void {
	const ids = { timeline: placesIn(primer, 'timeline'), support: placesIn(primer, 'support') };
	const told = new Set<string>();
	for (const { item, file, at } of placed) {
		if (!item?.picture) continue;
		for (const drawing of ['timeline', 'support'] as const) {
			item.picture[drawing]?.forEach((id, index) => {
				const known = ids[drawing];
				// Faults of the drawing itself are reported there; and one missing place is one mistake.
				if (known?.includes(id) || known?.includes(undefined) || told.has(`${drawing} ${id}`)) return;
				told.add(`${drawing} ${id}`);
				const message = known
					? `“${drawing}” of the primer has no place “${id}”`
					: `the primer has no “${drawing}” to point into`;
				const fix = `Name one that is in ${PRIMER_FILE}, or leave “picture” out.`;
				file.report(at, { path: ['picture', drawing, index], message, fix }, `“${item.id}”`);
			});
		}
	}
}

/**
 * Reports what can be placed in a drawing of the primer and is not there, or is there somewhere else than the item
 * says: an event of another date, a supporter of another group.
 */
export function checkPlacing(placed: readonly Placed[], { timeline, support }: Primer): void {
	const drawings = { events: timeline?.events, groups: support?.groups, file: PRIMER_FILE };
	for (const { item, file, at } of placed) {
		if (!item) continue;
		for (const fault of misplaced(item, drawings)) file.report(at, fault, `“${item.id}”`);
	}
}

/** The id of everything in a drawing that can be pointed at; undefined for those that cannot be read. */
function placesIn(primer: unknown, drawing: 'timeline' | 'support'): unknown[] | undefined {
	return isMapping(primer) && Object.hasOwn(primer, drawing) ? idsBelow(primer[drawing]) : undefined;
}

function idsBelow(written: unknown): unknown[] {
	if (!isMapping(written)) return [undefined];
	const lists = ['events', 'groups', 'members'].filter((list) => Object.hasOwn(written, list));
	const isWhole = lists.length > 0 || typeof written['id'] === 'string';
	const entries = lists.flatMap((list) => written[list] ?? [undefined]);
	return [
		...(isWhole ? [] : [undefined]),
		...entries.flatMap((entry: unknown) => [
			isMapping(entry) ? entry['id'] : undefined,
			...(isMapping(entry) ? idsBelow(entry) : [])
		])
	];
}
