export type Later = typeof import('./later.ts');

let loaded: Later | undefined;

/** The statechart and the components that come after the first answer, if they have been loaded. */
export function loadedLater(): Later | undefined {
	return loaded;
}

/**
 * Loads the statechart and the components that come after the first answer.
 *
 * @throws when they cannot be fetched; calling again tries again.
 */
export async function loadLater(): Promise<void> {
	loaded ??= await import('./later.ts');
}
