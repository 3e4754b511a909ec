import { seeded, shuffled } from '#lib/chance/random.ts';
import type { KindName } from '#lib/kinds/index.ts';

import type { Difficulty, Item } from './item.ts';

/** Which items may be drawn, how many, and the seed that decides which. */
export interface DrawRequest {
	/** From 1. Fewer are drawn if fewer fit. */
	count: number;
	seed: string;
	/** Only items of these points; absent: of all, and of the primer as a whole. */
	points?: readonly number[];
	difficulties?: readonly Difficulty[];
	kinds?: readonly KindName[];
	/** Only these items, such as those that went wrong last time. */
	items?: readonly string[];
}

/** What drawing needs to know of an item. */
export type Drawable = Pick<Item, 'id' | 'point' | 'kind' | 'difficulty' | 'enemies'>;

/**
 * Draws a form: the ids of its items, in the order in which they are asked.
 *
 * The points take turns, so that their numbers of items differ by one at most while each has items left; items of
 * the primer as a whole (point 0) come after all points in each round. Two enemies are never drawn together. The
 * same seed over the same items gives the same form anywhere, in whatever order the files hold them.
 *
 * If enemies leave fewer than were asked for, items with the fewest enemies are drawn first, provided that
 * more then fit.
 */
export function drawForm(items: readonly Drawable[], request: DrawRequest): string[] {
	const candidates = eligible(items, request);
	const form = drawn(queuesByPoint(candidates, request.seed), request.count);
	if (form.length === Math.min(request.count, candidates.length)) return form;
	const enmities = enmitiesOf(candidates);
	const peaceful = queuesByPoint(candidates, request.seed).map((queue) =>
		queue.toSorted((one, other) => (enmities.get(one.id) ?? 0) - (enmities.get(other.id) ?? 0))
	);
	const fuller = drawn(peaceful, request.count);
	return fuller.length > form.length ? fuller : form;
}

/** Seeds used as a sample of all, to find how many items fit whatever the seed. */
const TRIALS = Array.from({ length: 12 }, (_, index) => `trial-${index}`);

/** How many of some items fit into one form: of enemies, only one does. */
export function mostTogether(items: readonly Drawable[]): number {
	if (items.every(({ enemies }) => enemies.length === 0)) return items.length;
	return Math.min(...TRIALS.map((seed) => drawForm(items, { count: items.length, seed }).length));
}

/** How many enemies each item has. */
function enmitiesOf(items: readonly Drawable[]): Map<string, number> {
	const enmities = new Map<string, number>();
	const known = new Set(items.map(({ id }) => id));
	const count = (id: string) => enmities.set(id, (enmities.get(id) ?? 0) + 1);
	for (const { id, enemies } of items) {
		for (const enemy of enemies) {
			if (known.has(enemy)) [id, enemy].forEach(count);
		}
	}
	return enmities;
}

function drawn(queues: Drawable[][], most: number): string[] {
	const form: Drawable[] = [];
	while (form.length < most && queues.some((queue) => queue.length > 0)) {
		for (const queue of queues) {
			const friend = takeFriend(queue, form);
			if (friend) form.push(friend);
			if (form.length === most) break;
		}
	}
	return form.map(({ id }) => id);
}

/** The items that a request allows, before any is drawn. */
export function eligible(
	items: readonly Drawable[],
	request: Omit<DrawRequest, 'count' | 'seed'>
): Drawable[] {
	const { points, difficulties, kinds, items: only } = request;
	return items.filter(
		(item) =>
			(!points || points.includes(item.point)) &&
			(!difficulties || difficulties.includes(item.difficulty)) &&
			(!kinds || kinds.includes(item.kind)) &&
			(!only || only.includes(item.id))
	);
}

function queuesByPoint(items: Drawable[], seed: string): Drawable[][] {
	const byPoint = Map.groupBy(items, (item) => item.point);
	const points = [...byPoint.keys()].sort((a, b) => a - b);
	const turns = shuffled(
		points.filter((point) => point !== 0),
		seeded(seed, 'turns')
	);
	if (byPoint.has(0)) turns.push(0);
	return turns.map((point) => {
		const sorted = (byPoint.get(point) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
		return shuffled(sorted, seeded(seed, 'point', String(point)));
	});
}

/** Takes the first item of a queue that has no enemy in the form; those that have one are dropped. */
function takeFriend(queue: Drawable[], form: readonly Drawable[]): Drawable | undefined {
	for (let item = queue.shift(); item; item = queue.shift()) {
		const candidate = item;
		if (!form.some((other) => areEnemies(other, candidate))) return candidate;
	}
	return undefined;
}

function areEnemies(one: Drawable, other: Drawable): boolean {
	return one.enemies.includes(other.id) || other.enemies.includes(one.id);
}
