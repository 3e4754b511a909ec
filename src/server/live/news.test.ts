import { expect, onTestFinished, test, vi } from 'vitest';

import { stop } from '../listen.ts';
import { Device, hostClass, joinClass, serveLive, shakyStores } from './staging.ts';
import { waitFor } from '../../../tests/wait-for.ts';

/** What a stream has told so far, by the name of the event, the newest last. */
class Heard {
	readonly events: { name: string; data: unknown; id: string | undefined }[] = [];
	isOver = false;

	of(name: string): unknown[] {
		return this.events.filter((event) => event.name === name).map(({ data }) => data);
	}
}

/** Listens to a stream until the test is finished. */
async function listenTo(device: Device, path: string, headers: Record<string, string> = {}): Promise<Heard> {
	const heard = new Heard();
	const leaving = new AbortController();
	onTestFinished(() => leaving.abort());
	const answer = await device.open(path, { headers, signal: leaving.signal });
	expect(answer.status).toBe(200);
	const reading = async () => {
		let text = '';
		for await (const part of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
			text += part;
			const whole = text.split('\n\n');
			text = whole.pop() ?? '';
			for (const event of whole) take(heard, event);
		}
	};
	void reading()
		.catch(() => undefined)
		.finally(() => (heard.isOver = true));
	return heard;
}

function take(heard: Heard, event: string): void {
	const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(event)?.[1];
	const [name, data] = [field('event'), field('data')];
	if (name !== undefined && data !== undefined)
		heard.events.push({ name, data: JSON.parse(data), id: field('id') });
}

async function classOf(otherwise: Parameters<typeof hostClass>[1] = {}) {
	const served = await serveLive();
	const made = await hostClass(served.address, otherwise);
	const ada = await joinClass(served.address, made.id, 'Ada');
	const lead = (type: string, more: object = {}) => made.host.post(`${made.at}/event`, { type, ...more });
	return { ...served, ...made, ada, lead };
}

test('each server counts the streams that are open there', async () => {
	const [here, there] = [await classOf(), await classOf()];
	await listenTo(here.host, `${here.at}/stream?as=wall`);
	const leaving = new AbortController();
	await here.ada.open(`${here.at}/stream?as=pupil`, { headers: {}, signal: leaving.signal });
	expect([here.live.streams.count, there.live.streams.count]).toEqual([2, 0]);
	leaving.abort();
	await waitFor(() => expect(here.live.streams.count).toBe(1));
});

test('where the store does not answer, all are told to wait, and told when it does again', async () => {
	vi.spyOn(console, 'error').mockReturnValue();
	onTestFinished(() => void vi.restoreAllMocks());
	const { stores, breakDown, mend } = shakyStores();
	const { address } = await serveLive({ stores });
	const { at, host, id } = await hostClass(address);
	const ada = await joinClass(address, id, 'Ada');
	const [wall, phone] = [
		await listenTo(host, `${at}/stream?as=wall`),
		await listenTo(ada, `${at}/stream?as=pupil`)
	];
	const asking = ada.get(`${at}/view?as=pupil&after=0`);
	await host.post(`${at}/event`, { type: 'ask', position: 0 });
	expect((await asking).status).toBe(200);
	breakDown();
	const given = { round: 1, response: 'one', key: 'k' };
	expect(await ada.post(`${at}/answer`, given)).toMatchObject({ status: 503, body: { refused: 'wait' } });
	for (const heard of [wall, phone]) await waitFor(() => expect(heard.of('wait')).toEqual([true]));
	const late = await listenTo(ada, `${at}/stream?as=pupil`);
	await waitFor(() => expect(late.of('wait')).toEqual([true]));
	expect(await ada.get(`${at}/view?as=pupil&after=1`)).toMatchObject({
		status: 503,
		body: { refused: 'wait' }
	});
	mend();
	for (const heard of [wall, phone, late])
		await waitFor(() => expect(heard.of('wait')).toEqual([true, false]));
	expect(await ada.post(`${at}/answer`, given)).toMatchObject({ status: 200, body: { kept: 'k' } });
	await waitFor(() => expect(wall.of('room').at(-1)).toMatchObject({ answered: 1 }));
});

test('a class whose host is gone for ten minutes waits, and goes on where it was on another device', async () => {
	let ahead = 0;
	const { address } = await serveLive({ now: () => Date.now() + ahead });
	const { at, host, id, key } = await hostClass(address, { seconds: 60, closesWhenAll: false });
	const [ada, bob] = [await joinClass(address, id, 'Ada'), await joinClass(address, id, 'Bob')];
	const leaving = new AbortController();
	await host.open(`${at}/stream?as=wall`, { headers: {}, signal: leaving.signal });
	const phone = await listenTo(ada, `${at}/stream?as=pupil`);
	await host.post(`${at}/event`, { type: 'ask', position: 0 });
	leaving.abort();
	const given = await bob.post(`${at}/answer`, { round: 1, response: 'one', key: 'b' });
	expect(given.body).toEqual({ kept: 'b' });
	ahead = 600_000;
	// What is due is seen to without the host.
	await waitFor(() => expect(phone.of('view').at(-1)).toMatchObject({ phase: 'closed' }));
	expect(phone.isOver).toBe(false);
	expect(phone.of('wait')).toEqual([]);
	const late = await ada.post(`${at}/answer`, { round: 1, response: 'one', key: 'a' });
	expect(late).toMatchObject({ status: 409 });

	const tablet = new Device(address);
	expect((await tablet.post(`${at}/host`, { key })).status).toBe(200);
	const wall = await listenTo(tablet, `${at}/stream?as=wall`);
	await waitFor(() => {
		expect(wall.of('view')[0]).toMatchObject({ phase: 'closed', position: 0 });
		expect(wall.of('room').at(-1)).toMatchObject({ present: 2, answered: 1 });
	});
	expect((await tablet.post(`${at}/event`, { type: 'reveal' })).status).toBe(200);
	await waitFor(() => expect(phone.of('view').at(-1)).toMatchObject({ phase: 'revealed' }));
});

