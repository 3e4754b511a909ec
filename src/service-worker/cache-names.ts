const FILES = 'five-points-files-';
const PAGES = 'five-points-pages-';

/** The cache of the client’s files of a build, and of the lists of what was kept with them, one per language. */
export function filesCache(version: string): string {
	return FILES + version;
}

/** The cache of all that was kept in a language under a fingerprint, which begins with the version. */
export function pagesCache(fingerprint: string, language: string): string {
	return `${PAGES}${fingerprint}.${language}`;
}

/**
 * Those of our caches that are no longer needed; caches of others on this site are not ours to delete.
 *
 * @param all that there are
 * @param version of the active worker
 * @param pages the caches of what it keeps
 * @param alone whether nobody else needs the caches of another version, neither a page that still runs on an older one
 * nor a newer worker that is waiting
 */
export function leftBehind(
	all: readonly string[],
	version: string,
	pages: readonly string[],
	alone: boolean
): string[] {
	const ours = [filesCache(version), ...pages];
	const scope = alone ? [FILES, PAGES] : [`${PAGES}${version}-`];
	return all.filter((name) => !ours.includes(name) && scope.some((start) => name.startsWith(start)));
}
