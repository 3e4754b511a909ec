import { connect } from '@nats-io/transport-node';
import { Client } from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';

import { inPostgres, newPostgresDatabase, postgresAddress } from '../database/staging.ts';
import type { Bus, Notice } from './bus.ts';
import { busInProcess } from './in-process.ts';
import { busOverNats, PREFIX } from './nats.ts';
import { busOverPostgres, CHANNEL, payloadsOf } from './postgres.ts';
import { natsProgram, newNats } from './staging.ts';
import { nameOf } from './word.ts';
import { waitFor } from '../../../../tests/wait-for.ts';

type Say = (words: string) => void;

/** Something that several processes share to tell one another. */
interface Ground {
	/** A bus of another process, except in a single process, which has one. */
	open: (say: Say) => Bus;
	/** Breaks all connections, and lets none be made where that is possible, until `mend` is called. */
	cut: () => Promise<void>;
	mend: () => Promise<void>;
	/** Writes what is none of our words to where word of a class travels. */
	litter: (classId: string, texts: string[]) => Promise<void>;
	/** Calls back with all that travels there. */
	overhear: (heard: (text: string) => void) => Promise<void>;
}

async function overPostgres(): Promise<Ground> {
	const address = await newPostgresDatabase();
	const name = new URL(address).pathname.slice(1);
	return {
		open: (say) => busOverPostgres(address, say),
		async cut() {
			await inPostgres(`alter database ${name} allow_connections false`);
			await inPostgres(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
		},
		async mend() {
			await inPostgres(`alter database ${name} allow_connections true`);
		},
		async litter(classId, texts) {
			for (const text of texts) {
				const payload = `${nameOf(classId)}:${text}`
					.slice(0, 3000)
					.replaceAll("'", "''")
					.replaceAll('\0', '');
				await inPostgres(`select pg_notify('${CHANNEL}', '${payload}')`, address);
				await inPostgres(`select pg_notify('${CHANNEL}', '${payload.slice(23)}')`, address);
			}
		},
		async overhear(heard) {
			const client = new Client(address);
			client.on('error', () => undefined).on('notification', ({ payload }) => heard(payload ?? ''));
			await client.connect();
			onTestFinished(() => client.end());
			await client.query(`listen ${CHANNEL}`);
		}
	};
}

async function overNats(): Promise<Ground> {
	const { address, kill, restart } = await newNats();
	const client = async () => {
		const nats = await connect({ servers: new URL(address).host, reconnect: false });
		onTestFinished(() => nats.close());
		return nats;
	};
	return {
		...{ open: (say: Say) => busOverNats(address, say), cut: kill, mend: restart },
		async litter(classId, texts) {
			const nats = await client();
			for (const text of texts) nats.publish(`${PREFIX}.${nameOf(classId)}`, text);
			await nats.flush();
		},
		async overhear(heard) {
			const nats = await client();
			nats.subscribe('>', { callback: (_, message) => heard(message.string()) });
			await nats.flush();
		}
	};
}

const grounds: [name: string, isThere: boolean, make: () => Promise<Ground>][] = [
	['PostgreSQL', postgresAddress !== null, overPostgres],
	['NATS', natsProgram !== null, overNats]
];

const answers = (classId: string): Notice => ({ classId, about: { type: 'answers' } });
const log = (classId: string, upTo: number): Notice => ({ classId, about: { type: 'log', upTo } });

/** All that somebody is told of a class from now on. */
function heardBy(bus: Bus, classId: string): Notice[] {
	const heard: Notice[] = [];
	bus.listen(classId, (notice) => heard.push(notice));
	return heard;
}

/** What everybody is told after word did not get through. */
const everything = (classId: string): Notice[] => [
	log(classId, Infinity),
	{ classId, about: { type: 'pupils' } },
	answers(classId)
];

function openOn({ open }: Ground, say: Say = () => undefined): Bus {
	const bus = open(say);
	onTestFinished(() => bus.close());
	return bus;
}

let probes = 0;

/** Waits until one bus hears the other, and so all that it was told before. */
async function reached(one: Bus, other: Bus): Promise<void> {
	const probe = `probe ${probes++}`;
	let isHeard = false;
	const stop = one.listen(probe, () => (isHeard = true));
	// Not what the bus tells by itself when it connects.
	await waitFor(() => expect(one.isWell() && other.isWell()).toBe(true));
	isHeard = false;
	await waitFor(() => {
		other.tell(answers(probe));
		expect(isHeard).toBe(true);
	});
	stop();
}

async function twoOn(ground: Ground): Promise<[Bus, Bus]> {
	const [one, other] = [openOn(ground), openOn(ground)];
	await reached(one, other);
	await reached(other, one);
	return [one, other];
}

const ODD = [
	...[
		'a b',
		'a',
		' ',
		'',
		'a.b',
		'a.*',
		'a.>',
		'*',
		'>',
		'A',
		'a\n',
		'a\0',
		'a:l1',
		"'; select 1",
		'👩‍🏫',
		'👩',
		'\ud83d'
	],
	...[
		'\udc69',
		'\ufffd',
		'\u00e9',
		'e\u0301',
		'x'.repeat(1000),
		`${'x'.repeat(999)}y`,
		'👩'.repeat(500),
		'__proto__',
		'l1',
		'../a'
	]
];

const RUBBISH = [
	...[
		'',
		' ',
		'l',
		'l-1',
		'l1.5',
		'l1e3',
		'lInfinity',
		'l99999999999999999',
		'l9999999999999999',
		'p ',
		'pp',
		'A',
		':'
	],
	...['{"type":"answers"}', 'null', '\0', 'l１', '👩‍🏫', `a${'x'.repeat(5000)}`, 'undefined', 'a:b:c'.repeat(9)]
];

describe('within a process', () => {
	const open = (say: Say = () => undefined): Bus => {
		const bus = busInProcess(say);
		onTestFinished(() => bus.close());
		return bus;
	};
	contract(() => Promise.resolve({ open }));

	test('it is always well', () => expect(open().isWell()).toBe(true));

	test('what was told is heard before it is closed, and nothing after', async () => {
		const bus = open();
		const heard = heardBy(bus, 'a');
		bus.tell(answers('a'));
		await bus.close();
		bus.tell(log('a', 1));
		await new Promise(setImmediate);
		expect(heard).toEqual([answers('a')]);
	});

	test('many about the same in one turn are one', async () => {
		const bus = open();
		const heard = heardBy(bus, 'a');
		for (let at = 1; at <= 1000; at++) [answers('a'), log('a', at % 900)].forEach(bus.tell);
		await waitFor(() => expect(heard).toEqual([answers('a'), log('a', 899)]));
	});
});

describe.each(grounds)('over %s', (_, isThere, make) => {
	describe.runIf(isThere)('where there is one', () => {
		contract(make);

		test('two processes hear one another, and each hears itself once', async () => {
			const [one, other] = await twoOn(await make());
			const [here, there] = [heardBy(one, 'a'), heardBy(other, 'a')];
			await reached(other, one);
			one.tell(log('a', 7));
			one.tell({ classId: 'a', about: { type: 'pupils' } });
			one.tell(answers('a'));
			one.tell(answers('not listened to'));
			const told = [log('a', 7), { classId: 'a', about: { type: 'pupils' } }, answers('a')];
			// The order is not promised.
			await waitFor(() => expect(there).toHaveLength(3));
			await reached(one, other);
			await reached(other, one);
			expect(new Set(there)).toEqual(new Set(told));
			expect(here).toEqual(told);
		});

		test('many about the same in one turn travel as one', async () => {
			const ground = await make();
			const [one, other] = await twoOn(ground);
			const there = heardBy(other, 'a');
			await reached(other, one);
			const travelled: string[] = [];
			await ground.overhear((text) => travelled.push(text));
			for (let at = 1; at <= 1000; at++) [answers('a'), log('a', at)].forEach(one.tell);
			await waitFor(() => expect(there).toHaveLength(2));
			await reached(other, one);
			expect(new Set(there)).toEqual(new Set([answers('a'), log('a', 1000)]));
			expect(travelled.filter((text) => text.includes('l1000'))).toHaveLength(1);
			expect(travelled.filter((text) => /l\d/.test(text))).toHaveLength(1);
		});

		test('what is lost is read again: all who listen are told once of everything when it is back', async () => {
			const ground = await make();
			const said: string[] = [];
			const one = openOn(ground, (words) => said.push(words));
			const other = openOn(ground);
			await reached(one, other);
			await reached(other, one);
			const [here, there] = [heardBy(one, 'a'), heardBy(other, 'b')];
			await ground.cut();
			await waitFor(() => expect([one.isWell(), other.isWell()]).toEqual([false, false]));
			one.tell(answers('b'));
			one.tell(answers('a'));
			await waitFor(() => expect(here).toEqual([answers('a')]));
			await ground.mend();
			await waitFor(() => expect([one.isWell(), other.isWell()]).toEqual([true, true]));
			await reached(other, one);
			expect(here).toEqual([answers('a'), ...everything('a')]);
			// What was told meanwhile comes too, before or after.
			expect(there.filter(({ about }) => about.type !== 'answers')).toEqual(everything('b').slice(0, 2));
			expect(there.filter(({ about }) => about.type === 'answers').length).toBeGreaterThan(0);
			expect(said).toEqual([
				expect.stringMatching(/^The .* at 127\.0\.0\.1:\d+.* cannot be reached: .*\nUntil it can/),
				expect.stringMatching(/^The .* at 127\.0\.0\.1:\d+.* passes word between servers again\.$/)
			]);
			one.tell(log('b', 5));
			await waitFor(() => expect(there).toContainEqual(log('b', 5)));
			const heard = heardBy(other, 'c');
			await reached(other, one);
			one.tell(answers('c'));
			await waitFor(() => expect(heard).toEqual([answers('c')]));
		});

		test('one that is not there at first is waited for, and nobody waits for it', async () => {
			const ground = await make();
			await ground.cut();
			const said = Promise.withResolvers<string>();
			const [one, other] = [openOn(ground, said.resolve), openOn(ground)];
			const [here, there] = [heardBy(one, 'a'), heardBy(other, 'a')];
			expect(await said.promise).toContain('cannot be reached');
			expect(one.isWell()).toBe(false);
			one.tell(log('a', 3));
			await waitFor(() => expect(here).toEqual([log('a', 3)]));
			await ground.mend();
			await waitFor(() => expect(there).toEqual(expect.arrayContaining(everything('a'))));
		});

		test('ids of whatever characters reach no other class', async () => {
			const [one, other] = await twoOn(await make());
			const heard = ODD.map((id) => heardBy(other, id));
			await reached(other, one);
			ODD.forEach((id, index) => one.tell(log(id, index + 1)));
			await waitFor(() => expect(heard.flat()).toHaveLength(ODD.length));
			await reached(other, one);
			expect(heard).toEqual(ODD.map((id, index) => [log(id, index + 1)]));
		});

		test('what others write there is ignored', async () => {
			const ground = await make();
			const [one, other] = await twoOn(ground);
			const heard = heardBy(other, 'a');
			await reached(other, one);
			await ground.litter('a', [...RUBBISH, 'l9']);
			await waitFor(() => expect(heard).toContainEqual(log('a', 9)));
			expect(heard).toEqual([log('a', 9)]);
			one.tell(answers('a'));
			await waitFor(() => expect(heard).toEqual([log('a', 9), answers('a')]));
		});

		test('what was told is sent before it is closed, and nothing after', async () => {
			const [one, other] = await twoOn(await make());
			const heard = heardBy(other, 'a');
			await reached(other, one);
			one.tell(answers('a'));
			await one.close();
			one.tell(log('a', 1));
			expect(one.isWell()).toBe(false);
			await waitFor(() => expect(heard).toEqual([answers('a')]));
			await one.close();
			expect(heard).toEqual([answers('a')]);
		});
	});
});

/** What holds of every bus, also of one alone. */
function contract(make: () => Promise<Pick<Ground, 'open'>>): void {
	const alone = async (say: Say = () => undefined): Promise<Bus> => {
		const bus = (await make()).open(say);
		onTestFinished(() => bus.close());
		await waitFor(() => expect(bus.isWell()).toBe(true));
		return bus;
	};

	test('whoever listens to a class hears of it, after the turn in which it is told', async () => {
		const bus = await alone();
		const [first, second, elsewhere] = [heardBy(bus, 'a'), heardBy(bus, 'a'), heardBy(bus, 'b')];
		bus.tell(log('a', 1));
		expect(first).toEqual([]);
		await waitFor(() => expect(first).toEqual([log('a', 1)]));
		expect([second, elsewhere]).toEqual([[log('a', 1)], []]);
	});

	test('a listener that fails harms no other, and is told', async () => {
		const said: string[] = [];
		const bus = await alone((words) => said.push(words));
		bus.listen('a', () => {
			throw new Error('I cannot hear.');
		});
		const heard = heardBy(bus, 'a');
		bus.tell(answers('a'));
		await waitFor(() => expect(heard).toEqual([answers('a')]));
		expect(said).toEqual([expect.stringMatching(/^Somebody who listens to classes failed: Error: I cannot/)]);
	});

	test('whoever has stopped hears no more, even of what was told before, and others go on', async () => {
		const bus = await alone();
		const heard: string[] = [];
		const stopFirst = bus.listen('a', () => {
			heard.push('first');
			stopSecond();
		});
		const stopSecond = bus.listen('a', () => heard.push('second'));
		bus.listen('a', () => heard.push('third'));
		bus.tell(answers('a'));
		await waitFor(() => expect(heard).toEqual(['first', 'third']));
		stopFirst();
		stopFirst();
		bus.tell(answers('a'));
		await waitFor(() => expect(heard).toEqual(['first', 'third', 'third']));
	});

	test('a class that nobody listens to any more can be listened to again', async () => {
		const bus = await alone();
		bus.listen('a', () => undefined)();
		const heard = heardBy(bus, 'a');
		bus.tell(answers('a'));
		await waitFor(() => expect(heard).toEqual([answers('a')]));
	});
}

test('a NATS that asks for a login gets it, and its password is told to nobody', async ({ skip }) => {
	skip(natsProgram === null, 'There is no NATS in this run.');
	const { address } = await newNats('me:hidden');
	const well = busOverNats(address, () => undefined);
	onTestFinished(() => well.close());
	await waitFor(() => expect(well.isWell()).toBe(true));
	const said = Promise.withResolvers<string>();
	const refused = busOverNats(address.replace('hidden', 'hidden-wrong'), said.resolve);
	onTestFinished(() => refused.close());
	expect(await said.promise).toMatch(/^The NATS at 127\.0\.0\.1:\d+ cannot be reached: .*uthoriz/);
	expect(await said.promise).not.toContain('hidden');
	expect(refused.isWell()).toBe(false);
});

test('word of very many classes fits into few notifications of fewer than 8,000 bytes', () => {
	const notices = Array.from({ length: 1000 }, (_, at) => log(`👩 ${at}`, Number.MAX_SAFE_INTEGER));
	const payloads = payloadsOf(notices);
	expect(payloads.length).toBeLessThanOrEqual(6);
	expect(Math.max(...payloads.map((payload) => Buffer.byteLength(payload)))).toBeLessThan(8000);
	expect(payloads.join(' ').split(' ')).toHaveLength(1000);
});