test('a host hears who is there, how many have answered, and what is advised, and a pupil does not', async () => {
	const { ada, at, address, host, id, lead } = await classOf({ closesWhenAll: false });
	const [wall, phone] = [
		await listenTo(host, `${at}/stream?as=wall`),
		await listenTo(ada, `${at}/stream?as=pupil`)
	];
	await waitFor(() =>
		expect(wall.of('room').at(-1)).toMatchObject({
			present: 1,
			held: 0,
			removed: 0,
			answered: 0,
			connected: 1,
			advice: null
		})
	);
	const before = wall.of('room').at(-1);
	await joinClass(address, id, 'Bob');
	await waitFor(() => expect(wall.of('room').at(-1)).toMatchObject({ present: 2 }));
	expect(wall.of('room').at(-1)).not.toHaveProperty('people', Reflect.get(Object(before), 'people'));
	await lead('ask', { position: 0 });
	await ada.post(`${at}/answer`, { round: 1, response: 'one', key: 'k' });
	await waitFor(() => expect(wall.of('room').at(-1)).toMatchObject({ answered: 1, advice: null }));
	await lead('close', { round: 1 });
	await waitFor(() => expect(wall.of('room').at(-1)).toMatchObject({ advice: 'go-on' }));
	await lead('reveal');
	await waitFor(() => expect(wall.of('room').at(-1)).toMatchObject({ advice: null }));
	expect(phone.of('room')).toEqual([]);
	expect(phone.of('view').at(-1)).toMatchObject({ phase: 'revealed' });
});

test('a host hears at their own pace how many have answered each item', async () => {
	const { ada, at, host, lead } = await classOf({ pace: 'own' });
	const wall = await listenTo(host, `${at}/stream?as=wall`);
	await lead('ask', { position: 0 });
	await ada.post(`${at}/answer`, { round: 2, response: '2', key: 'k' });
	await waitFor(() =>
		expect(wall.of('room').at(-1)).toMatchObject({ answered: { 1: 0, 2: 1 }, advice: null })
	);
});

test('many answers are no more than three words a second to a host, and none to anybody else', async () => {
	const { address, ada, at, host, id, lead } = await classOf({ closesWhenAll: false });
	const [wall, phone] = [
		await listenTo(host, `${at}/stream?as=wall`),
		await listenTo(ada, `${at}/stream?as=pupil`)
	];
	const all = await Promise.all(
		Array.from({ length: 60 }, (_, index) => joinClass(address, id, `Pupil ${index}`))
	);
	await lead('ask', { position: 0 });
	await waitFor(() => expect(phone.of('view').at(-1)).toMatchObject({ phase: 'asking' }));
	const [before, seen] = [wall.of('room').length, phone.events.length];
	const start = performance.now();
	for (const pupil of all) await pupil.post(`${at}/answer`, { round: 1, response: 'one', key: 'k' });
	await waitFor(() => expect(wall.of('room').at(-1)).toMatchObject({ answered: 60 }));
	const seconds = (performance.now() - start) / 1000;
	expect(wall.of('room').length - before).toBeLessThanOrEqual(Math.ceil(3 * seconds) + 1);
	expect(phone.events.slice(seen).filter(({ name }) => name !== 'time')).toEqual([]);
});

test('a pupil alone hears what has changed of themselves, and nothing more once they are removed', async () => {
	const { ada, address, at, host, id, lead } = await classOf();
	const bob = await joinClass(address, id, 'Bob');
	const [hers, his] = [
		await listenTo(ada, `${at}/stream?as=pupil`),
		await listenTo(bob, `${at}/stream?as=pupil`)
	];
	const { id: pupil } = (await ada.get(`${at}/me`)).body;
	await host.post(`${at}/people`, { pupil, change: { name: 'Ada L.' } });
	await lead('grant', { pupil, times: 1.5 });
	const themselves = { team: null, standing: 'in', times: 1 };
	await waitFor(() =>
		expect(hers.of('pupil')).toEqual([
			{ ...themselves, name: 'Ada' },
			{ ...themselves, name: 'Ada L.' },
			{ ...themselves, name: 'Ada L.', times: 1.5 }
		])
	);
	await host.post(`${at}/people`, { pupil, change: { standing: 'removed' } });
	await waitFor(() => expect(hers.isOver).toBe(true));
	expect(hers.of('pupil').at(-1)).toMatchObject({ standing: 'removed' });
	await lead('ask', { position: 0 });
	await waitFor(() => expect(his.of('view').at(-1)).toMatchObject({ phase: 'asking' }));
	expect(hers.of('view').at(-1)).toMatchObject({ phase: 'lobby' });
	expect(his.of('pupil')).toEqual([{ ...themselves, name: 'Bob' }]);
});

