import { decimal } from '#lib/interop/interaction/decimal.ts';

/** A text in one of the languages of a course. */
export interface InLanguage {
	/** As a tag. */
	language: string;
	text: string;
}

/** What a manifest says of a package, in the terms of no format. */
export interface About {
	/**
	 * Names the package for good, so that a newer one replaces an older one: letters, digits, hyphens, points and
	 * underscores, a letter first.
	 */
	id: string;
	/** The same as an IRI. */
	iri: string;
	/** The language of the package; its course may have more. */
	language: string;
	/** In each language of the course, that of the package first; so are all other texts. */
	title: InLanguage[];
	summary: InLanguage[];
	points: { id: number; title: InLanguage[]; summary: InLanguage[] }[];
	/** What the course is drawn from, in one line. */
	source: string;
	/** On what terms the course may be used, in one line; undefined where it does not say. */
	licence?: string | undefined;
	/** Names the content: different as soon as a word of it is. */
	edition: string;
	/** From which share of the marks the quiz is passed, 0 to 1; undefined if it cannot be failed. */
	mastery?: number | undefined;
	/** The page that is launched. */
	page: string;
	/** All files of the package but its manifest. */
	files: readonly string[];
}

/** A text in the language of the package. */
export function inFirst([first]: readonly InLanguage[]): string {
	return first?.text ?? '';
}

/**
 * A mark to reach, as a number in a manifest: to a hundredth of a percent, and without an exponent, which none of them takes.
 *
 * @param share of the marks, 0 to 1
 * @param whole what stands for all of them there
 */
export function markToReach(share: number, whole: 1 | 100): string {
	return decimal((Math.round(share * 10_000) * whole) / 10_000);
}

/** The id of the objective for a point of the course, in every format. */
export function objectiveOf(point: number): string {
	return `point-${point}`;
}
