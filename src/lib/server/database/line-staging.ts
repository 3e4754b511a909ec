import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

import { onTestFinished } from 'vitest';

/** A connection to a PostgreSQL that can be cut and restored. */
export interface Line {
	port: string;
	/** Breaks every connection, and accepts no new one. */
	cut: () => Promise<void>;
	mend: () => Promise<void>;
	/** Breaks every connection as soon as it sends this. */
	cutAt: (words: string) => void;
}

/** Opens such a connection on a free port of this machine, until the test is over. */
export async function lineTo(address: string): Promise<Line> {
	const { hostname, port } = new URL(address);
	const ends = new Set<Socket>();
	let words: string | undefined;
	const server = createServer((near) => {
		const far = connect(Number(port), hostname);
		for (const end of [near, far]) {
			ends.add(end);
			end
				.on('error', () => undefined)
				.on('close', () => {
					ends.delete(end);
					near.destroy();
					far.destroy();
				});
		}
		near.on('data', (chunk) => {
			if (words !== undefined && chunk.includes(words)) breakAll();
			else far.write(chunk);
		});
		far.pipe(near);
	});
	const breakAll = (): void => {
		words = undefined;
		for (const end of ends) end.destroy();
	};
	const listen = async (on: number): Promise<void> => {
		server.listen(on, '127.0.0.1');
		await once(server, 'listening');
	};
	const cut = async (): Promise<void> => {
		const closed = once(server, 'close');
		server.close();
		breakAll();
		await closed;
	};
	await listen(0);
	const own = server.address();
	if (own === null || typeof own === 'string') throw new Error('It listens on a port.');
	onTestFinished(() => (server.listening ? cut() : undefined));
	return { port: String(own.port), cut, mend: () => listen(own.port), cutAt: (text) => (words = text) };
}
