import { expect, onTestFinished, test, vi } from 'vitest';

import { askServer } from './ask-server.ts';

function answering(response: Response): void {
	vi.stubGlobal('fetch', () => Promise.resolve(response));
	onTestFinished(() => void vi.unstubAllGlobals());
}

test('a page comes as the server has it', async () => {
	const page = new Response('page');
	answering(page);
	expect(await askServer('/c')).toBe(page);
});

test('a page that is not found is none', async () => {
	answering(new Response('', { status: 404 }));
	expect(await askServer('/c')).toBeUndefined();
});

test.each([401, 403, 429, 500, 503])('an answer of %i says nothing about the page', async (status) => {
	answering(new Response('', { status }));
	await expect(askServer('/c')).rejects.toThrow(`/c could not be had (${status})`);
});

test('a redirect elsewhere, such as to a login, says nothing about the page', async () => {
	const elsewhere = Object.defineProperty(new Response('login'), 'redirected', { value: true });
	answering(elsewhere);
	await expect(askServer('/c')).rejects.toThrow('/c could not be had');
});
