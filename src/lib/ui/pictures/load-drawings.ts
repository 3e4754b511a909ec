export type Drawings = typeof import('./drawings.ts');

let loaded: Drawings | undefined;

/** The drawings, if they have been loaded. */
export function loadedDrawings(): Drawings | undefined {
	return loaded;
}

/**
 * Loads the drawings.
 *
 * @throws when they cannot be fetched; calling again tries again.
 */
export async function loadDrawings(): Promise<Drawings> {
	return (loaded ??= await import('./drawings.ts'));
}
