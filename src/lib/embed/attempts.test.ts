import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { answer, check } from '#lib/quiz/fixtures.ts';

import { attemptsWith } from './attempts.ts';
import { keptOnDevice } from './platform/device.ts';
import { BEGUN, recordOf, Shelf } from './platform/staging.ts';

const begun = recordOf([answer('one')]);
const further = recordOf([answer('one'), check], { done: 1, updatedAt: BEGUN + 1000 });

/** What a page has of the attempt on the device, as soon as it is open. */
async function opened(key: string) {
	const platform = keptOnDevice(key);
	const kept = await platform.resume();
	return { kept, place: await attemptsWith(platform, kept).open() };
}

describe('of two pages with one attempt on a device', () => {
	let shelf: Shelf;
	beforeEach(() => vi.stubGlobal('localStorage', (shelf = new Shelf())));
	afterEach(() => vi.unstubAllGlobals());

	test('neither saves over what the other has done', async () => {
		const one = await opened('two pages');
		expect(await one.place.save(begun, 7)).toBe(true);
		const other = await opened('two pages');
		expect(other.kept).toEqual(begun);
		const known = await other.place.revision(begun.id);
		expect(await other.place.save(further, 8, known)).toBe(true);
		for (const revision of [9, 10]) expect(await one.place.save(begun, revision, 7)).toBe(false);
		expect(await keptOnDevice('two pages').resume()).toEqual(further);
		const news = await one.place.revision(begun.id);
		expect(news).not.toBe(7);
		expect(await one.place.load(begun.id)).toEqual(further);
		expect(await one.place.revision(begun.id)).toBe(news);
		expect(await one.place.save({ ...further, updatedAt: BEGUN + 2000 }, 11, news)).toBe(true);
	});

	test('one that begins again on its page goes on from what it has, though the device could not keep that', async () => {
		const one = await opened('full');
		await one.place.save(begun, 7);
		// There is room for little.
		vi.spyOn(shelf, 'setItem').mockImplementation((key) => {
			if (key === 'full') throw new Error('Full.');
		});
		await one.place.save(further, 8, 7);
		const again = await opened('full');
		expect(again.kept).toEqual(further);
		const known = await again.place.revision(begun.id);
		expect(await again.place.load(begun.id)).toEqual(further);
		expect(await again.place.save(further, 9, known)).toBe(true);
	});

	test('what another page has forgotten is saved again', async () => {
		const one = await opened('forgotten');
		await one.place.save(begun, 7);
		shelf.removeItem('forgotten');
		expect(await one.place.save(further, 8, 7)).toBe(true);
		expect(shelf.getItem('forgotten')).toBe(JSON.stringify(further));
	});
});
