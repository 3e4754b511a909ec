/// <reference types="@sveltejs/kit" />
// Lets self-study go on without the network: keeps its pages, courses and scripts in every language, and answers for a
// server that does not.
import { base, build, files, version } from '$service-worker';

import { TAKE_OVER } from '#lib/offline/take-over.ts';
import { cookieMaxAge, cookieName } from '#lib/paraglide/runtime.js';

import { Answers } from './answers.ts';
import { askServer } from './ask-server.ts';
import { LearnerLanguage } from './learner-language.ts';
import { OfflineStore } from './offline-store.ts';
import { wantedBy } from './request.ts';

declare const self: ServiceWorkerGlobalScope;

const root = new URL(`${base}/`, location.href).href;

const store = new OfflineStore({
	caches,
	ask: askServer,
	version,
	built: [...build, ...files],
	listAddress: `${base}/offline/list`
});

const language = new LearnerLanguage({
	caches,
	cookies: 'cookieStore' in self ? self.cookieStore : undefined,
	cookie: { name: cookieName, maxAge: cookieMaxAge },
	preferred: navigator.languages
});

const answers = new Answers({ store, language, refresh });

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
	if (!(await store.fill(Date.now()))) throw new Error('The server has another version already.');
}

async function activate(): Promise<void> {
	if ('navigationPreload' in self.registration) await self.registration.navigationPreload.enable();
	await self.clients.claim();
	await tidy();
}

async function refresh(): Promise<void> {
	if (await store.fill(Date.now())) await tidy();
	else await self.registration.update();
}

async function tidy(): Promise<void> {
	const { waiting, installing } = self.registration;
	const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
	await store.tidy(!waiting && !installing && pages.length < 2);
}
