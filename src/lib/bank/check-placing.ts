import { misplaced } from '#lib/kinds/index.ts';

import { PRIMER_FILE } from './course-files.ts';
import type { Primer } from './primer.ts';
import type { Placed } from './references.ts';

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
