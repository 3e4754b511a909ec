import { version } from '$app/environment';

import type { Library } from '#lib/bank/library.server.ts';

/** A fingerprint of everything the server may answer with, which changes with the build and the questions. */
export function fingerprint(library: Library): string {
	return `${version}-${library.fingerprint}`;
}
