import type { TestProject } from 'vitest/node';

import { nats } from '../src/setup/nats.js';

declare module 'vitest' {
	export interface ProvidedContext {
		/** The path of a `nats-server`, which each test starts for itself; null if there is none. */
		nats: string | null;
	}
}

/** Finds a NATS for the tests of the bus, or says, before them and again after them, that they run without one. */
export default async function setup(project: TestProject): Promise<() => void> {
	const program = (await nats()) ?? null;
	project.provide('nats', program);
	const say = (): void => {
		if (program !== null) return;
		console.warn(
			'\nThe bus is NOT tested on NATS: there is none, or none is to be used.\nSay where it is: FIVE_POINTS_NATS=/usr/sbin/nats-server npm test\n'
		);
	};
	say();
	return say;
}
