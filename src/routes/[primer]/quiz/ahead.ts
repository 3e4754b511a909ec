import type { KindName } from '#lib/kinds/index.ts';

import { chunkAddress } from '../../(alone)/addresses.ts';

/**
 * The address of the script that shows items of a kind, to be asked for together with the page’s own; undefined in
 * development, where nothing is built. `vite.config.ts` gives these chunks their names.
 */
export function kindChunk(kind: KindName): string | undefined {
	return chunkAddress(kind.replaceAll(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase()));
}

/** The addresses of the scripts that are needed once the learner begins to answer; none in development. */
export function laterChunks(): string[] {
	return CHUNKS_AHEAD.flatMap((name) => chunkAddress(name) ?? []);
}
