import type { PrimerHead } from '#lib/bank/primer-head.ts';
import { isOutline, type StudyOutline } from '#lib/review/outline.ts';
import { isMapping } from '#lib/text/mapping.ts';

/** What the server tells the page of a review: all that is personal is read on the device. */
export interface ReviewPageData {
	primer: PrimerHead;
	outline: StudyOutline;
}

/** Tells that from anything else. */
export function isReviewPageData(told: unknown): told is ReviewPageData {
	return isMapping(told) && isMapping(told['primer']) && isOutline(told['outline']);
}
