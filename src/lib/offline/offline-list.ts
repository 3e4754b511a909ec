import * as v from 'valibot';

/**
 * The response header with a fingerprint of what an answer was made from: the build and the questions. If the
 * fingerprints are the same, so are the answers.
 */
export const FINGERPRINT_HEADER = 'x-fingerprint';

/**
 * What a device keeps of one language to work offline, besides the client’s own files. Addresses begin at the
 * site’s root and are in that language.
 */
export const offlineListSchema = v.object({
	/** The build that the pages belong to. */
	version: v.string(),
	fingerprint: v.string(),
	/** A missing one is skipped. */
	pages: v.array(v.string()),
	/** Other answers, such as whole courses. */
	files: v.array(v.string()),
	/** The page that stands in for any other. */
	fallback: v.string()
});

export type OfflineList = v.InferOutput<typeof offlineListSchema>;
