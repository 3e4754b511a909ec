import { describe, expect, test } from 'vitest';

import { Device, hostClass, joinClass, serveLive, ticketOf } from './staging.ts';
import { waitFor } from '../../../tests/wait-for.ts';

const answer = (round: number, response: unknown, key = 'k', certainty: number | null = null) => ({
	...{ round, response, key, certainty }
});

/** A class with its host and some pupils. */
async function classOf(otherwise: Parameters<typeof hostClass>[1] = {}, ...names: string[]) {
	const served = await serveLive();
	const made = await hostClass(served.address, otherwise);
	const pupils = await Promise.all(names.map((name) => joinClass(served.address, made.id, name)));
	const lead = async (type: string, more: object = {}) =>
		(await made.host.post(`${made.at}/event`, { type, ...more })).body;
	const people = async () => (await made.host.get(`${made.at}/people`)).body.pupils;
	return { ...served, ...made, pupils, lead, people };
}

describe('the host', () => {
	test('sees who is there, renames and removes them, and lets them back in', async () => {
		const { address, at, host, id, people, pupils, lead } = await classOf(
			{ closesWhenAll: false },
			'Ada',
			'Bob'
		);
		const [ada, bob] = pupils;
		const own = (await ada?.get(`${at}/me`))?.body ?? {};
		const change = async (more: object, pupil = own.id) =>
			(await host.post(`${at}/people`, { pupil, change: more })).body;
		await lead('ask', { position: 0 });
		await bob?.post(`${at}/answer`, answer(1, 'one'));
		expect(await people()).toEqual([
			{
				id: own.id,
				name: 'Ada',
				team: null,
				standing: 'in',
				joinedAt: expect.any(Number) as number,
				answered: [],
				times: 1,
				doubt: null
			},
			expect.objectContaining({ name: 'Bob', answered: [1] })
		]);
		expect(await change({ name: ' Ada  L. ' })).toMatchObject({ pupil: { name: 'Ada L.' } });
		expect(await change({ name: 'BOB' })).toEqual({ refused: 'taken' });
		expect(await change({ name: '\u200b' })).toEqual({ refused: 'empty-name' });
		expect(await change({ team: 'Red' })).toEqual({ refused: 'no-team' });
		expect(await change({ standing: 'host' })).toEqual({ refused: 'unreadable' });
		expect(await change({}, 'nobody')).toEqual({ refused: 'unknown-pupil' });
		expect((await ada?.get(`${at}/me`))?.body).toMatchObject({ name: 'Ada L.', standing: 'in' });

		expect(await change({ standing: 'removed' })).toMatchObject({ pupil: { standing: 'removed' } });
		expect((await ada?.get(`${at}/view?as=pupil`))?.body).toEqual({ refused: 'removed' });
		expect((await ada?.post(`${at}/answer`, answer(1, 'one')))?.body).toEqual({ refused: 'removed' });
		// By the same ticket, and as somebody else on the same device.
		expect((await joinClass(address, id, 'Ada')).read).toContain('"standing":"removed"');
		const anew = await ada?.post(`${at}/join`, { name: 'Eve', ticket: ticketOf('Eve') });
		expect(anew?.body).toMatchObject({ name: 'Eve', standing: 'held' });
		expect(await change({ standing: 'in' })).toMatchObject({ pupil: { standing: 'in' } });
		expect((await joinClass(address, id, 'Ada')).read).toContain('"standing":"in"');
	});

	test('decides on names that may offend, that only look like another, and of those who were removed', async () => {
		const { address, at, host, people } = await classOf({}, 'Zoe');
		const join = async (name: string) =>
			(await new Device(address).post(`${at}/join`, { name, ticket: ticketOf(`${name} anew`) })).body;
		expect(await join('ZOE')).toEqual({ refused: 'taken' });
		expect(await join(' zoe\u200b')).toEqual({ refused: 'taken' });
		for (const name of ['Zое', 'Z0e', 'Sh1t']) expect(await join(name)).toMatchObject({ standing: 'held' });
		// Who writes the name with an accent is somebody else, as everybody sees.
		expect(await join('Zoë')).toMatchObject({ standing: 'in' });
		const twice = await new Device(address).post(`${at}/join`, { name: 'Zoë', ticket: ticketOf('twice') });
		expect(twice.body).toEqual({ refused: 'taken' });
		const doubts = ((await host.get(`${at}/people`)).body.pupils as { name: string; doubt: unknown }[]).map(
			({ name, doubt }) => [name, doubt]
		);
		expect(Object.fromEntries(doubts)).toEqual({
			...{ Zoe: null, Zoë: null, Sh1t: { is: 'profanity' } },
			...{ Zое: { is: 'look-alike', of: 'Zoe' }, Z0e: { is: 'look-alike', of: 'Zoe' } }
		});
		const rude = await join('Dick');
		expect(rude).toMatchObject({ standing: 'held' });
		const letIn = await host.post(`${at}/people`, { pupil: rude.id, change: { standing: 'in' } });
		expect(letIn.body).toMatchObject({ pupil: { name: 'Dick', standing: 'in' } });
		const gone = await join('Max');
		expect(gone).toMatchObject({ standing: 'in' });
		await host.post(`${at}/people`, { pupil: gone.id, change: { standing: 'removed' } });
		const again = await new Device(address).post(`${at}/join`, { name: 'Max', ticket: ticketOf('other') });
		expect(again.body).toMatchObject({ standing: 'held' });
		expect(await people()).toHaveLength(8);
	});

	test('lets nobody back in whose name somebody else has by now', async () => {
		const { address, at, host, people } = await classOf({}, 'Zoe', 'Zoë');
		const change = async (pupil: unknown, standing: string) =>
			(await host.post(`${at}/people`, { pupil, change: { standing } })).body;
		const ids = async () => Object.values((await people()) as { id: string }[]).map(({ id }) => id);
		const [, first] = await ids();
		await change(first, 'removed');
		const again = await new Device(address).post(`${at}/join`, { name: 'Zoë', ticket: ticketOf('again') });
		expect(again.body).toMatchObject({ standing: 'held' });
		await change(again.body.id, 'in');
		expect(await change(first, 'in')).toEqual({ refused: 'taken' });
		await change(again.body.id, 'removed');
		expect(await change(first, 'in')).toMatchObject({ pupil: { name: 'Zoë', standing: 'in' } });
	});

	test('gives somebody more time, and nobody who is not in the class', async () => {
		const { at, people, pupils, lead } = await classOf({ seconds: 20 }, 'Ada');
		const me = (await pupils[0]?.get(`${at}/me`))?.body;
		expect(await lead('grant', { pupil: 'x'.repeat(9000), times: 2 })).toEqual({ refused: 'unknown-pupil' });
		expect(await lead('grant', { pupil: me?.id, times: 2 })).toEqual({ version: 1 });
		expect((await pupils[0]?.get(`${at}/me`))?.body).toMatchObject({ times: 2 });
		expect(await people()).toMatchObject([{ name: 'Ada', times: 2 }]);
	});

	test('deletes a class, and nothing of it is left', async () => {
		const { address, at, code, host, id, pupils, stores } = await classOf({}, 'Ada');
		expect((await pupils[0]?.post(`${at}/delete`, {}))?.body).toEqual({ refused: 'not-host' });
		expect((await host.post(`${at}/delete`, {})).body).toEqual({ deleted: true });
		expect(await stores.classes.load(id)).toBeUndefined();
		expect(await stores.pupils.list(id)).toEqual([]);
		expect((await host.get(`${at}/people`)).body).toEqual({ refused: 'no-class' });
		expect((await new Device(address).get(`/live/code/${code}`)).body).toEqual({ refused: 'no-code' });
	});
});

