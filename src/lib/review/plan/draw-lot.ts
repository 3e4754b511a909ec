import { seeded } from '#lib/chance/random.ts';

/** The lot of something by its name, from 0 to below 1: what is otherwise equal comes in the order of its lots. */
export function drawLot(seed: string, name: string): number {
	return seeded(seed, name)();
}
