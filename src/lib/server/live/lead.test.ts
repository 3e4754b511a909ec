import { afterEach, beforeEach, expect, test } from 'vitest';

import { LONGEST } from '#lib/classroom/setup.ts';

import { lead } from './lead.ts';
import { LiveClass } from './live-class.ts';
import type { LiveServices } from './live-services.ts';
import { keepClass, liveServices } from './staging.ts';

let services: LiveServices;
let opened: LiveClass[];

beforeEach(() => {
	services = liveServices();
	opened = [];
});

afterEach(async () => {
	for (const live of opened) live.stop();
	await services.bus.close();
});

/** Opens the class, as a process of its own does. */
async function open(): Promise<LiveClass> {
	const live = await LiveClass.open('c', services);
	if (!live) throw new Error('There is no class.');
	opened.push(live);
	return live;
}

test('two devices of a host who ask the same at once begin it once', async () => {
	await keepClass(services);
	const [wall, remote] = [await open(), await open()];
	const ask = { type: 'ask', position: 0 };
	const told = await Promise.all([lead(wall, ask), lead(remote, ask), lead(wall, ask)]);
	expect(told.toSorted()).toEqual([{ version: 1 }, 'refused', 'refused']);
	await lead(wall, { type: 'close', round: 1 });
	// Once it is over it may be asked again, and another item may be asked at any time.
	expect(await lead(wall, ask)).toEqual({ version: 3 });
	expect(await lead(wall, { type: 'ask', position: 1 })).toEqual({ version: 4 });
});

test('no host asks without end, since whoever opens the class reads all of it', async () => {
	await keepClass(services);
	const live = await open();
	for (let asked = 0; asked < 1000; asked++)
		expect(await lead(live, { type: 'ask', position: asked % 2 })).toEqual({ version: asked + 1 });
	expect(await lead(live, { type: 'ask', position: 0 })).toBe('refused');
	for (let more = 1000; more < 10_000; more++) await lead(live, { type: more % 2 ? 'unlock' : 'lock' });
	expect(live.version).toBe(10_000);
	for (const type of ['lock', 'unlock', 'pause']) expect(await lead(live, { type })).toBe('refused');
	expect(await lead(live, { type: 'end' })).toEqual({ version: 10_001 });
});

test('no time is longer than that of a class may be, however often more is given', async () => {
	await keepClass(services, { seconds: 20 });
	const live = await open();
	await lead(live, { type: 'ask', position: 0 });
	for (const seconds of [LONGEST.window, 1e300, 1e308])
		expect(await lead(live, { type: 'extend', round: 1, seconds })).toBe('refused');
	expect(await lead(live, { type: 'extend', round: 1, seconds: -1e308 })).toEqual({ version: 2 });
	expect(await lead(live, { type: 'extend', round: 1, seconds: 60 })).toEqual({ version: 3 });
	expect(live.state.context.rounds[0]?.length).toBeLessThan(90_000);
});
