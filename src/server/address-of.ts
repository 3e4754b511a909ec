import type { IncomingMessage } from 'node:http';

/**
 * Where a request came from, as SvelteKit tells pages: from whoever is connected; or, where there is a proxy of ours, from
 * whomever that names last (what is before it, anybody may have written). Empty where it names nobody.
 */
export function addressOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
	if (!trustProxy) return socket.remoteAddress ?? '';
	const named = [headers['x-forwarded-for']].flat().join(',');
	return named.split(',').at(-1)?.trim() ?? '';
}
