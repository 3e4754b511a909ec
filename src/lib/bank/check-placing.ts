import type { AuthoringFault } from '#lib/kinds/kind.ts';

import { isItemOf, type Item, type ItemOf } from './item.ts';
import { PRIMER_FILE, type Primer } from './primer.ts';
import type { Placed } from './references.ts';

/**
 * Reports what can be placed in a drawing of the primer and is not there, or is there somewhere else than the item
 * says: an event of another date, a supporter of another group.
 */
export function checkPlacing(placed: readonly Placed[], primer: Primer): void {
	for (const { item, file, at } of placed) {
		if (!item) continue;
		for (const fault of faultsOf(item, primer)) file.report(at, fault, `“${item.id}”`);
	}
}

function faultsOf(item: Item, { timeline, support }: Primer): AuthoringFault[] {
	if (isItemOf(item, 'ordering')) return onTimeline(item, timeline?.events);
	return isItemOf(item, 'categorise') ? inDrawing(item, support?.groups) : [];
}

function onTimeline(
	{ interaction }: ItemOf<'ordering'>,
	events: NonNullable<Primer['timeline']>['events'] | undefined
): AuthoringFault[] {
	return interaction.elements.flatMap(({ place, sort }, index) => {
		if (place === undefined) return [];
		const path = ['elements', index, 'place'];
		const event = events?.find(({ id }) => id === place);
		if (!event)
			return [unknown(path, events ? `“timeline” has no event “${place}”` : 'there is no “timeline”')];
		if (event.date === sort) return [];
		return [
			{
				path: ['elements', index, 'sort'],
				message: `is not the date of “${place}” in the timeline, which is ${event.date}`,
				fix: 'Write the same date in both, a day or a month, or leave “place” out in all elements.'
			}
		];
	});
}

function inDrawing(
	{ interaction: { categories, elements } }: ItemOf<'categorise'>,
	groups: NonNullable<Primer['support']>['groups'] | undefined
): AuthoringFault[] {
	const groupOf = (category: string) => {
		const place = categories.find(({ id }) => id === category)?.place;
		return groups?.find(({ id }) => id === place);
	};
	const missing = categories.flatMap(({ id, place }, index) =>
		place === undefined || groupOf(id)
			? []
			: [
					unknown(
						['categories', index, 'place'],
						groups ? `“support” has no group “${place}”` : 'there is no “support”'
					)
				]
	);
	if (missing.length > 0) return missing;
	return elements.flatMap(({ place, category }, index) => {
		const group = groupOf(category);
		if (place === undefined || group?.members.some(({ id }) => id === place)) return [];
		return [
			unknown(
				['elements', index, 'place'],
				`the group “${group?.id ?? ''}” of “support” has no member “${place}”`
			)
		];
	});
}

function unknown(path: (string | number)[], message: string): AuthoringFault {
	return {
		path,
		message,
		fix: `Name one that is in ${PRIMER_FILE}, or leave “place” out everywhere in the item.`
	};
}
