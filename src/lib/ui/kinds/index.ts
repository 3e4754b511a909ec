import type { KindName } from '#lib/kinds/index.ts';

import type { KindModule } from './kind-view.ts';

/** The view of each kind, loaded when it is needed: a row here is all the interface has to know of a kind. */
const modules: Record<KindName, () => Promise<KindModule>> = {
	'single-choice': () => import('./SingleChoice.svelte'),
	'multiple-response': () => import('./MultipleResponse.svelte'),
	'true-false-reason': () => import('./TrueFalseReason.svelte'),
	matching: () => import('./Matching.svelte'),
	ordering: () => import('./Ordering.svelte'),
	categorise: () => import('./Categorise.svelte'),
	cloze: () => import('./Cloze.svelte'),
	'short-text': () => import('./ShortText.svelte'),
	numeric: () => import('./Numeric.svelte'),
	highlight: () => import('./Highlight.svelte')
};

const loaded = new Map<KindName, KindModule>();

/** The module of a kind, if it has been loaded. */
export function loadedKind(kind: KindName): KindModule | undefined {
	return loaded.get(kind);
}

/**
 * Loads the modules of some kinds; those already there cost nothing.
 *
 * @throws when one cannot be fetched; calling again tries again.
 */
export async function loadKinds(kinds: Iterable<KindName>): Promise<void> {
	await Promise.all(
		[...new Set(kinds)].map(async (kind) => {
			if (!loaded.has(kind)) loaded.set(kind, await modules[kind]());
		})
	);
}
