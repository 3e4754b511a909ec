import type { Fact } from '#lib/bank/primer.ts';
import { statusWords } from '#lib/ui/status-words.ts';

/** What is to be known before a claim is believed: its day, whose view it is; undefined where it stands on its own. */
export function standingOf({ status }: Pick<Fact, 'status'>, asOf: string): string | undefined {
	return status === 'stable' ? undefined : statusWords(status, asOf);
}