test.each(['people', 'tally', 'standings', 'report'])(
	'what only the host is told is told to nobody else: %s',
	async (what) => {
		const { address, at, pupils } = await classOf({ standings: true }, 'Ada');
		for (const device of [pupils[0], new Device(address)])
			expect((await device?.get(`${at}/${what}`))?.body).toEqual({ refused: 'not-host' });
	}
);

describe('a class of two items', () => {
	test('is tallied, ranked and reported as its rounds are revealed, and each pupil is told of themselves', async () => {
		const { at, host, pupils, lead, live } = await classOf({
			standings: true,
			closesWhenAll: false,
			teams: ['Red', 'Blue']
		});
		expect(pupils).toEqual([]);
		const join = async (name: string, team: string) => {
			const device = new Device(host.address);
			await device.post(`${at}/join`, { name, team, ticket: ticketOf(name) });
			return device;
		};
		const ada = await join('Ada', 'Red');
		const bob = await join('Bob', 'Blue');
		const get = async (device: Device, what: string) => (await device.get(`${at}/${what}`)).body;

		await lead('ask', { position: 0 });
		expect((await ada.post(`${at}/answer`, answer(1, 'one'))).body).toEqual({ kept: 'k' });
		expect((await bob.post(`${at}/answer`, answer(1, 'two'))).body).toEqual({ kept: 'k' });
		for (const what of ['tally', 'standings']) expect(await get(host, what)).toEqual({ refused: 'refused' });
		expect(await get(host, 'report')).toMatchObject({
			keptUntil: null,
			report: { items: [] },
			course: { items: [] }
		});
		expect(await get(ada, 'own')).toMatchObject({ own: { possible: 0, answers: [] }, course: { items: [] } });

		await lead('close', { round: 1 });
		expect(await get(host, 'tally')).toEqual({ refused: 'refused' });
		expect(await get(host, 'report')).toMatchObject({ report: { items: [] } });
		await lead('discuss');
		await lead('ask-again');
		await bob.post(`${at}/answer`, answer(2, 'one'));
		await ada.post(`${at}/answer`, answer(2, 'one'));
		await lead('close', { round: 2 });
		await lead('reveal');
		expect(await get(host, 'tally')).toMatchObject({
			rounds: [
				{ number: 1, isSecond: false, tally: { asked: 2, answered: 2, facility: 0.5 } },
				{ number: 2, isSecond: true, tally: { asked: 2, answered: 2, facility: 1 } }
			],
			comparison: { stayedRight: 1, wrongToRight: 1, first: { facility: 0.5 }, second: { facility: 1 } }
		});

		await lead('ask', { position: 1 });
		await ada.post(`${at}/answer`, answer(3, '2'));
		await lead('close', { round: 3 });
		await lead('reveal');
		await lead('standings');
		expect(await get(host, 'standings')).toMatchObject({
			pupils: [
				{ name: 'Ada', team: 'Red', place: 1, marks: 2, possible: 2 },
				{ name: 'Bob', team: 'Blue', place: 2, marks: 1, possible: 2 }
			],
			teams: [{ id: 'Red', place: 1 }, { id: 'Blue' }]
		});
		expect(await get(bob, 'own')).toMatchObject({
			name: 'Bob',
			own: { marks: 1, possible: 2, place: 2, missed: { items: ['number'], facts: ['F1.1'] } }
		});
		await lead('end');
		expect(await get(host, 'report')).toMatchObject({
			endedAt: expect.any(Number) as number,
			keptUntil: expect.any(Number) as number,
			pupils: [{ name: 'Ada' }, { name: 'Bob' }],
			report: { items: [{ id: 'first' }, { id: 'number' }] }
		});
		expect(live.keepDays).toBe(30);
	});

	test('lets whoever comes late in where it is: they answer what is open, and have missed nothing before', async () => {
		const { at, host, pupils, lead } = await classOf({ standings: true, closesWhenAll: false }, 'Ada');
		await lead('ask', { position: 0 });
		await pupils[0]?.post(`${at}/answer`, answer(1, 'one'));
		await lead('close', { round: 1 });
		await lead('reveal');
		await lead('ask', { position: 1 });
		const late = await joinClass(host.address, at.slice('/live/'.length), 'Late');
		expect((await late.get(`${at}/view?as=pupil`)).body).toMatchObject({
			view: { phase: 'asking', position: 1, rounds: [{ number: 2 }] },
			pupil: { name: 'Late', standing: 'in' }
		});
		expect((await late.post(`${at}/answer`, answer(1, 'one'))).body).toEqual({ refused: 'closed' });
		expect((await late.post(`${at}/answer`, answer(2, '2'))).body).toEqual({ kept: 'k' });
		await lead('close', { round: 2 });
		await lead('reveal');
		await lead('standings');
		expect((await host.get(`${at}/standings`)).body).toMatchObject({
			pupils: [
				{ name: 'Ada', place: 1, marks: 1, possible: 2 },
				{ name: 'Late', place: 1, marks: 1, possible: 1 }
			]
		});
		expect((await late.get(`${at}/own`)).body).toMatchObject({
			own: { scores: [{ item: 'number', fraction: 1 }], missed: { items: [] } }
		});
	});

	test('has no standings unless they are wanted', async () => {
		const { at, host, lead } = await classOf({ standings: false }, 'Ada');
		await lead('end');
		expect((await host.get(`${at}/standings`)).body).toEqual({ refused: 'refused' });
	});

	test('tells of nobody’s certainty where nobody asked for it', async () => {
		const { at, id, lead, pupils, stores } = await classOf({ closesWhenAll: false }, 'Ada');
		await lead('ask', { position: 0 });
		await pupils[0]?.post(`${at}/answer`, answer(1, 'one', 'k', 3));
		expect(await stores.answers.list(id, [1])).toMatchObject([{ response: 'one', certainty: null }]);
	});
});

test('a class closes a round once all who are in it have answered, and waits for none who is held or removed', async () => {
	const { address, at, id, host, lead, pupils } = await classOf({}, 'Ada', 'Bob');
	await joinClass(address, id, 'Dick');
	const bob = (await pupils[1]?.get(`${at}/me`))?.body.id;
	await host.post(`${at}/people`, { pupil: bob, change: { standing: 'removed' } });
	await lead('ask', { position: 0 });
	await pupils[0]?.post(`${at}/answer`, answer(1, 'one'));
	await waitFor(async () =>
		expect((await host.get(`${at}/view?as=wall`)).body).toMatchObject({ view: { phase: 'closed' } })
	);
});
