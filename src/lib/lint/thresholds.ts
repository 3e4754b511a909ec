/**
 * Every number that a rule compares with. Those marked † are choices of ours, made by trying them on real banks; the
 * others come with their rule's source. Lengths are counted in graphemes, shares run from 0 to 1.
 */
export const thresholds = {
	/** S-04: how far a count may be from the blueprint. */
	blueprintSlack: 1,
	/** S-06 †: two options are as good as equal from this similarity (1 − Levenshtein distance / longer length). */
	similarOptions: 0.9,
	/** S-03: items, and kinds of them, that each fact needs. */
	itemsPerFact: 2,
	kindsPerFact: 2,
	/** S-10 †: outcomes of a point. */
	fewestOutcomes: 3,
	mostOutcomes: 5,
	/** S-11: words of each of several readings. */
	fewestReadingWords: 110,
	mostReadingWords: 200,

	/** W-03 †: negative stems in the whole bank. */
	negativeStems: 0.05,
	/** W-08 †: the key over the mean length of the distractors, and how much longer in graphemes. */
	keyOverMean: 1.35,
	keyOverMeanBy: 12,
	/** W-08 †: the key over the longest distractor, and by how many graphemes, since single names differ by chance. */
	keyOverSecond: 1.2,
	keyOverSecondBy: 6,
	/** W-08 †: from this many times the longest distractor on, fewer graphemes stand out too. */
	keyFarOverSecond: 1.5,
	keyFarOverSecondBy: 4,
	/** W-08 †: the key under the mean length of the distractors, by as many graphemes as above. */
	keyUnderMean: 0.65,
	/** W-09 †: more commas, brackets and digits than every distractor. */
	detailLead: 2,
	/** W-10 †: words are alike when these first letters are. */
	stemLetters: 6,
	/** W-11 †: words shared with the other options, ahead of the runner-up; from how many options on. */
	convergenceLead: 2,
	convergenceOptions: 4,
	/** W-15: options of a single choice, and of a multiple response. */
	fewestOptions: 3,
	mostOptions: 5,
	fewestResponses: 4,
	mostResponses: 7,
	/** W-17 †: words of a stem and of an option, sentences of a stem, words of all options beside the stem. */
	stemWords: 60,
	stemSentences: 3,
	optionWords: 25,
	optionsPerStem: 2,
	optionsBeyondStem: 40,
	/** W-18: the same words at the head of all options. */
	repeatedLead: 3,
	/** W-19 †: Flesch–Kincaid grade; Kandel–Moles ease, where 30 is the upper edge of “very difficult”. */
	grade: 14,
	ease: 30,
	/** W-21 †: graphemes of a rationale. */
	rationale: 20,
	/** W-22 †: graphemes of an explanation, and the most of its content words that it may share with the key. */
	explanationLeast: 40,
	explanationMost: 600,
	explanationOverlap: 0.8,
	/** W-23: reasons of a true/false item. */
	fewestReasons: 3,
	mostReasons: 4,

	/** W-27 †: graphemes of a fact’s title: one line on a phone. */
	titleLength: 40,

	/** T-01: premises, and options beyond them. */
	fewestPremises: 3,
	mostPremises: 6,
	spareOptions: 3,
	/** T-03: elements to put in order. */
	fewestInOrder: 4,
	mostInOrder: 7,
	/** T-05: categories, members of each, elements in all, and how far the largest may outgrow the smallest. */
	fewestCategories: 2,
	mostCategories: 4,
	fewestMembers: 2,
	fewestElements: 6,
	mostElements: 12,
	memberRatio: 3,
	/** T-06: blanks, and † words between two of them. */
	mostBlanks: 4,
	wordsBetweenBlanks: 5,
	/** T-07: words of an answer, accepted forms, and wrong forms that are expected. */
	answerWords: 4,
	acceptedForms: 2,
	wrongForms: 2,
	/** T-09 †: the share of the passage that belongs to the key, and its words. */
	markedShare: 0.35,
	passageWords: 120,

	/** C-03 †: days after which a later note has to be compared with its source again. */
	checkedDays: 400,
	/** C-07: the longest run of words shared with the source, outside names and quotations; words of a quotation. */
	sharedRun: 7,
	quotedWords: 25,
	/** C-08 †: shared runs of three words over all of both. */
	duplicates: 0.6,
	/**
	 * C-13 †: words are alike when these first letters of their singulars are. How much a sentence tells, by the share of an
	 * answer’s words that it holds, all words of an option that has none of its own, what the words of the question beside
	 * them add at most, and at least beside a number, a fact that both share, and what all of it comes to where an answer
	 * is given away.
	 */
	rootLetters: 7,
	tellingShare: 0.6,
	tellingWhole: 0.8,
	tellingLink: 1.5,
	tellingNumber: 0.8,
	tellingFact: 0.35,
	telling: 1.05,
	/** C-09, C-12: letters from which a key can be given away. */
	givenAwayLetters: 4,

	/** B-01: from how many items of one option count on. The 1 % quantiles of χ² for 1, 2, … degrees of freedom. */
	positionItems: 20,
	chiSquare: [6.635, 9.21, 11.345, 13.277, 15.086, 16.812],
	/** B-03: standard errors above chance, a one-sided test at 5 %. */
	lengthErrors: 1.64,
	/** B-04: true statements among the true/false items, from how many items on. */
	leastTrue: 0.4,
	mostTrue: 0.6,
	trueFalseItems: 10,
	/** B-05 †: items with the most frequent number of keys; from how many items on. */
	sameKeyCount: 0.6,
	keyCountItems: 5,
	/** B-06 †: how far a share may be from its target, and the most items that ask to remember. */
	mixSlack: 0.1,
	mostRemember: 0.4,
	/** B-07 †: the expected score of blind choice. */
	guessFloor: 0.25,
	/** B-08 †: what a blind strategy may gain over chance. */
	blindGain: 0.1,
	/** B-09 †: items that one distractor may be in. */
	distractorReuse: 0.15,
	distractorItems: 10
} as const;
