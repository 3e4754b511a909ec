import type { Server, ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

import type { Asked } from './asked.ts';
import { plainHeaders } from './headers.ts';

/** The methods that anything here answers; each route knows its own. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Why a request is not even passed on, in words; undefined if it is. */
export function refusalOf({ method, isReadable }: Asked): { status: 400 | 405; words: string } | undefined {
	if (!METHODS.includes(method)) return { status: 405, words: `Nothing here answers ${method}.` };
	if (!isReadable)
		return { status: 400, words: 'This address cannot be read. Check that it was copied whole.' };
	return undefined;
}

/**
 * Answers with a short text and nothing else.
 *
 * @param allowed the allowed methods, if the one tried is not among them
 */
export function sayPlainly(
	response: ServerResponse,
	status: number,
	words: string,
	allowed = METHODS.join(', ')
): void {
	if (response.headersSent) {
		response.destroy();
		return;
	}
	for (const name of response.getHeaderNames()) response.removeHeader(name);
	if (status === 405) response.setHeader('Allow', allowed);
	response.setHeader('Content-Type', 'text/plain; charset=utf-8');
	response.writeHead(status).end(words);
}

/** Answers what Node itself refuses, before it becomes a request, with the same headers and a short text. */
export function refuseUnreadable(server: Server): void {
	server.on('clientError', (error: Error & { code?: string }, socket) => {
		if (error.code === 'ECONNRESET' || !socket.writable) {
			socket.destroy();
			return;
		}
		const [status, words] = UNREADABLE[error.code ?? ''] ?? [400, 'This request cannot be read.'];
		endWith(socket, status, words);
	});
	server.on('connect', (_, socket) => endWith(socket, 405, 'Nothing here answers CONNECT.'));
	server.on('checkExpectation', (_, response: ServerResponse) => {
		response.writeHead(417, plainHeaders()).end('Nothing here can do what this request expects.');
	});
}

const UNREADABLE: Record<string, [number, string]> = {
	HPE_HEADER_OVERFLOW: [431, 'The address or the headers of this request are too long.'],
	HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'This request is too long.'],
	ERR_HTTP_REQUEST_TIMEOUT: [408, 'This request took too long to arrive.']
};

function endWith(socket: Duplex, status: number, words: string): void {
	const headers = {
		...plainHeaders(),
		'Content-Length': String(Buffer.byteLength(words)),
		Connection: 'close'
	};
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
	socket.end(
		[`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', words].join('\r\n'),
		() => void socket.destroy()
	);
}
