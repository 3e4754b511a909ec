import { IMMUTABLE } from '#lib/language/client-of.ts';

/**
 * Asks the server for something to keep.
 *
 * @returns undefined if it has no such thing
 * @throws if it does not answer, or refuses: a proxy that wants a login or fewer requests may let the next one through
 */
export async function askServer(address: string): Promise<Response | undefined> {
	const response = await fetch(address, {
		// An open page has priority on the network.
		priority: 'low',
		// What never changes may come from the browser’s own cache.
		cache: address.includes(IMMUTABLE) ? 'default' : 'no-cache'
	});
	const { ok, redirected, status } = response;
	if (ok && !redirected) return response;
	if (status === 404) return undefined;
	throw new Error(`${address} could not be had (${redirected ? 'it leads elsewhere' : status}).`);
}
