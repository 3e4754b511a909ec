import type { Bank } from '#lib/bank/bank.ts';

/**
 * Fetches a whole course in the language of its address.
 *
 * @param address of the course, such as `addressOf('/[primer]/course', { primer })`
 * @throws when neither the server nor what the device has kept of it answers
 */
export async function fetchCourse(address: string): Promise<Bank> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`The course could not be fetched (${response.status}).`);
	return (await response.json()) as Bank;
}
