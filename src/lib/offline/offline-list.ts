/**
 * The response header that tells what an answer was made of: the build, and the questions. What a device has kept under
 * the same fingerprint is the same.
 */
export const FINGERPRINT_HEADER = 'x-fingerprint';

/**
 * What a device keeps to do without the network in one language, besides the client’s own files. Addresses begin at the
 * site’s root, and are in that language.
 */
export interface OfflineList {
	/** The build that the pages belong to. */
	version: string;
	fingerprint: string;
	/** One that is not there is left out. */
	pages: string[];
	/** Other answers, such as whole courses. */
	files: string[];
	/** The page that stands in for any other. */
	fallback: string;
}
