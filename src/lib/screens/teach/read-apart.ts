import type { Bank } from '#lib/bank/bank.ts';
import type { ReadResults } from '#lib/results/read-results.ts';

/** What a teacher gave: a file, or a text that was pasted and what it is called. */
export type FileOrText = { file: File } | { text: string; name: string };

/**
 * Reads the results of a class in a thread of its own, as `readResults` does.
 *
 * @throws when the code for it cannot be fetched
 */
export function readApart(
	given: readonly FileOrText[],
	bank: Bank,
	others: readonly Bank[]
): Promise<ReadResults> {
	const worker = new Worker(new URL('./read-apart.worker.ts', import.meta.url), { type: 'module' });
	const { promise, resolve, reject } = Promise.withResolvers<ReadResults>();
	worker.addEventListener('message', ({ data }: MessageEvent<ReadResults>) => resolve(data));
	worker.addEventListener('error', () => reject(new Error('The results could not be read.')));
	worker.postMessage({ given, bank, others });
	return promise.finally(() => worker.terminate());
}
