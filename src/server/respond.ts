import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

import compression from 'compression';

import type { Handler } from './handler.ts';

/** Compresses what is not compressed yet, except event streams, which must not wait for a full buffer. */
const compress = compression({
	filter: (request, response) =>
		!String(response.getHeader('content-type')).startsWith('text/event-stream') &&
		compression.filter(request, response)
	// Its types ask for Express; its code needs Node's own request and response only.
}) as unknown as Handler;

/**
 * Wraps a handler into what Node's server calls for each request.
 *
 * @param trustProxy whether `X-Forwarded-Proto` comes from a proxy of ours, and not from whoever asks
 */
export function respondWith(handler: Handler, trustProxy: boolean): RequestListener {
	return (request, response) => {
		request.headers['x-forwarded-proto'] = protocol(request, trustProxy);
		response.setHeader('X-Content-Type-Options', 'nosniff');
		response.setHeader('Referrer-Policy', 'same-origin');
		if (isServiceWorker(request)) response.setHeader('Cache-Control', 'no-cache');
		void compress(request, response, () => void answer(handler, request, response));
	};
}

/** Kept by a browser or a proxy, it would keep a device from all that is new. */
function isServiceWorker({ url = '' }: IncomingMessage): boolean {
	return /\/service-worker\.js(\?|$)/.test(url);
}

/** The protocol that the browser used: we speak http ourselves, a proxy in front of us may speak https. */
function protocol(request: IncomingMessage, trustProxy: boolean): string {
	const forwarded = trustProxy ? request.headers['x-forwarded-proto'] : undefined;
	const nearest = [forwarded].flat()[0]?.split(',')[0]?.trim();
	return nearest === 'https' ? 'https' : 'http';
}

async function answer(handler: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
	try {
		await handler(request, response, () => fail(response, 404));
	} catch (error) {
		console.error(error);
		fail(response, 500);
	}
}

function fail(response: ServerResponse, status: 404 | 500): void {
	if (response.headersSent) {
		response.destroy();
		return;
	}
	response.statusCode = status;
	response.end(status === 404 ? 'Not found' : 'Something went wrong on the server');
}
