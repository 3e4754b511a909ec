/**
 * What has come over the network, or from a cache, is looked at before it is believed: somebody on the way may answer in
 * the server’s place, such as a network that one has to log in to, and so may another version of Five Points. All that
 * it holds was checked when the course was read, so that its outline tells; no schema has to travel ahead of a question.
 */
import { isMapping } from '#lib/text/mapping.ts';

import type { Bank } from './bank.ts';
import type { ItemView } from './item.ts';
import type { Revealed } from './revealed.ts';

/** Whether it is a whole course. */
export function isBank(value: unknown): value is Bank {
	if (!isMapping(value) || !isMapping(value['primer'])) return false;
	const { points, facts } = value['primer'];
	const lists = [points, facts, value['languages']];
	return lists.every(Array.isArray) && areItems(value['items']);
}

/** Whether it is items with their keys, and what belongs to them. */
export function isRevealed(value: unknown): value is Revealed {
	return (
		isMapping(value) &&
		areItems(value['items']) &&
		Array.isArray(value['facts']) &&
		isMapping(value['pictures'])
	);
}

/** Whether it is public views of items. */
export function areViews(value: unknown): value is ItemView[] {
	return areItems(value);
}

/** What items and their views have in common. */
function areItems(value: unknown): boolean {
	return (
		Array.isArray(value) &&
		value.every(
			(item) =>
				isMapping(item) &&
				typeof item['id'] === 'string' &&
				typeof item['kind'] === 'string' &&
				isMapping(item['interaction'])
		)
	);
}
