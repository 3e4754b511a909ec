// Loaded by the first page that has time for it; from then on it stays, whichever page comes.
import { mount } from 'svelte';

import { hearEarlyOffers } from './early-offer.ts';
import Offline from './Offline.svelte';

let isStarted = false;

/**
 * Makes the page an app, once.
 *
 * @param offersNew whether the page that is shown by then may offer a new version; asked again when it has changed
 */
export function startOffline(offersNew: () => boolean): void {
	if (isStarted) return;
	isStarted = true;
	// A browser offers the app once it knows of it, by what is mounted here.
	hearEarlyOffers();
	mount(Offline, { target: document.body, props: { offersNew } });
}
