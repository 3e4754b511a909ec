import type { Bank } from '#lib/bank/bank.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/**
 * Fetches a whole course in the page’s language.
 *
 * @param address of the course, such as `resolve('/[primer]/course', { primer })`
 * @throws when neither the server nor what the device has kept of it answers
 */
export async function fetchCourse(address: string): Promise<Bank> {
	const response = await fetch(`${address}?language=${getLocale()}`);
	if (!response.ok) throw new Error(`The course could not be fetched (${response.status}).`);
	return (await response.json()) as Bank;
}
