import type { Bus, Notice } from './bus.ts';
import { Listeners } from './listeners.ts';
import { Gathered, nameOf } from './word.ts';

/** A bus for one process, which may be the only one. */
export interface LocalBus extends Bus {
	listeners: Listeners;
}

/**
 * Passes word within a process. What is told in one turn of the event loop is heard after it, many about the same as
 * one.
 *
 * @param say receives what went wrong in a listener
 */
export function busInProcess(say: (words: string) => void): LocalBus {
	const listeners = new Listeners(say);
	const gathered = new Gathered();
	let isClosed = false;

	const pass = (): void => {
		for (const { classId, about } of gathered.take()) listeners.tell(nameOf(classId), about);
	};

	return {
		listeners,
		tell(notice: Notice) {
			if (isClosed) return;
			if (gathered.isEmpty) setImmediate(pass);
			gathered.add(notice);
		},
		listen(classId, heard) {
			const stop = listeners.add(classId, heard);
			return () => void stop();
		},
		isWell: () => true,
		close() {
			isClosed = true;
			pass();
			return Promise.resolve();
		}
	};
}
