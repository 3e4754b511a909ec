import { addressOf } from '../address-of.ts';
import { fetchEdition } from './fetch-edition.ts';

/** How often the server is asked: milliseconds. */
const EVERY = 200;

/** Which edition the page was loaded for last, so that a page from a cache is not loaded over and over. */
const LOADED_FOR = 'five-points-watched';

/**
 * Reloads the page as soon as the server has another edition of the questions than it was rendered from.
 *
 * @returns stops it
 */
export function keepLooking(edition: number): () => void {
	// A server that is being started again answers later.
	let asking: Promise<void> | undefined;
	const timer = setInterval(() => {
		asking ??= look(edition)
			.catch(() => undefined)
			.finally(() => (asking = undefined));
	}, EVERY);
	return () => clearInterval(timer);
}

async function look(edition: number): Promise<void> {
	if (document.hidden) return;
	const now = await fetchEdition(addressOf('/watch'));
	if (now === edition || sessionStorage.getItem(LOADED_FOR) === String(now)) return;
	sessionStorage.setItem(LOADED_FOR, String(now));
	location.reload();
}
