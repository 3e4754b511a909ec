/** What the checker knows of a language. Words are written folded, phrases are found as whole words. */
export interface Language {
	/** Such as `en`. */
	tag: string;
	/** The words of a text, folded, without what is joined to them by an apostrophe. */
	words: (text: string) => string[];
	/** Words that carry no content. */
	stopWords: ReadonlySet<string>;
	/** Words that allow no exception: learners know that these make a statement false. */
	absolutes: readonly string[];
	/** Words that leave open how often, so that two readers judge differently. */
	vague: readonly string[];
	/** Words by which a writer commits to less: learners know that these make a statement safe. */
	hedges: readonly string[];
	/** Words that reverse a sentence, to tell whether two sentences differ in nothing else. */
	negations: readonly string[];
	/** Words that come with a negation but are none alone: “ne” in “ne … pas”, “do” in “do not”. */
	negationCompanions: readonly string[];
	/** Whether a word is a negation by its form alone, as “isn’t” is. */
	isNegated: (word: string) => boolean;
	/** The negation of a sentence, if it has one. */
	negationIn: (text: string) => string | undefined;
	/** “All of the above” and its family. */
	allOfTheAbove: readonly RegExp[];
	/** “None of the above” and its family. */
	noneOfTheAbove: readonly RegExp[];
	/** Words of a verdict. A rationale with no other words gives no reason. */
	verdicts: ReadonlySet<string>;
	/** Words that point to an option by its place, letter or colour. */
	positions: readonly RegExp[];
	/** Signs that a statement makes more than one claim. */
	joints: readonly RegExp[];
	/** Words that are each other’s opposite. */
	opposites: readonly (readonly [string, string])[];
	/** Words that go out of date. */
	volatile: readonly string[];
	/** Numbers as words. */
	numberWords: ReadonlyMap<string, number>;
	/** Places in an order as words, from the first on. */
	ordinals: readonly (readonly string[])[];
	/** A question for a number of things. */
	howMany: RegExp;
	/** How many options a stem asks to select; undefined if it does not say. */
	asked: (stem: string) => number | 'all' | undefined;
	/** Whether an option agrees with the article at the end of the stem; undefined if that cannot be told. */
	agrees: (stem: string, option: string) => boolean | undefined;
	/** Whether the stem ends with a word that asks for a singular or for a plural. */
	asksForNumber: (stem: string) => boolean;
	/** Whether the head of an option is a plural. */
	isPlural: (option: string) => boolean;
	/** How hard some texts of one or more sentences are to read, and whether that is too hard. */
	readability: (texts: readonly string[]) => Readability;
}

/** A measure of how hard a text is to read. */
export interface Readability {
	/** Such as “Flesch–Kincaid grade”. */
	measure: string;
	/** Rounded. */
	value: number;
	tooHard: boolean;
}
