import { version } from '$app/environment';

import { libraryFingerprint } from '#lib/bank/library.server.ts';

/** Tells apart whatever the server may answer with: another build, or other questions, have another fingerprint. */
export function fingerprint(): string {
	return `${version}-${libraryFingerprint()}`;
}
