import { browser } from '$app/environment';

import { loadKinds, loadViews } from '#lib/player/kinds/index.ts';
import { loadCertainty, loadedLater, loadLater, loadSure } from '#lib/player/load-later.ts';

import type { PageLoad } from './$types';

/**
 * Loads what the page is drawn with: on the server all that it may need, on the device the view of the first
 * item. The introduction of an exam is not part of a running quiz.
 */
export const load: PageLoad = async ({ data }) => {
	if (data.stage === 'start') return { ...data, ExamStart: (await import('./ExamStart.svelte')).default };
	if (data.stage !== 'running') return data;
	const kinds = [...data.views, ...data.items].map(({ kind }) => kind);
	if (data.form.behaviour === 'certainty') await loadCertainty();
	const whole = !browser || data.posted !== null;
	await (whole ? Promise.all([loadKinds(kinds), loadLater()]) : loadViews(kinds.slice(0, 1)));
	if (whole && data.form.behaviour === 'certainty') await loadSure();
	if (whole && Object.keys(data.pictures).length > 0) await loadedLater()?.loadDrawings();
	return data;
};
