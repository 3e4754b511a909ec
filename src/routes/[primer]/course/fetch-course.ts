import { isBank } from '#lib/bank/arrived.ts';
import type { Bank } from '#lib/bank/bank.ts';

import { fetchJson } from '../../fetch-json.ts';

/**
 * Fetches a whole course in the language of its address.
 *
 * @param address of the course, such as `addressOf('/[primer]/course', { primer })`
 * @throws when neither the server nor the device's cache has it
 */
export function fetchCourse(address: string): Promise<Bank> {
	return fetchJson(address, isBank);
}
