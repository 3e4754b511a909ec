import { drawLot } from './draw-lot.ts';
import { bestOf } from './rank.ts';
import type { Unit } from './together.ts';

/**
 * Puts items in an order in which no two neighbours belong to the same point, as far as possible: if one point has more
 * than half of the units, some of these must meet. Units of the same point keep their order, and each stays whole.
 *
 * @param units items that are asked one after the other, all of one point
 */
export function interleaved<T extends { point: number }>(units: readonly Unit<T>[], seed: string): T[] {
	const queues = [...Map.groupBy(units, ([{ point }]) => point)].map(([point, queue]) => ({
		point,
		queue: [...queue],
		lot: drawLot(seed, String(point))
	}));
	const order: T[] = [];
	for (;;) {
		const last = order.at(-1)?.point;
		const filled = queues.filter(({ queue }) => queue.length > 0);
		const next = bestOf(filled, ({ point, queue, lot }) => [point === last ? 1 : 0, -queue.length, lot]);
		const unit = next?.queue.shift();
		if (!unit) return order;
		order.push(...unit);
	}
}
