import type { Rich } from '#lib/text/rich.ts';

/** What every page about a primer knows of it. */
export interface PrimerHead {
	id: string;
	title: string;
	points: { id: number; title: Rich }[];
	/** The point to begin with: the first that has facts to learn. 0 is the primer as a whole. */
	first: number;
	/** The day of its source. */
	date: string;
	/** What the course calls its source, such as “The article”, if it has a name for it. */
	source?: string;
	/** Present where teachers have a guide to it. */
	hasGuide?: true;
	/** Its language: that of the page, if the primer exists in that. */
	language: string;
}
