import { version } from '$app/environment';

import type { Library } from '#lib/bank/library.server.ts';

/** Tells apart whatever the server may answer with: another build, or other questions, have another fingerprint. */
export function fingerprint(library: Library): string {
	return `${version}-${library.fingerprint}`;
}
