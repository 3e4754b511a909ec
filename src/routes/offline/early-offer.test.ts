import { expect, test, vi } from 'vitest';

import { offeredInstall } from '#lib/screens/progress/install-offer.ts';

import { hearEarlyOffers } from './early-offer.ts';

// What a page has of its window, as far as it is needed here.
const page = new EventTarget();
vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
vi.stubGlobal('dispatchEvent', page.dispatchEvent.bind(page));

test('an offer that was made before anybody wanted it is made again, once', async () => {
	hearEarlyOffers();
	const prompt = vi.fn(() => Promise.resolve());
	const made = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
	expect(dispatchEvent(made)).toBe(false);

	const told = vi.fn<Parameters<typeof offeredInstall>[0]>();
	const stop = offeredInstall(told);
	expect(told).toHaveBeenCalledOnce();
	await told.mock.lastCall?.[0]?.prompt();
	expect(prompt).toHaveBeenCalledOnce();
	stop();

	// It was taken, so that whoever comes next has none.
	const late = vi.fn();
	offeredInstall(late)();
	expect(late).not.toHaveBeenCalled();
});

test('an offer that was taken where it was made is not made again', async () => {
	const made = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
		prompt: () => Promise.resolve()
	});
	const told = vi.fn<Parameters<typeof offeredInstall>[0]>();
	const stop = offeredInstall(told);
	dispatchEvent(made);
	await told.mock.lastCall?.[0]?.prompt();
	stop();
	const late = vi.fn();
	offeredInstall(late)();
	expect(late).not.toHaveBeenCalled();
});
