import * as v from 'valibot';

import { idSchema } from '#lib/kinds/option.ts';
import { line, prose } from '#lib/text/markdown.ts';

import { moment } from './moment.ts';

const facts = v.pipe(
	v.array(v.string()),
	v.minLength(1, 'names no fact\nName the fact that this rests on, or leave the whole entry out.')
);

const eventSchema = v.strictObject({
	id: idSchema,
	date: moment,
	text: line,
	/** The facts of the primer that it rests on; what came later rests on what is known since. */
	facts
});

/** What happened, in the order of time: up to the source's date, and since then. */
export const timelineSchema = v.strictObject({
	title: line,
	summary: prose,
	events: v.pipe(v.array(eventSchema), v.minLength(1, 'has no event\nA timeline has at least one.'))
});

/** A change after the source's date, told beside what it changed. */
const laterSchema = v.strictObject({ date: moment, text: line });

const memberSchema = v.strictObject({
	id: idSchema,
	label: line,
	/** How many it counts as, such as a union for its member states; one if left out. */
	count: v.exactOptional(howMany()),
	facts,
	later: v.exactOptional(laterSchema)
});

const groupSchema = v.strictObject({
	id: idSchema,
	label: line,
	/** Whether its members supported it on the source's date. */
	backed: v.boolean(),
	members: v.pipe(v.array(memberSchema), v.minLength(1, 'has no member\nName one, or leave the group out.')),
	/** The least number that the group is known to have had, named or not. */
	atLeast: v.exactOptional(howMany()),
	/** What is known of those who are not named. */
	more: v.exactOptional(line),
	/** The facts that the number, the rest and what came later rest on. */
	facts: v.optional(v.array(v.string()), []),
	later: v.exactOptional(laterSchema)
});

/** Who supported what the source is about, and who did not. */
export const supportSchema = v.strictObject({
	title: line,
	summary: prose,
	groups: v.pipe(v.array(groupSchema), v.minLength(1, 'has no group\nWrite at least one.'))
});

const places = v.pipe(
	v.array(v.string()),
	v.minLength(1, 'names no place\nName what the drawing is to show, or leave “picture” out.')
);

/** Places in one of the primer's two drawings: events of the timeline, or groups and members of the other. */
export const placesSchema = v.pipe(
	v.strictObject({ timeline: v.exactOptional(places), support: v.exactOptional(places) }),
	v.check(
		({ timeline, support }) => (timeline === undefined) !== (support === undefined),
		'points into no drawing, or into two\nWrite either “timeline: […]” or “support: […]”.'
	)
);

export type WrittenTimeline = v.InferOutput<typeof timelineSchema>;
export type WrittenSupport = v.InferOutput<typeof supportSchema>;
export type Places = v.InferOutput<typeof placesSchema>;

/** Schema for a number of things that can be drawn one by one. */
function howMany() {
	const remedy = 'is not a number to draw\nWrite a whole number from 1 to 1000.';
	return v.pipe(v.number(remedy), v.integer(remedy), v.minValue(1, remedy), v.maxValue(1000, remedy));
}
