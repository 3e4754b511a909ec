import type { ClientInit } from '@sveltejs/kit';

import { followTranslation } from '#lib/ui/translated-page.ts';

/** Before the script of a page takes over what the server sent, which the browser may have translated by then. */
export const init: ClientInit = async () => {
	await shown();
	followTranslation(document.body);
};

/** How long a page waits for its first frame, in milliseconds: a frame out of sight may never be drawn. */
const LONGEST = 500;

/**
 * Waits until the browser has shown what the server sent: a question can be read while the script sets to work, but not
 * before the browser has had time to draw it. What is shown already, or to nobody, waits for nothing.
 */
function shown(): Promise<void> {
	return new Promise((resolve) => {
		const isShown = performance.getEntriesByName('first-contentful-paint').length > 0;
		if (isShown || document.visibilityState === 'hidden') return resolve();
		// What is called for a frame runs before it is drawn, and a task after it.
		requestAnimationFrame(() => setTimeout(resolve));
		setTimeout(resolve, LONGEST);
	});
}
