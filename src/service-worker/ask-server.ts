import { IMMUTABLE, LANGUAGE_HEADER } from '#lib/offline/page-language.ts';

/**
 * Asks the server for what is to be kept.
 *
 * @param language of the answer, whatever the reader has chosen for their pages
 * @returns undefined where it has no such thing, or sends elsewhere
 * @throws when it does not answer, or cannot
 */
export async function askServer(address: string, language?: string): Promise<Response | undefined> {
	const response = await fetch(address, {
		headers: language === undefined ? {} : { [LANGUAGE_HEADER]: language },
		// A page that is open has the network first.
		priority: 'low',
		// What never changes may come from the browser’s own cache.
		cache: address.includes(IMMUTABLE) ? 'default' : 'no-cache'
	});
	if (response.status >= 500) throw new Error(`${address} could not be had (${response.status}).`);
	return response.ok && !response.redirected ? response : undefined;
}
