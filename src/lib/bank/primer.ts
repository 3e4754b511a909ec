import * as v from 'valibot';

import { idSchema } from '#lib/kinds/option.ts';
import { line, prose } from '#lib/text/markdown.ts';

import { outcomeSchema } from './check-outcomes.ts';
import { day } from './day.ts';
import { supportSchema, timelineSchema } from './picture-schema.ts';
import { pointNumber } from './point-number.ts';
import { purposeSchema } from './purpose.ts';
import { address, languageTag, plain, sourceSchema } from './source-schema.ts';
import { blueprintSchema, wordingSchema } from './wording.ts';

/** What has changed, or become known, about a fact since the primer was written. */
const sinceSchema = v.strictObject({
	note: line,
	/** When it happened. */
	date: v.exactOptional(day),
	/** The day on which somebody last compared the note with its source. */
	checked: day,
	source: sourceSchema
});

/**
 * - `stable`: true whenever it is read;
 * - `as-of`: true on the source's date, and perhaps no longer;
 * - `opinion`: the author's, asked only as such;
 * - `slip`: stated by the source and imprecise or wrong, so never keyed as truth;
 * - `background`: not in the source at all, but in another, which it names.
 */
const factStatus = v.picklist(['stable', 'as-of', 'opinion', 'slip', 'background']);
export type FactStatus = v.InferOutput<typeof factStatus>;

const factFields = v.strictObject({
	id: v.pipe(
		v.string(),
		v.regex(
			/^[\p{L}\p{N}]+([.-][\p{L}\p{N}]+)*$/u,
			'is not an id\nUse letters, digits, points and hyphens, such as F0.3.'
		)
	),
	/** What learners know it by: what it is about, which does not say it. Without one they read its id. */
	title: v.exactOptional(plain),
	/** The point that states it; 0 is the primer as a whole. */
	point: pointNumber(0),
	status: factStatus,
	claim: line,
	/** The front of its flashcard: a question, or another prompt, whose answer is the claim. */
	cue: v.exactOptional(line),
	/** False if no item needs to ask for it, such as how the source is arranged. */
	scored: v.exactOptional(v.boolean()),
	/** Where in the source it is; a background fact is not in it. */
	where: v.exactOptional(plain),
	/** What a background fact rests on. */
	source: v.exactOptional(sourceSchema),
	/** The day on which somebody last compared a background fact with its source. */
	checked: v.exactOptional(day),
	since: v.optional(v.array(sinceSchema), [])
});

const isBackground = ({ status }: { status: FactStatus }) => status === 'background';

/** A fact says where it is in the source; one that is not in it says where else, and when that was checked. */
const factSchema = v.pipe(
	factFields,
	v.check(
		(fact) => isBackground(fact) || fact.where !== undefined,
		'does not say where in the source it is\nAdd “where: …”; or write “status: background” if it is not in the source, and name its own.'
	),
	v.check(
		(fact) => !isBackground(fact) || (fact.source !== undefined && fact.checked !== undefined),
		'is a background fact without its own “source” or the day on which it was “checked”\nAdd “source:” with title and address, and “checked:” with a day such as 2026-11-24.'
	),
	v.check(
		(fact) => !isBackground(fact) || fact.where === undefined,
		'is a background fact with a place in the source of the course\nLeave “where” out: its own source says where it is from.'
	),
	v.check(
		(fact) => isBackground(fact) || (fact.source === undefined && fact.checked === undefined),
		'has a “source” or “checked” of its own\nLeave them out, or write “status: background” if the fact is not in the source of the course.'
	)
);

/** A text that teaches some facts, to be read before the items on them. */
const readingSchema = v.strictObject({
	id: idSchema,
	title: line,
	text: prose,
	/** The facts that it teaches. */
	facts: v.pipe(
		v.array(v.string()),
		v.minLength(1, 'names no fact\nName those that the text teaches: its items follow from them.')
	)
});

const pointSchema = v.strictObject({
	id: pointNumber(1),
	title: line,
	summary: prose,
	/** What to read before its items, in 130 to 220 words, where that is a single text. */
	reading: v.exactOptional(prose),
	/** Several texts of 110 to 200 words, each read before the items on its facts. */
	readings: v.exactOptional(
		v.pipe(v.array(readingSchema), v.minLength(1, 'has no reading\nWrite one, or leave the line out.'))
	),
	/** What the items of this point ask, in a phrase. */
	asks: line,
	/** What a learner can do at its end; three to five. */
	outcomes: v.exactOptional(
		v.pipe(v.array(outcomeSchema), v.minLength(1, 'names no outcome\nWrite some, or leave the line out.'))
	),
	/** Keeps all items of this point for exams. */
	for: purposeSchema
});

/** A form of a word, as it may stand in a text. */
const wordForm = v.pipe(
	plain,
	v.check(
		(form) => /[\p{L}\p{N}]/u.test(form),
		'has no letter and no digit\nWrite the word as it stands in a text.'
	)
);

/** A word that somebody who learns about the subject may not know. */
const wordSchema = v.strictObject({
	id: idSchema,
	/** As it is listed. */
	term: wordForm,
	/** How else it stands in a text: its plural, its abbreviation. */
	also: v.exactOptional(v.array(wordForm)),
	/** What it means, in one or two sentences. */
	meaning: line,
	source: v.exactOptional(sourceSchema)
});

/** What `primer.yaml` holds: what a course is drawn from. */
export const primerSchema = v.strictObject({
	title: plain,
	summary: prose,
	language: languageTag,
	/**
	 * - `open`: study as well as exams; anybody can get its items with their keys;
	 * - `exam`: exams alone; no key leaves the server before the end of one.
	 */
	serves: v.optional(
		v.picklist(
			['open', 'exam'],
			'is not a way to serve a course\nWrite “open”, or “exam” where no answer may be known before the end of an exam.'
		),
		'open'
	),
	source: v.strictObject({
		title: plain,
		/** The language of its title, if that is not the language of the course. */
		language: v.exactOptional(languageTag),
		/** What precedes a place in it, such as “The article”; a translation has its own. */
		called: v.exactOptional(plain),
		publisher: plain,
		author: v.exactOptional(plain),
		date: day,
		address: v.exactOptional(address)
	}),
	/** On what terms others may use the questions and the words around them. */
	licence: v.exactOptional(
		v.strictObject({
			/** Its short name, as SPDX has it where it is there. */
			name: plain,
			/** Whose the words are. */
			holder: v.exactOptional(plain),
			address: v.exactOptional(address)
		})
	),
	/** What to read before the items on the primer as a whole, those of point 0. */
	reading: v.exactOptional(prose),
	points: v.pipe(v.array(pointSchema), v.minLength(1, 'has no point\nA primer has at least one.')),
	facts: v.array(factSchema),
	/** The words to know. */
	words: v.exactOptional(v.array(wordSchema)),
	/** What happened before the source's date and since. */
	timeline: v.exactOptional(timelineSchema),
	/** Who supported what the source is about, and who did not, on the source's date. */
	support: v.exactOptional(supportSchema),
	/** What the checker of items has to know about the subject. */
	wording: v.exactOptional(wordingSchema),
	blueprint: v.exactOptional(blueprintSchema)
});

/** What a course is drawn from, checked and compiled. */
export type Primer = v.InferOutput<typeof primerSchema> & {
	/** The name of its folder. */
	id: string;
};
export type Point = v.InferOutput<typeof pointSchema>;
export type Fact = v.InferOutput<typeof factSchema>;
export type Word = v.InferOutput<typeof wordSchema>;
/** A fact as far as it takes to name it. */
export type NamedFact = Pick<Fact, 'id' | 'title'>;
