import { expect, onTestFinished, test } from 'vitest';

import { factsOf } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import type { ClassSetup } from '#lib/classroom/setup.ts';
import { samples } from '#lib/kinds/index.ts';

import { Device, hostClass, serveLive, ticketOf } from '../src/server/live/staging.ts';
import { course, oneOfEachKind } from './browser/course.ts';
import { leaks, secretsOf } from './browser/secrets.ts';
import { waitFor } from './wait-for.ts';

const items = oneOfEachKind();

/** Devices of a class, each with all that it was ever sent. */
interface Everybody {
	host: Device;
	pupils: Device[];
	/** What pupils have sent as their answers, which they are told again. */
	given: Set<string>;
	/** What all of them were sent since this was last asked for, without that. */
	news: () => string;
}

/** A class of one item of each kind, with its wall, three pupils who listen and one who asks again and again. */
async function begin(otherwise: Partial<ClassSetup>) {
	// Time passes faster than here, so that nobody is too fast for a class.
	let ahead = 0;
	const { address } = await serveLive({ banks: [course], now: () => Date.now() + ahead });
	const made = await hostClass(address, {
		...{ primer: course.primer.id, items: items.map(({ id }) => id), certainty: true, standings: true },
		...{ closesWhenAll: false, ...otherwise }
	});
	const { host, at } = made;
	const pupils = ['Ada', 'Bob', 'Cleo', 'Dan'].map(() => new Device(address));
	for (const [index, pupil] of pupils.entries())
		await pupil.post(`${at}/join`, { name: `Pupil ${index}`, ticket: ticketOf(`ticket ${index}`) });
	await listen(host, `${at}/stream?as=wall`);
	for (const pupil of pupils.slice(1)) await listen(pupil, `${at}/stream?as=pupil`);
	const read = new Map<Device, number>();
	const everybody: Everybody = {
		...{ host, pupils, given: new Set() },
		news: () =>
			[host, ...pupils]
				.map((device) => {
					const text = device.read.slice(read.get(device) ?? 0);
					read.set(device, device.read.length);
					return text;
				})
				// The keys by which answers are told apart are pages’ own.
				.map((text) => text.replaceAll(/"key":"mine-\d+"/g, ''))
				.map((text) => [...everybody.given].reduce((rest, own) => rest.replaceAll(own, ''), text))
				.join('\n')
	};
	const lead = async (type: string, more: object = {}) => {
		ahead += 5000;
		const { body } = await host.post(`${at}/event`, { type, ...more });
		expect(body).toEqual({ version: expect.any(Number) as number });
		// All who listen have heard of it.
		await waitFor(() => {
			for (const device of [host, ...pupils.slice(1)])
				expect(device.read).toContain(`"version":${String(body.version)},`);
		});
	};
	return { ...made, ...everybody, everybody, lead };
}

/** Reads a stream until the test is finished. */
async function listen(device: Device, path: string): Promise<void> {
	const leaving = new AbortController();
	onTestFinished(() => leaving.abort());
	const { body } = await device.open(path, { headers: {}, signal: leaving.signal });
	const reading = async () => {
		for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) device.read += part;
	};
	void reading().catch(() => undefined);
}

/** Gives answers of all sorts, and asks for everything that there is to ask for, by those who may and who may not. */
async function tryEverything(
	{ given, host, pupils }: Everybody,
	at: string,
	rounds: [number, Item][]
): Promise<void> {
	for (const [round, item] of rounds) {
		const { right, wrong, malformed } = samples(item);
		const responses = [right, wrong, malformed, undefined];
		for (const [index, pupil] of pupils.entries()) {
			given.add(`"response":${JSON.stringify(responses[index])}`);
			const answer = { round, response: responses[index], certainty: 1 + (index % 3), key: `mine-${round}` };
			await pupil.post(`${at}/answer`, answer);
		}
		await pupils[0]?.post(`${at}/answer`, { round: round + 50, response: right, key: `mine-${round}` });
	}
	await pupils[0]?.get(`${at}/view?as=pupil`);
	await host.get(`${at}/view?as=wall`);
	for (const pupil of pupils)
		for (const what of ['me', 'people', 'tally', 'standings', 'report']) await pupil.get(`${at}/${what}`);
	for (const what of ['people', 'tally']) await host.get(`${at}/${what}`);
}

