import { loadRuns } from '#lib/kinds/loaded.ts';
import type { KindName } from '#lib/kinds/names.ts';

import type { KindView } from './kind-view.ts';

/** The view of each kind, loaded when the first item of the kind comes up. */
const loaders: Record<KindName, () => Promise<{ default: KindView }>> = {
	'single-choice': () => import('./SingleChoice.svelte'),
	'multiple-response': () => import('./MultipleResponse.svelte'),
	'true-false': () => import('./TrueFalse.svelte'),
	'true-false-reason': () => import('./TrueFalseReason.svelte'),
	matching: () => import('./Matching.svelte'),
	ordering: () => import('./Ordering.svelte'),
	categorise: () => import('./Categorise.svelte'),
	cloze: () => import('./Cloze.svelte'),
	'short-text': () => import('./ShortText.svelte'),
	numeric: () => import('./Numeric.svelte'),
	highlight: () => import('./Highlight.svelte')
};

const views = new Map<KindName, KindView>();

/** The view of a kind, if it has been loaded. */
export function loadedView(kind: KindName): KindView | undefined {
	return views.get(kind);
}

/**
 * Loads the views of some kinds; those already there cost nothing.
 *
 * @throws when one cannot be fetched; calling again tries again.
 */
export async function loadViews(kinds: Iterable<KindName>): Promise<void> {
	await Promise.all([...new Set(kinds)].map(loadView));
}

/**
 * Loads the views of some kinds and the code that runs them, which the first question does not need;
 * otherwise like {@link loadViews}.
 */
export async function loadKinds(kinds: readonly KindName[]): Promise<void> {
	await Promise.all([loadViews(kinds), loadRuns(kinds)]);
}

async function loadView(kind: KindName): Promise<void> {
	if (!views.has(kind)) views.set(kind, (await loaders[kind]()).default);
}
