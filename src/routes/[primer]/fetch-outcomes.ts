import type { PlacedOutcome } from '#lib/bank/outcome.ts';
import { isMapping } from '#lib/text/mapping.ts';

import { addressOf } from '../address-of.ts';
import { fetchJson } from '../fetch-json.ts';

/**
 * Fetches what a course says one can do at the end of each point.
 *
 * @throws when the server does not answer
 */
export function fetchOutcomes(primer: string): Promise<PlacedOutcome[]> {
	return fetchJson(addressOf('/[primer]/outcomes', { primer }), areOutcomes);
}

function areOutcomes(told: unknown): told is PlacedOutcome[] {
	return (
		Array.isArray(told) &&
		told.every((outcome) => isMapping(outcome) && Array.isArray(outcome['facts']) && 'text' in outcome)
	);
}
