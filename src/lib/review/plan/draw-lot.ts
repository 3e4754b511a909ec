import { seeded } from '#lib/chance/random.ts';

/** The lot that a name draws, from 0 to just below 1: it decides the order of what is otherwise equal. */
export function drawLot(seed: string, name: string): number {
	return seeded(seed, name)();
}
