import { expect, test } from 'vitest';

import { lineTo } from '#lib/server/database/line-staging.ts';
import { newPostgresDatabase, postgresAddress } from '#lib/server/database/staging.ts';

import { hostClass } from '../browser/hosting.ts';
import { allAsked, allOpen, answerUntil, item, joined, nothingIsLost, response, serve } from './class.ts';
import { FILLABLE, fillDisk, makeRoom } from './full-disk.ts';
import type { Phone } from './phones.ts';
import { waitFor } from '../wait-for.ts';

/** Those whose answer has been acknowledged. */
const acknowledgedOf = (phones: readonly Phone[]) =>
	phones.filter(({ acknowledged }) => acknowledged.size > 0);

test.runIf(postgresAddress !== null)(
	'the PostgreSQL of a class is gone and comes back: pupils wait, and go on by themselves',
	async () => {
		const address = await newPostgresDatabase();
		const line = await lineTo(address);
		const DATABASE_URL = Object.assign(new URL(address), { port: line.port }).href;
		const server = await serve({ DATABASE_URL });
		const hosted = await hostClass({ items: [item.id] }, server.address);
		const phones = await joined(hosted, 30, server.address);
		await allOpen(phones);
		await hosted.act({ type: 'ask', position: 0 });
		await allAsked(phones, 1);
		const [early, late] = [phones.slice(0, 15), phones.slice(15)];
		await answerUntil(early, 14);

		await line.cut();
		for (const phone of late) phone.answer(1, response);
		await waitFor(() => expect(phones.every(({ link }) => link.state === 'waiting')).toBe(true));
		// What a phone shows meanwhile: its answer is on its way, and could not be sent.
		expect(late.map(({ outbox }) => outbox.deliveryOf(1)?.is)).toEqual(late.map(() => 'sending'));
		await waitFor(() => expect(late.every(({ outbox }) => outbox.isStuck)).toBe(true));
		await expect(hosted.act({ type: 'close', round: 1 })).rejects.toThrow('wait');
		// A phone whose page is opened anew waits as well.
		const again = phones[0]?.again();
		await waitFor(() => expect(again?.link.state).toBe('waiting'));
		expect(acknowledgedOf(phones)).toEqual(early);

		await line.mend();
		await allOpen([...phones, ...(again ? [again] : [])]);
		await nothingIsLost(phones, early);
		await hosted.act({ type: 'close', round: 1 });
		await hosted.act({ type: 'reveal' });
		await waitFor(() => expect(phones.every(({ link }) => link.view?.revealed)).toBe(true));
	}
);

test('an answer that a full disk cannot take is not acknowledged, and arrives once there is room', async () => {
	const server = await serve(FILLABLE);
	const hosted = await hostClass({ items: [item.id] }, server.address);
	const phones = await joined(hosted, 200, server.address);
	await allOpen(phones);
	await hosted.act({ type: 'ask', position: 0 });
	await allAsked(phones, 1);
	await fillDisk(server);
	for (const phone of phones) phone.answer(1, response);
	// Some may still find a place, in what the database has already.
	await waitFor(() =>
		expect(phones.every((phone) => phone.acknowledged.size > 0 || phone.outbox.isStuck)).toBe(true)
	);
	const early = acknowledgedOf(phones);
	expect(early.length).toBeLessThan(phones.length);
	for (const phone of phones) expect(await phone.kept()).toEqual([...phone.acknowledged]);
	expect(server.printed()).toContain('The disk is full, and the database cannot be written');
	await makeRoom(server);
	await nothingIsLost(phones, early);
	await hosted.act({ type: 'close', round: 1 });
	await waitFor(() => expect(phones.every(({ link }) => link.view?.phase === 'closed')).toBe(true));
});
