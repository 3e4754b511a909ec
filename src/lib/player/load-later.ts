import type CertaintyChoice from './question/CertaintyChoice.svelte';

export type Later = typeof import('./later.ts');

let later: Later | undefined;
let loading: Promise<void> | undefined;

/** The statechart and the components that come after the first answer, if they have been loaded. */
export function loadedLater(): Later | undefined {
	return later;
}

/**
 * Loads the statechart and the components that come after the first answer. Whoever asks first is told first.
 *
 * @throws when they cannot be fetched; calling again tries again.
 */
export function loadLater(): Promise<void> {
	loading ??= import('./later.ts').then(
		(loaded) => void (later = loaded),
		(error: unknown) => {
			loading = undefined;
			throw error;
		}
	);
	return loading;
}

let certainty: typeof CertaintyChoice | undefined;

/** The choice of a certainty, if it has been loaded. */
export function loadedCertainty(): typeof CertaintyChoice | undefined {
	return certainty;
}

/**
 * Loads the choice of a certainty, which most quizzes never show.
 *
 * @throws when it cannot be fetched; calling again tries again.
 */
export async function loadCertainty(): Promise<void> {
	certainty ??= (await import('./question/CertaintyChoice.svelte')).default;
}

type Sure = typeof import('./results/sure.ts');

let sure: Sure | undefined;

/** What results say of certainties, if it has been loaded. */
export function loadedSure(): Sure | undefined {
	return sure;
}

/**
 * Loads what results say of certainties, which most never do.
 *
 * @throws when it cannot be fetched; calling again tries again.
 */
export async function loadSure(): Promise<Sure> {
	sure ??= await import('./results/sure.ts');
	return sure;
}
