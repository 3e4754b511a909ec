import type CertaintyChoice from './CertaintyChoice.svelte';

let loaded: typeof CertaintyChoice | undefined;

/** The choice of a certainty, if it has been loaded. */
export function loadedCertainty(): typeof CertaintyChoice | undefined {
	return loaded;
}

/**
 * Loads the choice of a certainty, which most quizzes never show.
 *
 * @throws when it cannot be fetched; calling again tries again.
 */
export async function loadCertainty(): Promise<void> {
	loaded ??= (await import('./CertaintyChoice.svelte')).default;
}
