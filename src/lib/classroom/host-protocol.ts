import * as v from 'valibot';

import { certainties } from '#lib/quiz/behaviour.ts';

// What a server tells the host of a class, each thing written once for whoever makes it and whoever reads it.

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const personSchema = v.object({
	/** Random; says nothing of the person. */
	id: v.string(),
	name: v.string(),
	/** The name of a team of the set-up; null without teams. */
	team: v.nullable(v.string()),
	standing: v.picklist(['in', 'held', 'removed']),
	/** Milliseconds since 1970 by the server’s clock. */
	joinedAt: v.number(),
	/** The numbers of the rounds that they have answered, of those that are open now or were last. */
	answered: v.array(count),
	/** How many times as long as the others they have; null: as long as a round is open. */
	times: v.nullable(v.number()),
	/** Why they wait to be let in, as far as their name tells; null for all others. */
	doubt: v.nullable(
		v.variant('is', [
			v.object({ is: v.literal('profanity') }),
			v.object({ is: v.literal('look-alike'), of: v.string() })
		])
	)
});

/** A pupil as their host sees them. */
export type Person = v.InferOutput<typeof personSchema>;

/** Why a name is doubtful: it may offend, or somebody has had one that looks like it. */
export type Doubt = NonNullable<Person['doubt']>;

/** Checks what a host is told of everybody who has joined. */
export const peopleSchema = v.object({ pupils: v.array(personSchema) });

const barSchema = v.object({
	/** The id of an option, a label, an element or a span; `true` or `false`; what was typed, so that equal answers are one. */
	id: v.string(),
	key: v.boolean(),
	count,
	/** What to show of something typed: the form that is right, or what was typed first; null where the item has its words. */
	typed: v.nullable(v.string())
});

/** How often one thing was given. */
export type Bar = v.InferOutput<typeof barSchema>;

const barGroupSchema = v.object({
	/** The premise, the element to sort or the blank, by id; the place in an order, from 1; `verdict` or `reasons`; null for the whole item. */
	part: v.nullable(v.string()),
	/** Whether several could be given at once: the counts then add up to more than those who answered. */
	many: v.boolean(),
	/** What there is to give in its order; what was typed, right first and then by frequency. */
	bars: v.array(barSchema),
	/** How many answered the item and left this out. */
	none: count
});

/** What was given at one place of an item. */
export type BarGroup = v.InferOutput<typeof barGroupSchema>;

const roundTallySchema = v.object({
	asked: count,
	answered: count,
	malformed: count,
	unanswered: count,
	/** The mean score of those who answered, from 0 to 1; null where nobody did. */
	facility: v.nullable(v.number()),
	/** How many were entirely right at each certainty, and how many were not; empty where it was not asked for. */
	certainty: v.array(v.object({ certainty: v.picklist(certainties), right: count, wrong: count })),
	groups: v.array(barGroupSchema)
});

/** How a class answered a round. Who was asked has answered, has given what cannot be read, or has not answered. */
export type RoundTally = v.InferOutput<typeof roundTallySchema>;

const gainSchema = v.object({ value: v.number(), level: v.picklist(['low', 'medium', 'high']) });

/** What pupils have learned of what they did not know: from below 0 to 1. */
export type Gain = v.InferOutput<typeof gainSchema>;

const comparisonSchema = v.object({
	stayedRight: count,
	rightToWrong: count,
	wrongToRight: count,
	stayedWrong: count,
	/** The means of their scores, from 0 to 1; null where nobody answered twice. */
	before: v.nullable(v.number()),
	after: v.nullable(v.number()),
	/** Undefined where nobody answered twice, or all were right before. */
	gain: v.optional(gainSchema)
});

/** How the answers of pupils who answered twice changed; right is entirely right. */
export type Comparison = v.InferOutput<typeof comparisonSchema>;

const twoRoundsSchema = v.object({
	...comparisonSchema.entries,
	first: roundTallySchema,
	second: roundTallySchema
});

/** Two rounds of an item, over those who answered both. */
export type TwoRounds = v.InferOutput<typeof twoRoundsSchema>;

/** Checks what a host is told of how the class answered the item that is shown. */
export const itemTallySchema = v.object({
	/** Its rounds that were closed, in the order in which they were asked. */
	rounds: v.array(v.object({ number: count, isSecond: v.boolean(), tally: roundTallySchema })),
	/** The newest second round against the one before it, with the tallies of those alone who answered both; null without one. */
	comparison: v.nullable(twoRoundsSchema)
});

/** How the class answered the item that is shown. */
export type ItemTally = v.InferOutput<typeof itemTallySchema>;

const standingSchema = v.object({
	id: v.string(),
	/** From 1. Who has the same marks shares a place, and as many places after it are free: 1, 2, 2, 4. */
	place: count,
	marks: v.number(),
	/** The most that could be earned in what counts for them. */
	possible: v.number()
});

/** A pupil, by id, or a team, by name, among the others. */
export type Standing = v.InferOutput<typeof standingSchema>;

/** Checks what a host is told of how pupils and teams stand. */
export const standingsSchema = v.object({
	/** The best first. */
	pupils: v.array(v.object({ ...standingSchema.entries, name: v.string(), team: v.nullable(v.string()) })),
	/** By the names of the teams, the best first; empty without teams. */
	teams: v.array(standingSchema)
});

/** How pupils and teams stand. */
export type Standings = v.InferOutput<typeof standingsSchema>;
