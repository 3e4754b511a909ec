import type { Rich } from '#lib/text/rich.ts';

/** A question that was marked, as the list of marks shows it. */
export interface MarkedQuestion {
	stem: Rich;
	/** Its language, where that is not the page’s. */
	lang: string | undefined;
}
