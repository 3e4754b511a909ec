// The entry of the server and the build that it loads each have a copy of a module, and so of whatever a module holds.
// What one of them has to know of the other goes through channels of the process, which are found by name.
import { channel, subscribe } from 'node:diagnostics_channel';

const EDITION = 'five-points:edition';
const STOP = 'five-points:stop';

/** Tells whoever asks which edition of the library there is now. */
export function giveEdition(edition: () => number): void {
	subscribe(EDITION, (answers) => {
		if (Array.isArray(answers)) answers.push(edition());
	});
}

/** The edition of the library that pages are made from now; 0 where nobody gives it. */
export function editionNow(): number {
	const answers: number[] = [];
	channel(EDITION).publish(answers);
	return answers[0] ?? 0;
}

/** Has something finished before the process ends, once the last request is answered. */
export function atStop(finish: () => Promise<void> | void): void {
	subscribe(STOP, (finishing) => {
		if (Array.isArray(finishing)) finishing.push(finish());
	});
}

/**
 * Finishes all that was to be finished before the process ends.
 *
 * @param patience how many milliseconds that may take
 */
export async function finishAll(patience = 5000): Promise<void> {
	const finishing: unknown[] = [];
	channel(STOP).publish(finishing);
	const { promise: late, resolve } = Promise.withResolvers<undefined>();
	const timer = setTimeout(() => resolve(undefined), patience);
	const ends = await Promise.race([Promise.allSettled(finishing), late]);
	clearTimeout(timer);
	if (!ends) console.error('Something did not finish in time, and was given up.');
	for (const end of ends ?? []) if (end.status === 'rejected') console.error(end.reason);
}
