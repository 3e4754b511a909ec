import { browser } from '$app/environment';

import { loadKinds } from '#lib/ui/kinds/index.ts';

import type { PageLoad } from './$types';

/** Loads the view of the first item, so that it is there when the page is drawn; the server has them all. */
export const load: PageLoad = async ({ data }) => {
	if (data.stage === 'running') {
		const shown = [...data.items, ...data.views];
		const kinds = shown.map(({ kind }) => kind);
		await loadKinds(!browser || data.posted ? kinds : kinds.filter((_, index) => shown[index]?.id === data.form.items[0]));
	}
	return data;
};
