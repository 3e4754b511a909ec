import type { LayoutLoad } from './$types';

/** Where the files are watched, the page brings what tells of them; elsewhere nobody loads it. */
export const load: LayoutLoad = async ({ data }) => ({
	...data,
	...(data.watched && { Watched: (await import('./watch/Watched.svelte')).default })
});
