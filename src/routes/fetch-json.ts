/**
 * Fetches JSON from this server.
 *
 * @param is tells it from what somebody on the way may answer in the server’s place
 * @throws when nobody answers, or with something else
 */
export async function fetchJson<T>(
	address: string,
	is: (told: unknown) => told is T,
	how?: RequestInit
): Promise<T> {
	const response = await fetch(address, how);
	const told: unknown = response.ok ? await response.json() : undefined;
	if (is(told)) return told;
	throw new Error(`${address} cannot be fetched (${response.status}).`);
}
