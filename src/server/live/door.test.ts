import { describe, expect, test } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import { withKept } from '#lib/bank/serving.ts';
import { classesInMemory } from '#lib/server/classes/memory.ts';
import { cookieFor } from '#lib/server/live/tokens.ts';

import { Device, hostClass, joinClass, serveLive, smallSetup, ticketOf } from './staging.ts';

describe('a class', () => {
	test('is made by whoever is then its host, under a code that leads to it', async () => {
		const { address } = await serveLive();
		const { host, id, code, key } = await hostClass(address);
		expect(host.cookies).toBe(`${cookieFor('host', id)}=${key}`);
		const found = await new Device(address).get(`/live/code/${code.toLowerCase()}`);
		expect(found).toMatchObject({ status: 200, headers: expect.anything() as unknown });
		expect(found.body).toEqual({
			...{ id, primer: 'b', isLocked: false },
			rules: { language: 'en', names: 'real', teams: [] }
		});
		expect(found.headers.get('cache-control')).toBe('no-store');
		expect(host.read + JSON.stringify(found.body)).not.toContain('hash');
	});

	test.each([
		['of no course', { primer: 'other' }, 'no-course'],
		['in a language that its course has not', { language: 'fr' }, 'no-course'],
		['of an item that its course has not', { items: ['first', 'no item'] }, 'no-item'],
		['of teams that are called alike', { teams: ['A', 'A\u200b'] }, 'unreadable'],
		['with a seed as long as a book', { seed: 'x'.repeat(1000) }, 'unreadable'],
		['of no items', { items: [] }, 'unreadable']
	])('%s is not made', async (_, otherwise, refused) => {
		const { address } = await serveLive();
		const { body } = await new Device(address).post('/live/classes', { setup: smallSetup(otherwise) });
		expect(body).toEqual({ refused });
	});

	test('shows to everybody what it asks, and so asks nothing that is kept for exams', async () => {
		const kept = withKept({ ...bankWith(), primer: { ...bankWith().primer, serves: 'exam' } });
		const { address } = await serveLive({ banks: [kept] });
		const { body, status } = await new Device(address).post('/live/classes', { setup: smallSetup() });
		expect([status, body]).toEqual([403, { refused: 'for-exams' }]);
	});

	test('is taken over by whoever has the key, and by nobody else', async () => {
		const { address } = await serveLive();
		const { at, code, key } = await hostClass(address);
		const other = new Device(address);
		expect((await other.post(`${at}/event`, { type: 'lock' })).body).toEqual({ refused: 'not-host' });
		expect((await other.post(`${at}/host`, { key: 'another' })).body).toEqual({ refused: 'not-host' });
		expect((await other.post(`${at}/host`, { key })).body).toEqual({ code });
		expect((await other.post(`${at}/event`, { type: 'lock' })).body).toEqual({ version: 1 });
	});
});

