import { createServer, request } from 'node:http';

import { expect, onTestFinished, test } from 'vitest';

import { newFolder, newPostgresDatabase, postgresAddress } from '#lib/server/database/staging.ts';
import { newNats, natsProgram } from '#lib/server/bus/staging.ts';
import { freePort } from '#lib/server/free-port-staging.ts';

import { hostClass } from '../browser/hosting.ts';
import { allAsked, allOpen, answerUntil, item, joined, nothingIsLost, response, serve } from './class.ts';
import { waitFor } from '../wait-for.ts';

/** In how many milliseconds everybody is back once a server is there again; it takes 1,000 to 2,300 here, however busy. */
const MOST_AWAY = 5000;

test('a server that is killed while 500 answer has kept what it acknowledged, and all come back', async () => {
	const data = newFolder();
	const PORT = String(await freePort());
	const server = await serve({ DATA: data, PORT });
	const hosted = await hostClass({ items: [item.id] }, server.address);
	const phones = await joined(hosted, 500, server.address);
	await allOpen(phones);
	await hosted.act({ type: 'ask', position: 0 });
	await allAsked(phones, 1);
	await answerUntil(phones.slice(0, 250), 50);
	// The others answer in the moment in which it dies: of those before, all may have been kept together.
	for (const phone of phones.slice(250)) phone.answer(1, response);
	await server.stop('SIGKILL');
	const acknowledged = phones.filter((phone) => phone.acknowledged.size > 0);
	expect(acknowledged.length).toBeLessThan(500);
	await serve({ DATA: data, PORT });
	const start = performance.now();
	await allOpen(phones);
	expect(performance.now() - start).toBeLessThan(MOST_AWAY);
	await nothingIsLost(phones, acknowledged);
	await hosted.act({ type: 'close', round: 1 });
	await waitFor(() => expect(phones.every(({ link }) => link.view?.phase === 'closed')).toBe(true));
});

test.runIf(postgresAddress !== null && natsProgram !== null)(
	'of two servers one is killed while a question is open: its pupils go on at the other',
	async () => {
		const nats = await newNats();
		const DATABASE_URL = await newPostgresDatabase();
		const environment = { DATABASE_URL, BUS: nats.address };
		const [one, other] = [await serve(environment), await serve(environment)];
		const balancer = await balance(one.address, other.address);
		const hosted = await hostClass({ items: [item.id] }, balancer.address);
		const phones = await joined(hosted, 60, balancer.address);
		await allOpen(phones);
		await hosted.act({ type: 'ask', position: 0 });
		await allAsked(phones, 1);
		await answerUntil(phones, 5);
		await one.stop('SIGKILL');
		balancer.leave(one.address);
		const acknowledged = phones.filter((phone) => phone.acknowledged.size > 0);
		await allOpen(phones);
		await nothingIsLost(phones, acknowledged);

		await nats.kill();
		await hosted.act({ type: 'close', round: 1 });
		await waitFor(() => expect(phones.every(({ link }) => link.view?.phase === 'closed')).toBe(true));
		await nats.restart();
		await hosted.act({ type: 'reveal' });
		await waitFor(() => expect(phones.every(({ link }) => link.view?.revealed)).toBe(true));
	}
);

test('behind a proxy that holds streams back, phones find out and ask instead', async () => {
	const server = await serve({});
	const proxy = await holdBack(server.address);
	const hosted = await hostClass({ items: [item.id] }, server.address);
	const phones = await joined(hosted, 5, proxy);
	await allOpen(phones);
	await hosted.act({ type: 'ask', position: 0 });
	await allAsked(phones, 1);
	await answerUntil(phones, 4);
	await hosted.act({ type: 'close', round: 1 });
	await waitFor(() => expect(phones.every(({ link }) => link.view?.phase === 'closed')).toBe(true));
});

test('half of the pupils go, and come back at once', async () => {
	const server = await serve({});
	const hosted = await hostClass({ items: [item.id] }, server.address);
	const phones = await joined(hosted, 100, server.address);
	await allOpen(phones);
	const gone = phones.filter((_, index) => index % 2 === 0);
	for (const { link } of gone) link.close();
	await hosted.act({ type: 'ask', position: 0 });
	const again = gone.map((phone) => phone.again());
	const all = [...phones.filter((_, index) => index % 2 === 1), ...again];
	await allOpen(all);
	await allAsked(all, 1);
	await answerUntil(all, 99);
});

/** Sends each request to one of several servers in turn, as a balancer without memory does. */
async function balance(...servers: string[]): Promise<{ address: string; leave: (server: string) => void }> {
	let left = servers;
	let turn = 0;
	const address = await proxy(() => left[turn++ % left.length] ?? '', true);
	return { address, leave: (server) => (left = left.filter((each) => each !== server)) };
}

/** Passes answers on once they are whole, as some proxies do: a stream never is. */
function holdBack(server: string): Promise<string> {
	return proxy(() => server, false);
}

async function proxy(serverFor: () => string, passesOn: boolean): Promise<string> {
	const listening = createServer((asked, answer) => {
		const passing = request(
			serverFor() + (asked.url ?? ''),
			{ method: asked.method, headers: asked.headers, agent: false },
			(told) => {
				told.on('error', () => answer.destroy());
				if (passesOn) {
					answer.writeHead(told.statusCode ?? 502, told.headers);
					told.pipe(answer);
					return;
				}
				const parts: Buffer[] = [];
				told.on('data', (part: Buffer) => parts.push(part));
				told.on('end', () => {
					answer.writeHead(told.statusCode ?? 502, told.headers);
					answer.end(Buffer.concat(parts));
				});
			}
		);
		passing.on('error', () => answer.destroy());
		answer.on('close', () => passing.destroy());
		asked.pipe(passing);
	});
	const port = await freePort();
	await new Promise<void>((resolve) => listening.listen(port, '127.0.0.1', resolve));
	onTestFinished(() => {
		listening.close();
		listening.closeAllConnections();
	});
	return `http://127.0.0.1:${port}`;
}
