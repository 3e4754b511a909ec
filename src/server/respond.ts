import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

import { send } from './answer.ts';
import { seal, type Asked } from './headers.ts';
import { refusalOf, sayPlainly } from './refuse.ts';
import type { RenderedOnce } from './rendered-once.ts';
import { SAME_FOR_ALL } from './same-for-all.ts';
import { UnreadableFile, type StaticFiles } from './static-files.ts';

/** What a request is answered from. */
export interface Answering {
	files: StaticFiles;
	pages: RenderedOnce;
	/** Whether `X-Forwarded-Proto` comes from a proxy of ours, and not from whoever asks. */
	trustProxy: boolean;
	/** Whether the server is about to stop: then a reader should not ask again on the same connection. */
	isStopping: () => boolean;
}

/** What Node’s server calls for each request. */
export function respondWith(answering: Answering): RequestListener {
	return (request, response) => {
		request.headers['x-forwarded-proto'] = protocol(request, answering.trustProxy);
		const asked = askedBy(request);
		seal(response, asked, () => {
			response.removeHeader(SAME_FOR_ALL);
			if (answering.isStopping()) response.setHeader('Connection', 'close');
		});
		// What was sent and not read, such as a form where none is taken, would block the next request behind it.
		response.on('finish', () => {
			if (!request.complete) request.removeAllListeners('data').resume();
		});
		answer(answering, asked, request, response).catch((error: unknown) => {
			console.error(asked.method, asked.path, error instanceof UnreadableFile ? error.message : error);
			sayPlainly(response, 500, 'Something went wrong on the server.');
		});
	};
}

async function answer(
	{ files, pages }: Answering,
	asked: Asked,
	request: IncomingMessage,
	response: ServerResponse
): Promise<void> {
	const refusal = refusalOf(asked);
	if (refusal) return sayPlainly(response, refusal.status, refusal.words);
	const name = files.nameOf(asked.path);
	if (name === undefined) {
		const found = await pages.answer(asked, request, response);
		if (found) await send(found, asked.method, request.headers, response);
		return;
	}
	if (asked.method !== 'GET' && asked.method !== 'HEAD')
		return sayPlainly(response, 405, 'This file can only be read.', 'GET, HEAD');
	await send(await files.read(name), asked.method, request.headers, response);
}

function askedBy({ method = 'GET', url = '' }: IncomingMessage): Asked {
	const [path = '', ...query] = url.split('?');
	return { method, query: new URLSearchParams(query.join('?')), ...readable(path) };
}

function readable(path: string): Pick<Asked, 'path' | 'isReadable'> {
	try {
		return { path: decodeURIComponent(path), isReadable: path.startsWith('/') };
	} catch {
		return { path, isReadable: false };
	}
}

/** The protocol that the browser used: we speak http ourselves, a proxy in front of us may speak https. */
function protocol(request: IncomingMessage, trustProxy: boolean): string {
	const forwarded = trustProxy ? request.headers['x-forwarded-proto'] : undefined;
	const nearest = [forwarded].flat()[0]?.split(',')[0]?.trim().toLowerCase();
	return nearest === 'https' ? 'https' : 'http';
}
