import type { Fact } from '#lib/bank/primer.ts';
import { statusWords } from '#lib/ui/status-words.ts';

/**
 * What to know before believing a claim: its day, or whose view it is; undefined if there is nothing to add.
 */
export function standingOf({ status }: Pick<Fact, 'status'>, asOf: string): string | undefined {
	return status === 'stable' ? undefined : statusWords(status, asOf);
}