/** What the pupils and the host are told of what they have come to, which holds what was revealed before. */
async function results({ host, pupils }: Everybody, at: string): Promise<string> {
	const [before, ...told] = [
		host.read.length,
		await host.get(`${at}/report`),
		...(await Promise.all(pupils.map((pupil) => pupil.get(`${at}/own`))))
	];
	expect(before).toBeGreaterThan(0);
	return JSON.stringify(told.map(({ body }) => body));
}

/** All that is known of some items once they are revealed. */
function knownOf(revealed: readonly Item[]): string {
	return JSON.stringify(revealed.map((item) => [item, factsOf(course, item)]));
}

test('no byte that a class is sent tells of an item before it is revealed', async () => {
	const { at, everybody, lead } = await begin({ reading: 3600 });
	let round = 0;
	for (const [position, item] of items.entries()) {
		const before = items.slice(0, position);
		everybody.news();
		const expectNothing = async (when: string): Promise<void> => {
			const sent = everybody.news();
			expect(sent.length, when).toBeGreaterThan(0);
			expect(leaks(sent, item), `${item.id}, ${when}`).toEqual([]);
			const told = await results(everybody, at);
			everybody.news();
			const besides = knownOf(before) + JSON.stringify(course.primer.points);
			const words = leaks(told, item, besides).filter((leak) => !leak.endsWith(':'));
			expect(words, `results of ${item.id}, ${when}`).toEqual([]);
			expect(told, `results of ${item.id}, ${when}`).not.toContain(`"item":"${item.id}"`);
		};
		await lead('ask', { position });
		round++;
		await tryEverything(everybody, at, [[round, item]]);
		await expectNothing('while it is read');
		await lead('open', { round });
		await tryEverything(everybody, at, [[round, item]]);
		await expectNothing('while it is answered');
		await lead('close', { round });
		await tryEverything(everybody, at, [[round, item]]);
		await expectNothing('once it is closed');
		if (position === 0) {
			await lead('discuss');
			await tryEverything(everybody, at, [[round, item]]);
			await expectNothing('while it is discussed');
			await lead('ask-again');
			round++;
			await tryEverything(everybody, at, [[round, item]]);
			await lead('pause');
			await tryEverything(everybody, at, [[round, item]]);
			await expectNothing('while it is asked again');
			await lead('resume');
			await lead('close', { round });
			await expectNothing('once it is closed again');
		}
		await lead('reveal');
		expect(leaks(everybody.news(), item).length, item.id).toBeGreaterThanOrEqual(secretsOf(item).length);
		const told = await results(everybody, at);
		expect(told).toContain(`"item":"${item.id}"`);
		await everybody.host.get(`${at}/tally`);
		expect(everybody.news()).toContain('"facility"');
		if (position % 2 === 1) await lead('standings');
	}
	await lead('end');
});

test('nor of any, where pupils go at their own pace, while the window is open', async () => {
	const { at, everybody, lead } = await begin({ pace: 'own' });
	// What the host was told when the class was made.
	everybody.news();
	await lead('ask', { position: 0 });
	const all = items.map((item, index): [number, Item] => [index + 1, item]);
	const expectNothing = async () => {
		const sent = everybody.news();
		expect(sent.length).toBeGreaterThan(0);
		const told = sent + (await results(everybody, at));
		everybody.news();
		for (const item of items) {
			// A single word of a key may be in another question; a whole sentence about it is nowhere else.
			const sentences = leaks(told, item).filter((leak) => leak.split(' ').length > 3);
			expect(sentences, item.id).toEqual([]);
			const fields = leaks(sent, item).filter((leak) => leak.endsWith(':'));
			expect(fields, item.id).toEqual([]);
		}
	};
	await tryEverything(everybody, at, all);
	await expectNothing();
	await lead('close', { round: 1 });
	await tryEverything(everybody, at, all);
	await expectNothing();
	await lead('reveal');
	expect(everybody.news()).toContain('"explanation"');
});
