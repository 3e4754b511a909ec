import { TAKE_OVER } from '#lib/offline/take-over.ts';

/**
 * Lets the service worker keep what is needed without the network, once the page has nothing else to do. If
 * the browser does not allow one, such as over plain http or inside a frame, the page works without it.
 *
 * @param script the worker’s address
 * @param offer called with each new version that is ready and waits
 */
export async function registerWorker(script: string, offer: (waiting: ServiceWorker) => void): Promise<void> {
	if (!('serviceWorker' in navigator) || window.top !== window) return;
	await loadedAndIdle();
	try {
		watch(await navigator.serviceWorker.register(script, { updateViaCache: 'none' }), offer);
	} catch {
		// A setting of the browser forbids it, or the network is down: there is nothing that the learner could do.
	}
}

/** How long the old version may take to finish what it is doing, in milliseconds. */
const HAND_OVER = 3000;

/** Replaces this version by a new one, and reloads the page in it. */
export function takeOver(waiting: ServiceWorker): void {
	// Another page may have done it already.
	if (waiting.state !== 'installed') return location.reload();
	navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
	waiting.postMessage(TAKE_OVER);
	// The page itself comes from the network in the new version, whichever worker responds.
	setTimeout(() => location.reload(), HAND_OVER);
}

function watch(registration: ServiceWorkerRegistration, offer: (waiting: ServiceWorker) => void): void {
	if (registration.waiting && registration.active) offer(registration.waiting);
	registration.addEventListener('updatefound', () => {
		const worker = registration.installing;
		worker?.addEventListener('statechange', () => {
			// The very first one is no news.
			if (worker.state === 'installed' && registration.active) offer(worker);
		});
	});
}

async function loadedAndIdle(): Promise<void> {
	if (document.readyState !== 'complete') {
		await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
	}
	await new Promise((resolve) => {
		// Safari lacks `requestIdleCallback`.
		if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: 5000 });
		else setTimeout(resolve, 500);
	});
}
