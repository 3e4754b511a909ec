import { Agent, request } from 'node:http';

import { startServer } from '../browser/serve.ts';
import { amount } from './measure.ts';
import { grouped, printTable } from './table.ts';

/** How many readers ask at the same time, each on their own connection. */
const CONNECTIONS = 50;

/** For how long they ask, in milliseconds, once the server has warmed up. */
const SPAN = amount(4000, 1);

/** Addresses that many readers ask for. */
const ADDRESSES = ['/paris-call', '/paris-call/facts', '/paris-call/progress'];

/**
 * Counts the requests that the server answers in a second, both for pages rendered once for everybody and for pages
 * rendered for each reader: an address with something of its own (`?reader=1`) is never kept.
 */
export async function benchRequests(): Promise<void> {
	const server = await startServer();
	try {
		const rows: string[][] = [];
		for (const path of ADDRESSES) {
			const anew = await perSecond(server.address + path, (count) => `?reader=${count}`);
			const kept = await perSecond(server.address + path, () => '');
			rows.push([path, grouped(anew), grouped(kept), `× ${(kept / anew).toFixed(1)}`]);
		}
		const title = `Requests a second, ${CONNECTIONS} connections that are kept, gzip`;
		printTable(title, ['address', 'each anew', 'as it is asked', ''], rows);
	} finally {
		await server.stop();
	}
}

async function perSecond(address: string, more: (count: number) => string): Promise<number> {
	const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	let [count, answered] = [0, 0];
	await ask(address + more(count++), agent);
	const start = performance.now();
	const readers = Array.from({ length: CONNECTIONS }, async () => {
		while (performance.now() - start < SPAN) {
			await ask(address + more(count++), agent);
			answered++;
		}
	});
	await Promise.all(readers);
	const seconds = (performance.now() - start) / 1000;
	agent.destroy();
	return answered / seconds;
}

function ask(address: string, agent: Agent): Promise<void> {
	return new Promise((resolve, reject) => {
		const asked = request(address, { agent, headers: { 'Accept-Encoding': 'gzip' } }, (response) => {
			if (response.statusCode !== 200)
				reject(new Error(`${address} is answered with ${response.statusCode}.`));
			response.resume().on('end', resolve).on('error', reject);
		});
		asked.on('error', reject).end();
	});
}
