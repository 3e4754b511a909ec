import { browser } from '$app/environment';

import { loadKinds, loadLogics } from '#lib/ui/kinds/index.ts';
import { loadedLater, loadLater } from '#lib/ui/quiz/load-later.ts';

import type { PageLoad } from './$types';

/** Loads what the page is drawn with: on the server all that it may need, on the device the view of the first item. */
export const load: PageLoad = async ({ data }) => {
	if (data.stage !== 'running') return data;
	const kinds = [...data.views, ...data.items].map(({ kind }) => kind);
	const whole = !browser || data.posted !== null;
	await (whole ? Promise.all([loadLogics(kinds), loadLater()]) : loadKinds(kinds.slice(0, 1)));
	if (whole && Object.keys(data.pictures).length > 0) await loadedLater()?.loadDrawings();
	return data;
};
