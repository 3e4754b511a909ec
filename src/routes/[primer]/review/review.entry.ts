import { runAlone } from '../../(alone)/run-alone.ts';
import { isReviewPageData } from './review-page.ts';
import ReviewPage from './ReviewPage.svelte';

void runAlone({
	page: ReviewPage,
	is: isReviewPageData,
	load: () => Promise.resolve(undefined),
	// Nobody is asked to load a new version in the middle of a session.
	offline: () => ({ offersNew: false })
});
