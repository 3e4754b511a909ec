import type { Locale } from '#lib/paraglide/runtime.js';

/** What plays a quiz. */
export type Player = typeof import('./player.ts');

/**
 * Loads what plays a quiz in a language. The build of the element puts its own in the place of this module: it has a
 * player for each language, so that a page loads no words that it does not show (`src/setup/element.js`).
 *
 * @throws when it cannot be fetched; calling again tries again
 */
export function loadPlayer(_language: Locale): Promise<Player> {
	return import('./player.ts');
}
