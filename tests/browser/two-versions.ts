import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { inject } from 'vitest';

import { FINGERPRINT_HEADER, type OfflineList } from '#lib/offline/offline-list.ts';

/** The app as it is until it is updated, and then the same app under the name of another version. */
export interface ChangingServer {
	address: string;
	/** The version before, and the one after. */
	versions: [string, string];
	/** From now on the server has the other version. */
	update: () => void;
	/** From now on the server takes requests, and answers none. */
	hang: () => void;
	stop: () => void;
}

/** A proxy in front of the running app that gives its build another name wherever it appears. */
export async function serveTwoVersions(): Promise<ChangingServer> {
	const app = inject('address');
	const { version } = (await (await fetch(`${app}/offline/list`)).json()) as OfflineList;
	const other = version.replaceAll(/./g, (digit) => (15 - parseInt(digit, 16)).toString(16));
	let [isUpdated, hangs] = [false, false];
	const named = (text: string) => (isUpdated ? text.replaceAll(version, other) : text);

	function answer(asked: IncomingMessage, response: ServerResponse): void {
		if (hangs) return;
		const path = (asked.url ?? '').replaceAll(other, version);
		// A compressed text could not be renamed, nor one that is answered as unchanged.
		const { 'if-none-match': _, 'if-modified-since': __, ...asIs } = asked.headers;
		const headers = { ...asIs, 'accept-encoding': 'identity' };
		const forwarded = request(app + path, { method: asked.method, headers }, (answered) => {
			const fingerprint = answered.headers[FINGERPRINT_HEADER];
			const isText = /text|script|json/.test(answered.headers['content-type'] ?? '');
			const chunks: Buffer[] = [];
			answered.on('data', (chunk: Buffer) => chunks.push(chunk));
			answered.on('end', () => {
				const body = Buffer.concat(chunks);
				response.writeHead(answered.statusCode ?? 500, {
					...answered.headers,
					...(typeof fingerprint === 'string' && { [FINGERPRINT_HEADER]: named(fingerprint) })
				});
				response.end(isText ? named(body.toString()) : body);
			});
		});
		forwarded.on('error', () => response.destroy());
		asked.pipe(forwarded);
	}

	const server = createServer(answer);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		versions: [version, other],
		update: () => void (isUpdated = true),
		hang: () => void (hangs = true),
		stop: () => {
			server.closeAllConnections();
			server.close();
		}
	};
}
