import { isMapping } from '#lib/text/mapping.ts';

import { fetchJson } from '../fetch-json.ts';
import type { Watched } from './watched.server.ts';

/**
 * The edition that the files of questions have come to.
 *
 * @throws when the server does not answer, such as while it is being started again
 */
export async function fetchEdition(address: string): Promise<number> {
	const { edition } = await fetchJson(address, hasEdition, { cache: 'no-store' });
	return edition;
}

function hasEdition(told: unknown): told is Pick<Watched, 'edition'> {
	return isMapping(told) && typeof told['edition'] === 'number';
}
