import { seeded, shuffled } from '#lib/chance/random.ts';
import type { KindName } from '#lib/kinds/index.ts';

import { areEnemies } from './enemies.ts';
import type { Difficulty, Item } from './item.ts';
import type { Stimulus } from './stimulus.ts';

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
export type Drawable = Pick<Item, 'id' | 'point' | 'kind' | 'difficulty' | 'enemies'> & {
	/** What it asks about together with other items: they are drawn together. */
	stimulus?: Pick<Stimulus, 'id'>;
};

/** What is drawn as a whole: an item, or all that ask about the same stimulus, in the order of the file. */
type Unit = [Drawable, ...Drawable[]];

/**
 * Draws a form: the ids of its items, in the order in which they are asked.
 *
 * The points take turns, so that their numbers of items differ by one at most while each has items left; items of
 * the primer as a whole (point 0) come after all points in each round. Two enemies are never drawn together. The
 * same seed over the same items gives the same form anywhere, in whatever order the files hold them.
 *
 * Items that ask about one stimulus come together, one after the other in the order of the file, or not at all. They are
 * so many turns of their point at once, but never take the first turn of another point. A form has exactly as many items
 * as were asked for wherever the sizes of these groups allow it.
 *
 * If enemies leave fewer than were asked for, items with the fewest enemies are drawn first, provided that
 * more then fit.
 */
export function drawForm(items: readonly Drawable[], request: DrawRequest): string[] {
	const candidates = eligible(items, request);
	const most = Math.min(request.count, candidates.length);
	const queues = () => queuesByPoint(candidates, request.seed);
	const enmities = enmitiesOf(candidates);
	const enmityOf = (unit: Unit) => unit.reduce((sum, { id }) => sum + (enmities.get(id) ?? 0), 0);
	const peaceful = () =>
		queues().map((queue) => queue.toSorted((one, other) => enmityOf(one) - enmityOf(other)));
	let best: string[] = [];
	// What follows is tried only where the way before it has left something to be wished for.
	for (const [ways, takes] of [
		[queues, unitsThatLeaveTurns],
		[queues, everyUnit],
		[queues, fillingUnits],
		[peaceful, everyUnit],
		[peaceful, fillingUnits]
	] as const) {
		const form = drawn(ways(), most, takes);
		if (form.length > best.length) best = form;
		if (best.length === most) break;
	}
	return best;
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

/** A form that is being drawn, as a point takes its turn. */
interface Turn {
	/** How many items are still wanted. */
	wanted: number;
	/** The units that are left of all points. */
	others: readonly Unit[];
	/** How many other points wait for their first item. */
	waiting: number;
}

/** Whether a unit may be taken in a turn. */
type Takes = (unit: Unit, turn: Turn) => boolean;

const everyUnit: Takes = (unit, { wanted }) => unit.length <= wanted;

/** Takes several items at once only if each point that has none so far can still have one. */
const unitsThatLeaveTurns: Takes = ({ length }, { wanted, waiting }) =>
	length === 1 || length <= wanted - waiting;

/** Takes a unit only if what is wanted besides can still be filled as well as without it. */
const fillingUnits: Takes = (unit, { wanted, others }) => {
	if (unit.length > wanted) return false;
	return mostFilled(wanted - unit.length, others) + unit.length >= mostFilled(wanted, [...others, unit]);
};

/** How many places of so many some units can fill, if none of them is an enemy of another. */
function mostFilled(places: number, units: readonly Unit[]): number {
	const reached = new Set([0]);
	for (const { length } of units) {
		for (const sum of [...reached]) if (sum + length <= places) reached.add(sum + length);
	}
	return Math.max(...reached);
}

function drawn(queues: Unit[][], most: number, takes: Takes): string[] {
	const form: Drawable[] = [];
	const places = queues.map((queue) => ({ queue, taken: 0 }));
	while (form.length < most) {
		const open = places.filter(({ queue }) => queue.length > 0);
		const fewest = Math.min(...open.map(({ taken }) => taken));
		const next = open.find(({ taken }) => taken === fewest);
		if (!next) break;
		const waiting = open.filter((place) => place !== next && place.taken === 0).length;
		const unit = takeFriend(next.queue, form, (candidate) =>
			takes(candidate, { wanted: most - form.length, others: queues.flat(), waiting })
		);
		if (!unit) continue;
		form.push(...unit);
		next.taken += unit.length;
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

function queuesByPoint(items: Drawable[], seed: string): Unit[][] {
	const byPoint = Map.groupBy(items, (item) => item.point);
	const points = [...byPoint.keys()].sort((a, b) => a - b);
	const turns = shuffled(
		points.filter((point) => point !== 0),
		seeded(seed, 'turns')
	);
	if (byPoint.has(0)) turns.push(0);
	return turns.map((point) => {
		const sorted = unitsOf(byPoint.get(point) ?? []).toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
		return shuffled(sorted, seeded(seed, 'point', String(point)));
	});
}

/** Items as they are drawn, those of one stimulus together, in the order in which they come. */
export function unitsOf<T extends Drawable>(items: readonly T[]): [T, ...T[]][] {
	const units = new Map<unknown, [T, ...T[]]>();
	for (const item of items) {
		const together = item.stimulus && units.get(item.stimulus.id);
		if (together) together.push(item);
		else units.set(item.stimulus?.id ?? item, [item]);
	}
	return [...units.values()];
}

/** What a unit is sorted by: an id, which is the same in whatever order the files are read. */
function nameOf([{ id, stimulus }]: Unit): string {
	return stimulus ? `${stimulus.id} ` : id;
}

/** Takes the first unit of a queue that may be taken and has no enemy in the form; those before it are dropped. */
function takeFriend(
	queue: Unit[],
	form: readonly Drawable[],
	mayTake: (unit: Unit) => boolean
): Unit | undefined {
	for (let unit = queue.shift(); unit; unit = queue.shift()) {
		const candidates = unit;
		const hasFoe = form.some((other) => candidates.some((candidate) => areEnemies(other, candidate)));
		if (!hasFoe && mayTake(candidates)) return candidates;
	}
	return undefined;
}
