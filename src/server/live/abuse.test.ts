import { describe, expect, test } from 'vitest';

import { CREATIONS } from '#lib/server/live/limits.ts';

import { MOST_BYTES } from './body.ts';
import { Device, hostClass, joinClass, serveLive, smallSetup, ticketOf } from './staging.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' };

async function classOf(otherwise: Parameters<typeof hostClass>[1] = {}, now = Date.now) {
	const served = await serveLive({ now });
	const made = await hostClass(served.address, { closesWhenAll: false, ...otherwise });
	const [ada, bob] = [
		await joinClass(served.address, made.id, 'Ada'),
		await joinClass(served.address, made.id, 'Bob')
	];
	const lead = async (type: string, more: object = {}) =>
		(await made.host.post(`${made.at}/event`, { type, ...more })).body;
	const answer = async (more: object = {}) =>
		(await ada.post(`${made.at}/answer`, { round: 1, response: 'one', key: 'k', ...more })).body;
	return { ...served, ...made, ada, bob, lead, answer };
}

/** Every address that takes something. */
const POSTS = ['join', 'back', 'host', 'answer', 'event', 'people', 'delete'];

describe('what another site sends is refused', () => {
	test.each(POSTS)('to %s', async (what) => {
		const { ada, at, host, address } = await classOf();
		// A token of the class is shown, as a browser would.
		for (const device of [ada, host]) {
			const headers: Record<string, string>[] = [
				{ 'Sec-Fetch-Site': 'cross-site' },
				{ 'Sec-Fetch-Site': 'same-site' },
				{ Origin: 'https://evil.example' },
				{ Origin: 'null' }
			];
			for (const each of headers) {
				const { body, status } = await device.post(`${at}/${what}`, {}, each);
				expect(status).toBe(403);
				expect(body.refused).toMatch(/^(foreign|not-pupil|not-host)$/);
			}
		}
		const own = await host.post(`${at}/event`, { type: 'lock' }, { Origin: address });
		expect(own.body).toEqual({ version: 1 });
	});

	test('as a form, which any site can send', async () => {
		const { ada, at } = await classOf();
		for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
			expect((await ada.post(`${at}/answer`, '{}', { 'Content-Type': type })).body).toEqual({
				refused: 'unreadable'
			});
	});

	test('when a class is made', async () => {
		const { address } = await serveLive();
		const told = await new Device(address).post(
			'/live/classes',
			{ setup: smallSetup() },
			{
				Origin: 'https://evil.example'
			}
		);
		expect(told.body).toEqual({ refused: 'foreign' });
		expect(told.headers.get('set-cookie')).toBeNull();
	});
});

