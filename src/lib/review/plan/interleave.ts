import { drawLot } from './draw-lot.ts';
import { bestOf } from './rank.ts';

/**
 * Puts items in an order in which no two neighbours belong to the same point, as far as possible: if one point has more
 * than half of them, some of its items must meet. Items of the same point keep their order.
 */
export function interleaved<T extends { point: number }>(items: readonly T[], seed: string): T[] {
	const queues = [...Map.groupBy(items, ({ point }) => point)].map(([point, queue]) => ({
		point,
		queue: [...queue],
		lot: drawLot(seed, String(point))
	}));
	const order: T[] = [];
	for (;;) {
		const last = order.at(-1)?.point;
		const filled = queues.filter(({ queue }) => queue.length > 0);
		const next = bestOf(filled, ({ point, queue, lot }) => [point === last ? 1 : 0, -queue.length, lot]);
		const item = next?.queue.shift();
		if (!item) return order;
		order.push(item);
	}
}
