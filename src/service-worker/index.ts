// / <reference types="@sveltejs/kit" /> Lets self-study go on without the network: keeps its pages, courses and scripts
// in each language that is read here, and answers when the server does not.
import { base, build, files, version } from '$service-worker';

import { languageAt, localized } from '#lib/language/addresses.ts';
import { TAKE_OVER } from '#lib/offline/take-over.ts';

import { baseLocale, type Locale } from '#lib/paraglide/runtime.js';

import { Answers } from './answers.ts';
import { askServer } from './ask-server.ts';
import { OfflineStore } from './offline-store.ts';
import { wantedBy } from './request.ts';

declare const self: ServiceWorkerGlobalScope;

const root = new URL(`${base}/`, location.href).href;

const store = new OfflineStore({
	caches,
	ask: askServer,
	version,
	built: [...build, ...files],
	listAddress: (language) => base + localized('/offline/list', language)
});

const answers = new Answers({
	store,
	// Not every browser lets a worker see the cookies.
	cookies: 'cookieStore' in self ? self.cookieStore : undefined,
	refresh
});

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('message', ({ data }) => {
	if (data === TAKE_OVER) void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
	const wanted = wantedBy(event.request, root);
	if (wanted) event.respondWith(answers.to(wanted, event));
});

async function install(): Promise<void> {
	for (const language of await languagesRead())
		if (!(await store.fill(language, Date.now()))) throw new Error('The server has another version already.');
}

/** The languages of the pages that are open, and those that an earlier version has kept. */
async function languagesRead(): Promise<Set<Locale>> {
	const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
	const read = new Set([
		...pages.map(({ url }) => languageAt(new URL(url))),
		...(await store.languagesEver())
	]);
	return read.size > 0 ? read : new Set([baseLocale]);
}

async function activate(): Promise<void> {
	if ('navigationPreload' in self.registration) await self.registration.navigationPreload.enable();
	await self.clients.claim();
	await tidy();
}

async function refresh(language: Locale): Promise<void> {
	if (await store.fill(language, Date.now())) await tidy();
	else await self.registration.update();
}

async function tidy(): Promise<void> {
	const { waiting, installing } = self.registration;
	const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
	await store.tidy(!waiting && !installing && pages.length < 2);
}
