import { render, screen } from '@testing-library/svelte';
import { afterEach, test } from 'vitest';

import { HostClass } from './host-class.svelte.ts';
import SelfTest from './SelfTest.svelte';

const reach = { isHereAlone: false, network: null };

function show(answers: () => Promise<Response>) {
	const hosted = new HostClass('/live/c', { fetch: answers, openStream: undefined, now: Date.now });
	render(SelfTest, { hosted, join: 'http://school.example/join', reach });
}

afterEach(() => void Reflect.deleteProperty(navigator, 'wakeLock'));

test('says what is well, and what to do where a screen goes to sleep', async () => {
	show(() => Promise.resolve(Response.json({ pupils: [] })));
	await screen.findByText(/^The server answers within \d+ ms\.$/);
	screen.getByText(/^Pupils come in at http:\/\/school\.example\/join\./);
	screen.getByText(/^This browser cannot keep the screen awake here\./);
});

test('says that a server which nobody reaches does not answer, and tries again when asked', async () => {
	Object.defineProperty(navigator, 'wakeLock', { value: {}, configurable: true });
	show(() => Promise.reject(new TypeError('no network')));
	await screen.findByText(/^The server does not answer\./);
	screen.getByText('The screen stays awake while this page is seen.');
});
