import type { RequestHandler } from './$types';
import { tell } from './tell.server.ts';

/** How another site shows a page of ours. */
export const GET: RequestHandler = ({ locals, url }) => {
	const { library, origin } = locals;
	return tell(url.searchParams, { origin: origin ?? url.origin, isKnown: origin !== undefined }, library);
};
