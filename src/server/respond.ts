import type { IncomingMessage, RequestListener } from 'node:http';

import { withoutIds } from '#lib/server/live/tokens.ts';
import type { Services } from '#lib/server/services.ts';

import { addressOf } from './address-of.ts';
import { send } from './answer.ts';
import { askedBy } from './asked.ts';
import { seal, type OtherSites } from './headers.ts';
import { answerPlainly, type Exchange } from './plain.ts';
import { refusalOf, sayPlainly } from './refuse.ts';
import type { RenderedOnce } from './rendered-once.ts';
import { SAME_FOR_ALL } from './same-for-all.ts';
import { UnreadableFile, type StaticFiles } from './static-files.ts';

/** What a request is answered from. */
export interface Answering {
	/** What a request that comes now is answered from. */
	services: () => Services;
	files: StaticFiles;
	pages: RenderedOnce;
	/** The other sites that may show pages in a frame. */
	sites: OtherSites;
	/** Where browsers find the app; if undefined, each request says it. */
	origin: string | undefined;
	/** Whether `X-Forwarded-Proto` and `X-Forwarded-For` come from our own proxy rather than from the client. */
	trustProxy: boolean;
	/** Whether the server is about to stop: then clients should not reuse the connection. */
	isStopping: () => boolean;
}

/** The listener that Node’s server calls for each request. */
export function respondWith(answering: Answering): RequestListener {
	const forms = new RefusedForms();
	return (request, response) => {
		request.headers['x-forwarded-proto'] = protocol(request, answering.trustProxy);
		const asked = askedBy(request);
		const services = answering.services();
		request.services = services;
		seal(response, asked, answering.sites, () => {
			response.removeHeader(SAME_FOR_ALL);
			if (answering.isStopping()) response.setHeader('Connection', 'close');
		});
		const { figures } = services;
		if (figures) {
			const start = performance.now();
			response.once('close', () =>
				figures.count(asked.path, response.statusCode, (performance.now() - start) / 1000)
			);
		}
		// An unread body, such as a form sent where none is accepted, would block the next request.
		response.on('finish', () => {
			if (!request.complete) request.removeAllListeners('data').resume();
		});
		const address = addressOf(request, answering.trustProxy);
		answer(answering, forms, { asked, address, services, request, response }).catch((error: unknown) => {
			// Whoever sent it has gone away before it was all there: a phone that lost its network, say.
			if (error === request.errored) return;
			console.error(
				asked.method,
				withoutIds(asked.path),
				error instanceof UnreadableFile ? error.message : error
			);
			sayPlainly(response, 500, 'Something went wrong on the server.');
		});
	};
}

async function answer(
	{ files, pages, origin }: Answering,
	forms: RefusedForms,
	exchange: Exchange
): Promise<void> {
	const { asked, request, response } = exchange;
	const refusal = refusalOf(asked);
	if (refusal) return sayPlainly(response, refusal.status, refusal.words);
	if (await answerPlainly(exchange)) return;
	const name = files.nameOf(asked.path);
	if (name === undefined) {
		const found = await pages.answer(asked, request, response);
		if (found?.status === 403) forms.tell(request, origin);
		if (found) await send(found, asked.method, request.headers, response);
		return;
	}
	if (asked.method !== 'GET' && asked.method !== 'HEAD')
		return sayPlainly(response, 405, 'This file can only be read.', 'GET, HEAD');
	await send(await files.read(name), asked.method, request.headers, response);
}

/** Behind a proxy that passes on another name, every form is refused: the operator should learn why, once. */
class RefusedForms {
	readonly #told = new Set<string>();

	/** Says why the form of a request was refused, if it was for that, and nobody was told before. */
	tell({ method, headers }: IncomingMessage, origin: string | undefined): void {
		const ours = origin ?? `${[headers['x-forwarded-proto']].join()}://${headers.host ?? ''}`;
		if (method === 'GET' || method === 'HEAD' || headers.origin === undefined || headers.origin === ours)
			return;
		const words = `A form that was sent from ${JSON.stringify(headers.origin)} was refused, since this server believes that its address is ${JSON.stringify(ours)}.`;
		if (this.#told.size > 20 || this.#told.has(words)) return;
		this.#told.add(words);
		console.warn(
			`${words}\nIf both are this app, let the proxy in front of it pass on Host and X-Forwarded-Proto (with TRUST_PROXY=1), or set ORIGIN to the first.`
		);
	}
}

/** The protocol that the browser used: we speak http ourselves, a proxy in front of us may speak https. */
function protocol(request: IncomingMessage, trustProxy: boolean): string {
	const forwarded = trustProxy ? request.headers['x-forwarded-proto'] : undefined;
	const nearest = [forwarded].flat()[0]?.split(',')[0]?.trim().toLowerCase();
	return nearest === 'https' ? 'https' : 'http';
}
