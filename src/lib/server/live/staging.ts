import { bankWith } from '#lib/bank/fixtures.ts';
import { setupOf } from '#lib/classroom/fixtures.ts';
import type { ClassSetup } from '#lib/classroom/setup.ts';
import { busInProcess } from '#lib/server/bus/in-process.ts';
import { classesInMemory } from '#lib/server/classes/memory.ts';
import { classOf, pupilOf } from '#lib/server/classes/staging.ts';

import type { LiveServices } from './live-services.ts';

/** What a process keeps and tells classes by, in memory; a small course of two items is all that is served. */
export function liveServices(): LiveServices {
	const bank = bankWith();
	return {
		...classesInMemory(),
		bus: busInProcess((words) => {
			throw new Error(words);
		}),
		bankOf: (primer) => (primer === bank.primer.id ? bank : undefined),
		now: Date.now,
		ticks: Date.now
	};
}

/** Keeps a class `c` of the small course, with some pupils. */
export async function keepClass(
	{ classes, pupils, bankOf: _, ...services }: LiveServices,
	otherwise: Partial<ClassSetup> = {},
	...ids: string[]
): Promise<void> {
	const setup = setupOf({ primer: bankWith().primer.id, items: ['first', 'number'], ...otherwise });
	await classes.create(classOf('c', { setup, createdAt: services.now() }));
	for (const id of ids) await pupils.join('c', pupilOf(id), 100);
}
