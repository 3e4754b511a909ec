import { expect, onTestFinished, test, vi } from 'vitest';

import type { Bus } from './bus/bus.ts';
import { natsProgram, newNats } from './bus/staging.ts';
import { newPostgresDatabase, postgresAddress } from './database/staging.ts';
import { openBus, type BusConfiguration } from './open-bus.ts';
import { waitFor } from '../../../tests/wait-for.ts';

async function open(
	configuration: BusConfiguration,
	say: (words: string) => void = () => undefined
): Promise<Bus> {
	const bus = await openBus(configuration, say);
	onTestFinished(() => bus.close());
	return bus;
}

/** Whether two processes of the same configuration hear one another. */
async function areHeard(configuration: BusConfiguration): Promise<boolean> {
	const [one, other] = [await open(configuration), await open(configuration)];
	await waitFor(() => expect(one.isWell() && other.isWell()).toBe(true));
	let heard = 0;
	other.listen('a', () => heard++);
	const before = heard;
	await waitFor(() => {
		one.tell({ classId: 'a', about: { type: 'answers' } });
		expect(heard).toBeGreaterThan(before);
	});
	return true;
}

test('by default it is within the process', async () => {
	const [one, other] = [await open({}), await open({})];
	const heard = vi.fn();
	const hears = vi.fn();
	other.listen('a', heard);
	one.listen('a', hears);
	one.tell({ classId: 'a', about: { type: 'answers' } });
	await waitFor(() => expect(hears).toHaveBeenCalledTimes(1));
	expect(heard).not.toHaveBeenCalled();
});

test.runIf(postgresAddress !== null)('with a PostgreSQL it is over that', async () => {
	expect(await areHeard({ databaseUrl: await newPostgresDatabase() })).toBe(true);
});

test.runIf(natsProgram !== null)('with a NATS it is over that, whatever the PostgreSQL', async () => {
	const { address } = await newNats();
	expect(await areHeard({ bus: address, databaseUrl: 'postgres://127.0.0.1:1/x' })).toBe(true);
});

test.each([
	[{ bus: 'nats://me:hidden@127.0.0.1:1' }, 'The NATS at 127.0.0.1:1 cannot be reached'],
	[
		{ databaseUrl: 'postgres://me:hidden@127.0.0.1:1/points' },
		'The PostgreSQL at 127.0.0.1:1 (database “points”) cannot be reached'
	]
])(
	'one that is out of reach stops no start, and is told without its password: %#',
	async (configuration, words) => {
		const said = Promise.withResolvers<string>();
		const bus = await open(configuration, said.resolve);
		expect(bus.isWell()).toBe(false);
		expect(await said.promise).toContain(words);
		expect(await said.promise).not.toContain('hidden');
	}
);
