import '#lib/screens/pupil/older-browsers.ts';
import { loadPartsOf, loadResult } from '#lib/screens/pupil/parts.svelte.ts';

import type { PageLoad } from './$types';

/** Loads what the page is drawn with; what comes later is loaded while the class waits. */
export const load: PageLoad = async ({ data }) => {
	if (data.stage === 'inside' && data.start.view) await loadPartsOf(data.start.view);
	if (data.stage === 'inside' && data.own) await loadResult(data.own);
	return data;
};
