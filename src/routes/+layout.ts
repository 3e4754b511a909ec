import type { LayoutLoad } from './$types';

/** Only if the files are watched does the page load what reports on them. */
export const load: LayoutLoad = async ({ data }) => ({
	...data,
	...(data.watched && { Watched: (await import('./watch/Watched.svelte')).default })
});
