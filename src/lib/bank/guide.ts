import * as v from 'valibot';

import { idSchema } from '#lib/kinds/option.ts';
import { line, prose } from '#lib/text/markdown.ts';

import { pointNumber } from './point-number.ts';

/** The longest lesson, in minutes. */
const LONGEST = 240;

const remedy = `is not a number of minutes\nWrite a whole number from 1 to ${LONGEST}.`;
const minutes = v.pipe(
	v.number(remedy),
	v.integer(remedy),
	v.minValue(1, remedy),
	v.maxValue(LONGEST, remedy)
);

const idsWith = (remedy: string) => v.pipe(v.array(v.string()), v.minLength(1, `names no item\n${remedy}`));

/** Something that pupils often believe, and what to say to it. */
const mistakeSchema = v.strictObject({
	/** As a pupil would say it. */
	belief: line,
	reply: prose
});

/** A position that some of the class take in the discussion. */
const positionSchema = v.strictObject({
	id: idSchema,
	title: line,
	text: prose
});

/** The lesson on one point. Its parts are in the order in which they come, and take all of its time. */
const lessonSchema = v.strictObject({
	/** The number of the point. */
	id: pointNumber(1),
	/** What pupils can do at the end. */
	aim: prose,
	/** How to begin. */
	begin: v.strictObject({ minutes, text: prose }),
	/** What pupils read or are told, and what to look for in it. */
	read: v.strictObject({ minutes, text: prose }),
	/** What pupils get wrong, to be spoken of with the questions asked live. */
	mistakes: v.pipe(
		v.array(mistakeSchema),
		v.minLength(1, 'has no mistake\nWrite at least one that pupils make.')
	),
	/** Questions to ask the class, in this order, and how. */
	live: v.strictObject({
		minutes,
		text: v.exactOptional(prose),
		ask: idsWith('Name one that the class is asked.')
	}),
	discussion: v.strictObject({
		minutes,
		question: line,
		/** How to run it. */
		text: v.exactOptional(prose),
		positions: v.pipe(
			v.array(positionSchema),
			v.minLength(2, 'has fewer than two positions\nA discussion needs at least two.')
		)
	}),
	/** What to do at home: these questions, or some of the point, and the minutes it takes to explain. */
	homework: v.strictObject({
		minutes,
		text: prose,
		ask: v.exactOptional(idsWith('Name one, or leave the line out.'))
	})
});

/** What `guide.yaml` holds: a lesson for each point. */
export const guideSchema = v.strictObject({
	/** How long a lesson is; its parts come to that. */
	minutes: v.optional(minutes, 45),
	/** Something to know before the first lesson. */
	before: v.exactOptional(prose),
	points: v.pipe(v.array(lessonSchema), v.minLength(1, 'has no lesson\nWrite one, or delete the file.'))
});

/** A teacher’s guide to a course, checked and compiled. */
export type Guide = v.InferOutput<typeof guideSchema>;
/** The lesson on one point. */
export type Lesson = v.InferOutput<typeof lessonSchema>;

/** The parts of a lesson that take time, in the order in which they come. */
export const lessonParts = ['begin', 'read', 'live', 'discussion', 'homework'] as const;
