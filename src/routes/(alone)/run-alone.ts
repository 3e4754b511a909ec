import { hydrate, tick, type Component } from 'svelte';

import { dev } from '$app/environment';

import { awaitPress } from '../(frame)/await-press.ts';
import { meetPage } from '../meet-page.ts';
import { noteFolds } from '../folds-before-live.ts';
import { DATA, pageHere, PLACE } from './place.ts';

/** A page that its own script brings to life. */
interface PageAlone<Data, Loaded> {
	page: Component<{ data: Data; loaded: Loaded }>;
	/** Tells what the server has told the page from anything else. */
	is: (data: unknown) => data is Data;
	/** Loads what the page is drawn with. */
	load: (data: Data) => Promise<Loaded>;
	/**
	 * Whether the page takes time for what is needed without the network, and then offers a new version of itself;
	 * undefined where it takes none.
	 */
	offline: (data: Data) => { offersNew: boolean } | undefined;
}

/**
 * Brings the page to life that the server has rendered with `Alone`. Until then, and if anything fails, it is what it is
 * without a script: forms and links.
 */
export async function runAlone<Data, Loaded>(alone: PageAlone<Data, Loaded>): Promise<void> {
	const place = document.getElementById(PLACE);
	const told = document.getElementById(DATA);
	const data: unknown = JSON.parse(
		(told instanceof HTMLTemplateElement && told.content.textContent) || 'null'
	);
	if (!place || !alone.is(data)) throw new Error('The page is not what its script expects.');
	const [loaded] = await Promise.all([alone.load(data), meetPage()]);
	const foldAgain = noteFolds();
	hydrate(alone.page, { target: place, props: { data, loaded } });
	await tick();
	// The fields of a quiz are read as it begins.
	foldAgain();
	// Anything that drives the page, such as a test, has to know when its script listens.
	document.documentElement.dataset['live'] = '';
	awaitPress(pageHere());
	lookForChanges();
	const offline = alone.offline(data);
	if (offline && !dev)
		import('../offline/start.ts').then(
			({ startOffline }) => startOffline(() => offline.offersNew),
			() => undefined
		);
}

/** Looks whether the questions change, if the page says which edition of them it shows. */
function lookForChanges(): void {
	const edition = document.querySelector<HTMLElement>('[data-edition]')?.dataset['edition'];
	if (edition === undefined) return;
	import('../watch/keep-looking.ts').then(
		({ keepLooking }) => keepLooking(Number(edition)),
		() => undefined
	);
}
