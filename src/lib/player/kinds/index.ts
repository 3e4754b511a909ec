import type { KindName } from '#lib/kinds/index.ts';

import type { KindLogic, KindModule } from './kind-view.ts';

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

const views = new Map<KindName, KindModule>();
const logics = new Map<KindName, KindLogic>();

/** The view of a kind, if it has been loaded. */
export function loadedKind(kind: KindName): KindModule | undefined {
	return views.get(kind);
}

/** What runs a kind, if it has been loaded. */
export function loadedLogic(kind: KindName): KindLogic | undefined {
	return logics.get(kind);
}

/**
 * Loads the views of some kinds; those already there cost nothing.
 *
 * @throws when one cannot be fetched; calling again tries again.
 */
export async function loadKinds(kinds: Iterable<KindName>): Promise<void> {
	await Promise.all([...new Set(kinds)].map(loadKind));
}

/** Loads the views of some kinds and what runs them; otherwise as {@link loadKinds}. */
export async function loadLogics(kinds: Iterable<KindName>): Promise<void> {
	await Promise.all(
		[...new Set(kinds)].map(async (kind) => {
			const { loadLogic } = await loadKind(kind);
			if (!logics.has(kind)) logics.set(kind, await loadLogic());
		})
	);
}

async function loadKind(kind: KindName): Promise<KindModule> {
	const view = views.get(kind) ?? (await modules[kind]());
	views.set(kind, view);
	return view;
}
