import * as v from 'valibot';

/** How many items a class may ask: more are no lesson, but a mistake. */
export const MOST_ITEMS = 100;

/** How many teams there may be: each has a name and a colour that can be told apart on a wall. */
export const MOST_TEAMS = 8;

/** The longest time for an item, and the longest window of a class at its own pace, in seconds. */
export const LONGEST = { item: 60 * 60, window: 14 * 24 * 60 * 60 };

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const seconds = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

/** Each of the things that a teacher chooses. */
const chosen = v.strictObject({
	/** The id of the course. */
	primer: v.string(),
	/** The language of its items and of the wall. */
	language: v.string(),
	/** Ids of items, in the order in which they are asked. */
	items: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(MOST_ITEMS)),
	/** Shuffles options alike on the wall and on every phone. */
	seed: v.string(),
	/** Who goes on to the next item: the teacher for all, or each pupil by themselves. */
	pace: v.picklist(['teacher', 'own']),
	/** For each item, or for all of them where each pupil goes on by themselves; null: until the teacher closes it. */
	seconds: v.nullable(seconds(LONGEST.window)),
	/** How long an item can be read before answers are taken, in seconds; 0: not at all. */
	reading: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST.item)),
	/** What an answer earns: marks as everywhere, marks and a little for speed, or nothing that is shown. */
	scoring: v.picklist(['marks', 'speed', 'none']),
	/** Whether pupils say how certain they are. */
	certainty: v.boolean(),
	/** Real names, or handed-out ones, which say nothing of a person. */
	names: v.picklist(['real', 'given']),
	/** The names of teams; none: everybody plays for themselves. */
	teams: v.pipe(
		v.array(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(40))),
		v.maxLength(MOST_TEAMS)
	),
	/** Where the words of an item are shown: on the phones too, or on the wall alone. */
	words: v.picklist(['phones', 'wall']),
	/** Whether an answer may be changed while the item is open. */
	mayChange: v.boolean(),
	/** Whether an item closes once everybody has answered. */
	closesWhenAll: v.boolean(),
	/** Whether it is a rehearsal, which is deleted once the teacher has left it. */
	alone: v.optional(v.literal(true)),
	/** Whether there are standings between items. */
	standings: v.boolean(),
	/**
	 * Under the first share of right answers it is advised to explain, above the second to go on, and between them to
	 * discuss and ask again (Crouch and Mazur, 2001, American Journal of Physics 69, 970–977).
	 */
	bounds: v.pipe(
		v.strictObject({ low: share, high: share }),
		v.check(({ low, high }) => low <= high, 'The lower bound is above the upper one.')
	)
});

/** Checks those of the rules of a class that everybody in it may know. */
export const rulesSchema = v.object(
	v.pick(chosen, [
		'language',
		'pace',
		'scoring',
		'certainty',
		'names',
		'teams',
		'words',
		'mayChange',
		'standings'
	]).entries
);

/** Checks what a teacher has chosen for a class. */
export const classSetupSchema = v.pipe(
	chosen,
	v.check(
		({ pace, seconds: each }) => pace === 'own' || each === null || each <= LONGEST.item,
		'An item may take an hour at most.'
	),
	v.check(({ items }) => new Set(items).size === items.length, 'An item is asked twice.')
);

/** What a teacher has chosen for a class. */
export type ClassSetup = v.InferOutput<typeof classSetupSchema>;

/** What is chosen unless the teacher says otherwise. */
export const usual = {
	pace: 'teacher',
	seconds: null,
	reading: 0,
	scoring: 'marks',
	certainty: false,
	names: 'real',
	teams: [],
	words: 'phones',
	mayChange: true,
	closesWhenAll: true,
	standings: false,
	bounds: { low: 0.35, high: 0.7 }
} as const satisfies Partial<ClassSetup>;