describe('whoever joins', () => {
	test('is known again by the ticket and by the token, also once the door is locked', async () => {
		const { address } = await serveLive();
		const { host, at, id } = await hostClass(address);
		const ada = await joinClass(address, id, 'Ada');
		const me = (await ada.get(`${at}/me`)).body;
		expect(me).toMatchObject({ name: 'Ada', team: null, standing: 'in', times: 1, answers: [] });
		await host.post(`${at}/event`, { type: 'lock' });
		const again = new Device(address);
		const sent = { name: 'Somebody else', ticket: ticketOf('Ada') };
		expect((await again.post(`${at}/join`, sent)).body).toEqual(me);
		const other = new Device(address);
		expect((await other.post(`${at}/back`, { token: me.token })).body).toEqual(me);
		expect((await other.get(`${at}/me`)).body).toEqual(me);
		expect((await other.post(`${at}/back`, { token: `${String(me.token)}x` })).body).toEqual({
			refused: 'not-pupil'
		});
		const late = await new Device(address).post(`${at}/join`, { name: 'Late', ticket: ticketOf('Late') });
		expect([late.status, late.body]).toEqual([409, { refused: 'locked' }]);
	});

	test('has a cookie that no script reads, and another site cannot use', async () => {
		const { address } = await serveLive();
		const { at, id } = await hostClass(address);
		const sent = { name: 'Ada', ticket: ticketOf('Ada') };
		const { headers } = await new Device(address).post(`${at}/join`, sent);
		expect(headers.get('set-cookie')).toMatch(
			new RegExp(`^${cookieFor('pupil', id)}=[\\w.-]+; Max-Age=\\d+; Path=/; HttpOnly; SameSite=Lax$`)
		);
		const proxied = await serveLive({ answering: { trustProxy: true } });
		const { at: there } = await hostClass(proxied.address);
		const told = await new Device(proxied.address).post(`${there}/join`, sent, {
			'X-Forwarded-Proto': 'https'
		});
		expect(told.headers.get('set-cookie')).toMatch(/; Secure$/);
	});

	test.each([
		['without a name', { name: ' ' }, 'empty-name'],
		['with a name of invisible characters', { name: '\u200b\u202e' }, 'empty-name'],
		['with a name as long as a line', { name: 'a'.repeat(41) }, 'long-name'],
		['with as many characters as a name may have, each long to write', { name: '👩‍🚀'.repeat(40) }, undefined],
		['with a name that is one long character', { name: `👩${'\u200d👩'.repeat(300)}` }, 'long-name'],
		['in a team where there are none', { name: 'Ada', team: 'A' }, 'no-team'],
		['with a short ticket', { name: 'Ada', ticket: 'short' }, 'unreadable'],
		['with more than is asked for', { name: 'Ada', standing: 'in' }, 'unreadable']
	])('%s is told whether that will do', async (_, sent, refused) => {
		const { address } = await serveLive();
		const { at } = await hostClass(address);
		const { body } = await new Device(address).post(`${at}/join`, { ticket: ticketOf('t'), ...sent });
		expect(body.refused).toBe(refused);
	});

	test('in teams names one of them', async () => {
		const { address } = await serveLive();
		const { at } = await hostClass(address, { teams: ['Red', 'Blue'] });
		const join = async (team: string | null) =>
			(await new Device(address).post(`${at}/join`, { name: 'Ada', team, ticket: ticketOf('Ada') })).body;
		expect(await join('Green')).toEqual({ refused: 'no-team' });
		expect(await join(null)).toEqual({ refused: 'no-team' });
		expect(await join('Blue')).toMatchObject({ name: 'Ada', team: 'Blue' });
	});

	test('gets a name in the language of the class where names are handed out, each another one', async () => {
		const { address, stores } = await serveLive();
		const { id, at } = await hostClass(address, { names: 'given' });
		const tickets = Array.from({ length: 60 }, (_, index) => ticketOf(`ticket ${index}`));
		const all = await Promise.all(
			tickets.map((ticket) => new Device(address).post(`${at}/join`, { name: 'Real Name', ticket }))
		);
		expect(new Set(all.map(({ body }) => body.name)).size).toBe(60);
		expect(JSON.stringify(await stores.pupils.list(id))).not.toContain('Real');
	});

	test('at the same moment as somebody of the same name is told so, even where others look like both', async () => {
		const stores = classesInMemory();
		const { promise: bothKnock, resolve: open } = Promise.withResolvers<undefined>();
		let knocking = 0;
		const { join } = stores.pupils;
		// As where each has come to a process of its own.
		stores.pupils.join = async (...asked) => {
			if (asked[1].name === 'Zoë' && ++knocking === 2) open(undefined);
			if (asked[1].name === 'Zoë') await bothKnock;
			return join(...asked);
		};
		const { address } = await serveLive({ stores });
		const { at, id } = await hostClass(address);
		await joinClass(address, id, 'Zoe');
		const knocks = ['one', 'other'].map((ticket) =>
			new Device(address).post(`${at}/join`, { name: 'Zoë', ticket: ticketOf(ticket) })
		);
		const told = (await Promise.all(knocks)).map(({ body }) => body.refused ?? body.standing);
		expect(told.toSorted()).toEqual(['in', 'taken']);
	});

	test('comes too late once as many have joined as may, or once the class has ended', async () => {
		const { address } = await serveLive({ mostPupils: 1 });
		const { host, at, id } = await hostClass(address);
		await joinClass(address, id, 'Ada');
		const bob = { name: 'Bob', ticket: ticketOf('Bob') };
		expect((await new Device(address).post(`${at}/join`, bob)).body).toEqual({ refused: 'full' });
		await host.post(`${at}/event`, { type: 'end' });
		expect((await new Device(address).post(`${at}/join`, bob)).body).toEqual({ refused: 'ended' });
		expect((await joinClass(address, id, 'Ada')).read).toContain('"name":"Ada"');
	});
});

test('codes are looked up 2,000 times a minute by one address, and then a moment later', async () => {
	let now = 1_000_000;
	const { address } = await serveLive({ now: () => now });
	const device = new Device(address);
	for (let guess = 0; guess < 2000; guess++) await device.get('/live/code/CCCCCCC');
	expect((await device.get('/live/code/CCCCCCC')).body).toEqual({ refused: 'slow-down' });
	now += 60_000;
	const { status, body } = await device.get('/live/code/CCCCCCC');
	expect([status, body]).toEqual([404, { refused: 'no-code' }]);
});
