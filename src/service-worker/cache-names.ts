const FILES = 'five-points-files-';
const PAGES = 'five-points-pages-';

/** The cache that outlasts versions. */
export const NOTES = 'five-points-notes';

/** The cache of the client’s files of a build, and of the list of what was kept along with them. */
export function filesCache(version: string): string {
	return FILES + version;
}

/** The cache of all that was kept under a fingerprint. */
export function pagesCache(fingerprint: string): string {
	return PAGES + fingerprint;
}

/**
 * The caches of ours that are of no use any more; those of others on this site are none of our business.
 *
 * @param all that there are
 * @param version of the active worker
 * @param fingerprint of what it keeps; it begins with the version
 * @param alone whether nobody else needs the caches of another version: a page that still runs on an older one, or a
 * newer worker that waits
 */
export function leftBehind(
	all: readonly string[],
	version: string,
	fingerprint: string,
	alone: boolean
): string[] {
	const ours = [filesCache(version), pagesCache(fingerprint)];
	const scope = alone ? [FILES, PAGES] : [pagesCache(`${version}-`)];
	return all.filter((name) => !ours.includes(name) && scope.some((start) => name.startsWith(start)));
}