describe('a body is refused', () => {
	const bodies: [what: string, body: string, refused: string, status: number][] = [
		['that is longer than any answer', JSON.stringify('x'.repeat(MOST_BYTES)), 'long', 413],
		[
			'that is nested deep',
			`{"round":1,"key":"k","response":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
			'deep',
			400
		],
		['that is nested in objects', `{"response":${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}}`, 'deep', 400],
		['that is no JSON', '{"round":', 'unreadable', 400],
		['that is empty', '', 'unreadable', 400],
		['that is only a text', '"answer"', 'unreadable', 400],
		['that is a list', '[]', 'unreadable', 400],
		['that is nothing', 'null', 'unreadable', 400],
		[
			'with the prototype of everything',
			'{"__proto__":{"standing":"in"},"ticket":"0123456789abcdef"}',
			'unreadable',
			400
		],
		['with numbers that are none', '{"round":1e999,"response":"one","key":"k"}', 'unreadable', 400]
	];

	test.each(bodies)('%s', async (_, body, refused, status) => {
		const { ada, at, host } = await classOf();
		for (const [device, what] of [
			[ada, 'answer'],
			[ada, 'join'],
			[ada, 'back'],
			[host, 'people']
		] as const) {
			const told = await device.post(`${at}/${what}`, body);
			expect([what, told.status, told.body]).toEqual([what, status, { refused }]);
		}
	});

	test('that says nothing of its length, once it is too long', async () => {
		const { address, ada, at } = await classOf();
		const parts = new ReadableStream<Uint8Array>({
			pull: (controller) => controller.enqueue(new Uint8Array(20_000).fill(32))
		});
		const init: RequestInit & { duplex: 'half' } = {
			...{ method: 'POST', body: parts, duplex: 'half' },
			headers: { ...JSON_TYPE, Cookie: ada.cookies }
		};
		const told = await fetch(`${address}${at}/answer`, init);
		expect([told.status, await told.json()]).toEqual([413, { refused: 'long' }]);
		// Nothing more of it is read.
		expect(told.headers.get('connection')).toBe('close');
	});
});

describe('a name', () => {
	test.each([
		['of markup stays the text that it is', '<script>alert(1)</script>', '<script>alert(1)</script>'],
		['that would turn what follows around does not', 'Bob\u202egnp.exe', 'Bobgnp.exe'],
		['in which something is not seen is what is seen', 'A\u200bn\u2060n\u00ada', 'Anna'],
		['of another width is as wide as it is', 'ＡＮＮＡ', 'ＡＮＮＡ'],
		['of a flood of marks has few', `Z${'\u0301\u0302\u0303'.repeat(30)}oe`, undefined],
		['of control characters and line breaks has none', 'An\u0007na\nBella', 'Anna Bella']
	])('%s', async (_, typed, shown) => {
		const { address, at, host } = await classOf();
		const told = await new Device(address).post(`${at}/join`, { name: typed, ticket: ticketOf('t') });
		expect(told.status).toBe(200);
		if (shown !== undefined) expect(told.body.name).toBe(shown);
		expect(String(told.body.name).length).toBeLessThan(30);
		expect(told.headers.get('content-type')).toBe('application/json');
		const listed = await host.get(`${at}/people`);
		expect(JSON.stringify(listed.body)).toContain(JSON.stringify(told.body.name).slice(1, -1));
	});

	test.each(['Аdа', 'ADA', 'Ad а', 'Adа\u0308', 'ada.', 'A\u200bda', '𝐀𝐝𝐚'])(
		'that looks like one that is there, such as %s, is not let in unseen',
		async (name) => {
			const { address, at } = await classOf();
			const { body } = await new Device(address).post(`${at}/join`, { name, ticket: ticketOf('t') });
			expect(body.refused ?? body.standing).toMatch(/^(taken|held)$/);
		}
	);
});

describe('an answer is refused', () => {
	test('for another pupil: whose it is follows from the token alone', async () => {
		const { ada, bob, at, answer, id, lead, stores } = await classOf();
		await lead('ask', { position: 0 });
		const { id: his } = (await bob.get(`${at}/me`)).body;
		expect(await answer({ pupil: his })).toEqual({ refused: 'unreadable' });
		await answer();
		const [kept, ...others] = await stores.answers.list(id, [1]);
		expect([kept?.pupil, others]).toEqual([(await ada.get(`${at}/me`)).body.id, []]);
	});

	test('of somebody who was removed while it was on its way', async () => {
		const { address, ada, at, host, id, lead, stores } = await classOf();
		await lead('ask', { position: 0 });
		const { promise: removed, resolve: remove } = Promise.withResolvers<undefined>();
		const text = new TextEncoder().encode('{"round":1,"response":"one","key":"k"}');
		const body = new ReadableStream<Uint8Array>({
			async start(parts) {
				parts.enqueue(text.slice(0, 9));
				await removed;
				parts.enqueue(text.slice(9));
				parts.close();
			}
		});
		const init: RequestInit & { duplex: 'half' } = {
			...{ method: 'POST', body, duplex: 'half' },
			headers: { ...JSON_TYPE, Cookie: ada.cookies }
		};
		const answering = fetch(`${address}${at}/answer`, init);
		// Whoever sends it is known once the server has looked.
		const { id: pupil } = (await ada.get(`${at}/me`)).body;
		await host.post(`${at}/people`, { pupil, change: { standing: 'removed' } });
		remove(undefined);
		expect(await (await answering).json()).toEqual({ refused: 'removed' });
		expect(await stores.answers.list(id, [1])).toEqual([]);
	});

	test('by the token of another class, by a token that was made up, and by none', async () => {
		const { address, ada, at } = await classOf();
		const other = await hostClass(address);
		const token = String((await ada.get(`${at}/me`)).body.token);
		const sent = { round: 1, response: 'one', key: 'k' };
		for (const cookie of [token, `${token}x`, `x${token}`, token.split('.')[0] ?? '', '']) {
			const headers = { Cookie: `five-points-pupil-${other.id}=${cookie}` };
			expect((await new Device(address).post(`${other.at}/answer`, sent, headers)).body).toEqual({
				refused: 'not-pupil'
			});
		}
	});

	test('to a round that is over, that has not begun, or that there never was', async () => {
		const { answer, lead } = await classOf();
		expect(await answer()).toEqual({ refused: 'closed' });
		await lead('ask', { position: 0 });
		for (const round of [2, 99, 1e9]) expect(await answer({ round })).toEqual({ refused: 'closed' });
		for (const round of [0, -1, 1.5, '1', null])
			expect(await answer({ round })).toEqual({ refused: 'unreadable' });
		await lead('ask', { position: 1 });
		expect(await answer({ round: 1 })).toEqual({ refused: 'closed' });
		await lead('close', { round: 2 });
		expect(await answer({ round: 2, response: '2' })).toEqual({ refused: 'closed' });
		await lead('end');
		expect(await answer({ round: 2, response: '2' })).toEqual({ refused: 'closed' });
	});

	test('after the time of the pupil, and while the class stands still', async () => {
		let now = 1_000_000;
		const { ada, answer, at, bob, lead } = await classOf({ seconds: 20 }, () => now);
		await lead('ask', { position: 0 });
		const { id: pupil } = (await bob.get(`${at}/me`)).body;
		await lead('grant', { pupil, times: 2 });
		await lead('pause');
		expect(await answer()).toEqual({ refused: 'closed' });
		await lead('resume');
		now += 23_000;
		expect(await answer()).toEqual({ refused: 'late' });
		expect((await bob.post(`${at}/answer`, { round: 1, response: 'one', key: 'k' })).body).toEqual({
			kept: 'k'
		});
		expect((await ada.get(`${at}/me`)).body.answers).toEqual([]);
	});

	test.each([[null], ['no option'], [['one']], [{ one: true }], [7], [true], [''], ['x'.repeat(60_000)]])(
		'of another kind than its item: %j',
		async (response) => {
			const { answer, lead } = await classOf();
			await lead('ask', { position: 0 });
			expect(await answer({ response })).toEqual({ refused: 'unfit' });
		}
	);

	test('a second time where it may not change, while sending it again changes nothing', async () => {
		const { answer, id, lead, stores } = await classOf({ mayChange: false });
		await lead('ask', { position: 0 });
		expect(await answer()).toEqual({ kept: 'k' });
		expect(await answer()).toEqual({ kept: 'k' });
		expect(await answer({ key: 'other', response: 'two' })).toEqual({ refused: 'given' });
		expect(await stores.answers.list(id, [1])).toMatchObject([{ response: 'one', key: 'k' }]);
	});

	test('that comes too often, by the pupil and by nobody else, until a moment later', async () => {
		let now = 1_000_000;
		const { answer, at, bob, lead } = await classOf({}, () => now);
		await lead('ask', { position: 0 });
		const all = await Promise.all(
			Array.from({ length: 40 }, (_, index) =>
				answer({ key: `k${index}`, response: index % 2 ? 'one' : 'two' })
			)
		);
		expect(all.filter(({ refused }) => refused === 'slow-down')).toHaveLength(10);
		expect((await bob.post(`${at}/answer`, { round: 1, response: 'one', key: 'k' })).body).toEqual({
			kept: 'k'
		});
		now += 200;
		expect(await answer({ key: 'later' })).toEqual({ kept: 'later' });
	});
});

describe('whoever is no host', () => {
	test.each([
		['event', { type: 'end' }],
		['people', { pupil: 'p', change: { standing: 'in' } }],
		['delete', {}]
	])('does nothing in a class: %s', async (what, sent) => {
		const { address, ada, at, id, key, stores } = await classOf();
		const other = await hostClass(address);
		const devices = [ada, new Device(address), other.host];
		for (const device of devices)
			expect((await device.post(`${at}/${what}`, sent)).body).toEqual({ refused: 'not-host' });
		for (const cookie of [`${key}x`, key.slice(1), '', 'undefined']) {
			const headers = { Cookie: `five-points-host-${id}=${cookie}` };
			expect((await new Device(address).post(`${at}/${what}`, sent, headers)).body).toEqual({
				refused: 'not-host'
			});
		}
		expect(await stores.classes.load(id)).toMatchObject({ endedAt: null });
	});

	test('sees neither the wall nor its stream', async () => {
		const { ada, at } = await classOf();
		for (const what of ['view', 'stream'])
			expect((await ada.get(`${at}/${what}?as=wall`)).body).toEqual({ refused: 'not-host' });
		for (const as of ['', 'host', 'wall,pupil'])
			expect((await ada.get(`${at}/view?as=${as}`)).body).toEqual({ refused: 'unreadable' });
	});
});

test('an event that is none is not kept, whoever sends it', async () => {
	const { lead, id, stores } = await classOf();
	const events: [string, object][] = [
		['ask', { position: -1 }],
		['ask', { position: 0, at: 5 }],
		['ask', {}],
		['lock', { note: 'x'.repeat(9000) }],
		['__proto__', {}],
		['extend', { round: 1, seconds: 'many' }]
	];
	for (const [type, more] of events) expect(await lead(type, more)).toEqual({ refused: 'unreadable' });
	expect(await lead('reveal')).toEqual({ refused: 'refused' });
	expect(await stores.classes.events(id, 0)).toEqual([]);
});

test('as many classes are made at once from one address as many schools make, and then one after the other', async () => {
	let now = 1_000_000;
	const { address } = await serveLive({ now: () => now });
	const make = async () => (await new Device(address).post('/live/classes', { setup: smallSetup() })).status;
	for (let made = 0; made < CREATIONS.most; made++) expect(await make()).toBe(200);
	expect(await make()).toBe(429);
	now += 500;
	expect(await make()).toBe(200);
});

test('behind a proxy that is trusted, the address that it names counts, and not what somebody wrote before it', async () => {
	const now = 1_000_000;
	const { address } = await serveLive({ now: () => now, answering: { trustProxy: true } });
	const from = async (...named: string[]) =>
		(await new Device(address).post('/live/classes', {}, { 'X-Forwarded-For': named.join(', ') })).status;
	for (let tries = 0; tries < CREATIONS.most; tries++)
		expect(await from(`10.0.${tries >> 8}.${tries & 255}`, '192.0.2.1')).toBe(400);
	expect(await from('10.9.9.9', '192.0.2.1')).toBe(429);
	expect(await from('192.0.2.1', '192.0.2.2')).toBe(400);
});

test('ten thousand pupils do not fit into a class, and those who are in it do not notice', async () => {
	const { address } = await serveLive({ mostPupils: 40, now: () => 1_000_000 });
	const { at, id, host } = await hostClass(address);
	const joins = Array.from({ length: 240 }, (_, index) => async () => {
		const sent = { name: `Pupil ${index}`, ticket: ticketOf(`Pupil ${index}`) };
		return (await new Device(address).post(`${at}/join`, sent)).body.refused;
	});
	const refusals = await Promise.all(joins.map((join) => join()));
	expect(refusals.filter((refused) => refused === undefined)).toHaveLength(40);
	expect(new Set(refusals)).toEqual(new Set([undefined, 'full', 'slow-down']));
	const name = `Pupil ${refusals.indexOf(undefined)}`;
	expect((await joinClass(address, id, name)).read).toContain(`"name":"${name}"`);
	expect((await host.get(`${at}/people`)).body.pupils).toHaveLength(40);
});

test('odd addresses are answered with a word, and cause no fault', async () => {
	const { address, ada, at } = await classOf();
	const device = new Device(address);
	for (const path of [
		`/live/${'x'.repeat(200)}/me`,
		'/live/..%2f..%2f/me',
		'/live/%00/me',
		'/live/code/%F0%9F%92%A9'
	])
		expect((await device.get(path)).status, path).toBe(404);
	for (const path of [
		'/live',
		'/live/',
		'/live/a',
		'/live/a/b/c',
		`${at}/constructor`,
		`${at}/__proto__`,
		`${at}/me/`
	])
		expect((await ada.get(path)).status, path).toBeGreaterThanOrEqual(404);
	expect((await device.get('/live/classes')).status).toBe(405);
	expect((await ada.post(`${at}/me`, {})).headers.get('allow')).toBe('GET');
	expect((await device.get(`/live/code/${'C'.repeat(9000)}`)).body).toEqual({ refused: 'no-code' });
});
