import type { StudyStore } from './study-store.ts';
import { BrokenState } from './affected.ts';

/**
 * A store that goes on in the memory of the page once the device fails, so that the learner can go on studying and be
 * told. What the learner decides about their data, such as deleting it, is only ever done on the device, or fails.
 *
 * @param loadMemory gives the store to go on with; called only when it is needed
 */
export function orInMemory(device: StudyStore, loadMemory: () => Promise<StudyStore>): StudyStore {
	let memory: Promise<StudyStore> | undefined;

	/** The answer of the device or, from its first failure on, of the memory. */
	function either<A extends unknown[], T>(method: (store: StudyStore) => (...args: A) => Promise<T>) {
		return async (...args: A): Promise<T> => {
			if (!memory) {
				try {
					return await method(device)(...args);
				} catch (error) {
					console.warn(error);
					memory ??= loadMemory();
				}
			}
			return method(await memory)(...args);
		};
	}

	return {
		...device,
		get lasting() {
			return memory === undefined && device.lasting;
		},
		get problem() {
			return memory === undefined ? device.problem : 'unreadable';
		},
		async record(review, step) {
			if (memory) return (await memory).record(review, step);
			try {
				return await device.record(review, step);
			} catch (error) {
				if (error instanceof BrokenState) throw error;
				memory ??= loadMemory();
				await (await memory).record(review, step);
				throw error;
			}
		},
		has: either((store) => store.has),
		facts: either((store) => store.facts),
		items: either((store) => store.items),
		abilities: either((store) => store.abilities),
		days: either((store) => store.days),
		flaws: either((store) => store.flaws),
		settings: either((store) => store.settings),
		rebuild: either((store) => store.rebuild)
	};
}
