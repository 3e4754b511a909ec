import type { Score } from './score.ts';

/** The first of these responses that earns something but not everything; `null` if there is none. */
export function firstPartlyRight<Response>(
	candidates: readonly Response[],
	score: (response: Response) => Score
): Response | null {
	const found = candidates.find((candidate) => {
		const result = score(candidate);
		return result.state === 'scored' && result.fraction > 0 && result.fraction < 1;
	});
	return found ?? null;
}
