import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Frame, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

/** Somebody else’s site, which shows our quizzes in its pages. */
export interface ParentSite {
	/** Such as `http://127.0.0.1:40124`. */
	address: string;
	/** What its pages are; each path is that of one. */
	pages: Record<string, string>;
}

declare global {
	interface Window {
		/** What has come to a page of somebody else’s site by `postMessage`, with the origin that it came from. */
		heard: { data: Record<string, unknown>; origin: string }[];
	}
}

/** Writes down all messages before any frame can send one. */
const LISTENS = `<script>
	window.heard = [];
	addEventListener('message', ({ data, origin }) => window.heard.push({ data, origin }));
</script>`;

/** Serves pages on a port of their own until the test ends. Each listens, and is laid out as it says itself. */
export async function parentSite(pages: Record<string, string>): Promise<ParentSite> {
	const site = { address: '', pages };
	const server = createServer(({ url = '/' }, response) => {
		const body = site.pages[url];
		response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
		response.end(
			`<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Their page</title>${LISTENS}${body ?? ''}</html>`
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.close();
		server.closeAllConnections();
	});
	site.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return site;
}

/** The frame in a page whose address holds a text, once its script is live. */
export async function quizFrame(page: Page, part: string): Promise<Frame> {
	const find = (): Frame | undefined => page.frames().find((frame) => frame.url().includes(part));
	await expect.poll(() => find() !== undefined).toBe(true);
	const frame = find();
	if (!frame) throw new Error(`No frame shows ${part}.`);
	await frame.locator('html[data-live]').waitFor({ state: 'attached' });
	return frame;
}

/** What a page has heard of a type. */
export function heardOf(page: Page, type: string): Promise<Record<string, unknown>[]> {
	return page.evaluate(
		(type) => window.heard.filter(({ data }) => data['type'] === type).map(({ data }) => data),
		type
	);
}
