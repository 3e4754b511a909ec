import { isMapping } from './mapping.ts';
import { PRIMER_FILE } from './primer.ts';
import type { Placed } from './references.ts';

/**
 * Notes every place in a drawing that an item points at and that is not there.
 *
 * @param primer as it is written, so that one slip in it does not hide what is wrong with the items
 */
export function checkPlaces(placed: readonly Placed[], primer: unknown): void {
	const ids = { timeline: placesIn(primer, 'timeline'), support: placesIn(primer, 'support') };
	for (const { item, file, at } of placed) {
		if (!item?.picture) continue;
		for (const drawing of ['timeline', 'support'] as const) {
			item.picture[drawing]?.forEach((id, index) => {
				if (ids[drawing]?.includes(id)) return;
				const message = ids[drawing]
					? `“${drawing}” of the primer has no place “${id}”`
					: `the primer has no “${drawing}” to point into`;
				const fix = `Name one that stands in ${PRIMER_FILE}, or leave it out.`;
				file.report(at, { path: ['picture', drawing, index], message, fix }, `“${item.id}”`);
			});
		}
	}
}

/** The id of everything that can be pointed at in a drawing; undefined where the primer has none. */
function placesIn(primer: unknown, drawing: 'timeline' | 'support'): unknown[] | undefined {
	return isMapping(primer) && Object.hasOwn(primer, drawing) ? idsBelow(primer[drawing]) : undefined;
}

function idsBelow(written: unknown): unknown[] {
	if (!isMapping(written)) return [];
	const entries = ['events', 'groups', 'members'].flatMap((list) => written[list] ?? []);
	return entries.filter(isMapping).flatMap((entry) => [entry['id'], ...idsBelow(entry)]);
}
