import type { AttemptRecord } from '#lib/quiz/record.ts';
import { openStore } from '#lib/store/open.ts';

/** Reads what the device keeps of attempts at a primer, the last first; nothing where it cannot be read. */
export async function readAttempts(primer: string): Promise<AttemptRecord[]> {
	const stored = await openStore()
		.then((store) => store.list(primer))
		// The part on today's study already says that the device cannot be read.
		.catch(() => []);
	if (stored.length === 0) return [];
	const { parseRecord } = await import('#lib/quiz/parse-record.ts');
	return stored.flatMap((value) => parseRecord(value) ?? []).sort((a, b) => b.updatedAt - a.updatedAt);
}
