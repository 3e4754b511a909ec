import { followTranslation } from '#lib/ui/translated-page.ts';

/** How long a page waits for its first frame, in milliseconds: a frame out of sight may never be drawn. */
const LONGEST = 500;

/**
 * What comes before every hydration: the browser has painted, and may already have translated, what the server sent.
 */
export async function meetPage(): Promise<void> {
	await shown();
	followTranslation(document.body);
}

/**
 * Waits until the browser has shown what the server sent: a question can be read while the script starts, but only once
 * it has been painted. If it is painted already, or the page is hidden, there is nothing to wait for.
 */
function shown(): Promise<void> {
	return new Promise((resolve) => {
		const isShown = performance.getEntriesByName('first-contentful-paint').length > 0;
		if (isShown || document.visibilityState === 'hidden') return resolve();
		// An animation frame's callback runs before painting, and a task after it.
		requestAnimationFrame(() => setTimeout(resolve));
		setTimeout(resolve, LONGEST);
	});
}