test('whoever comes back is told the newest, and nothing that they have already', async () => {
	const { ada, at, lead } = await classOf();
	await lead('lock');
	const known = await listenTo(ada, `${at}/stream?as=pupil`, { 'Last-Event-ID': '1' });
	const old = await listenTo(ada, `${at}/stream?as=pupil`, { 'Last-Event-ID': '0' });
	await waitFor(() => expect(old.events.map(({ name, id }) => [name, id])).toContainEqual(['view', '1']));
	expect(known.of('view')).toEqual([]);
	await lead('unlock');
	await waitFor(() => expect(known.of('view')).toMatchObject([{ version: 2, isLocked: false }]));
});

test('of the many streams of a pupil or a host the oldest end', async () => {
	const { ada, at, host } = await classOf();
	const open = async (device: Device, as: string, length: number) => {
		const all = await Promise.all(Array.from({ length }, () => listenTo(device, `${at}/stream?as=${as}`)));
		await waitFor(() => expect(all.filter(({ isOver }) => isOver)).toHaveLength(2));
	};
	await open(ada, 'pupil', 10);
	await open(host, 'wall', 42);
});

test('who asks again and again is answered as soon as there is news for them, of the class or beside it', async () => {
	const { ada, at, host, lead } = await classOf();
	const ask = async (device: Device, query: string) => (await device.get(`${at}/view?${query}`)).body;
	const first = await ask(ada, 'as=pupil');
	expect(first).toMatchObject({
		view: { version: 0 },
		pupil: { name: 'Ada' },
		mark: expect.any(String) as string
	});
	const waiting = ask(ada, `as=pupil&after=0&mark=${String(first.mark)}`);
	const { id: pupil } = (await ada.get(`${at}/me`)).body;
	await host.post(`${at}/people`, { pupil, change: { name: 'Ada L.' } });
	expect(await waiting).toMatchObject({ view: { version: 0 }, pupil: { name: 'Ada L.' } });
	// What has changed meanwhile is told at once.
	expect(await ask(ada, `as=pupil&after=0&mark=${String(first.mark)}`)).toMatchObject({
		pupil: { name: 'Ada L.' }
	});

	const room = await ask(host, 'as=wall');
	expect(room).toMatchObject({ room: { present: 1 }, view: { version: 0 } });
	const next = ask(host, `as=wall&after=0&mark=${String(room.mark)}`);
	await lead('lock');
	expect(await next).toMatchObject({ view: { version: 1, isLocked: true } });
});

test('whoever looks at a class that is deleted is told so, and its streams end', async () => {
	const { ada, at, host } = await classOf();
	const phone = await listenTo(ada, `${at}/stream?as=pupil`);
	const { mark } = (await ada.get(`${at}/view?as=pupil`)).body;
	const polled = ada.get(`${at}/view?as=pupil&after=0&mark=${String(mark)}`);
	await waitFor(() => expect(phone.of('view')).toHaveLength(1));
	await host.post(`${at}/delete`, {});
	await waitFor(() => expect(phone.isOver).toBe(true));
	expect((await polled).body).toEqual({ refused: 'no-class' });
});

test('a server that stops tells readers to come back, and finishes what is being posted', async () => {
	const { ada, at, host, lead, live, server, stores, id } = await classOf({ closesWhenAll: false });
	const [phone, wall] = [
		await listenTo(ada, `${at}/stream?as=pupil`),
		await listenTo(host, `${at}/stream?as=wall`)
	];
	await lead('ask', { position: 0 });
	const { mark } = (await ada.get(`${at}/view?as=pupil`)).body;
	const polled = ada.get(`${at}/view?as=pupil&after=1&mark=${String(mark)}`);
	await waitFor(() => expect(live.classes.isDismissing).toBe(false));
	let isWritten: () => void = () => undefined;
	const { give } = stores.answers;
	vi.spyOn(live.services.answers, 'give').mockImplementation(async (...given) => {
		await new Promise<void>((resolve) => (isWritten = resolve));
		return give(...given);
	});
	const posted = ada.post(`${at}/answer`, { round: 1, response: 'one', key: 'k' });
	await waitFor(() => expect(live.services.answers.give).toHaveBeenCalled());
	const stopping = Promise.all([stop(server, { linger: 50 }), live.classes.dismiss()]);
	await waitFor(() => expect([phone.isOver, wall.isOver]).toEqual([true, true]));
	expect((await polled).body).toEqual({ refused: 'wait' });
	isWritten();
	expect((await posted).body).toEqual({ kept: 'k' });
	await stopping;
	expect(await stores.answers.who(id, 1)).toHaveLength(1);
});
