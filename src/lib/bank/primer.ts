import * as v from 'valibot';

import { idSchema } from '#lib/kinds/option.ts';
import { line, prose } from '#lib/text/markdown.ts';
import { SAFE_ADDRESS } from '#lib/text/rich.ts';

import { outcomeSchema } from './check-outcomes.ts';
import { day } from './day.ts';
import { supportSchema, timelineSchema } from './picture-schema.ts';
import { pointNumber } from './point-number.ts';
import { purposeSchema } from './purpose.ts';
import { blueprintSchema, wordingSchema } from './wording.ts';

/** The name of the file that says what a bank is drawn from. */
export const PRIMER_FILE = 'primer.yaml';

/** Whether a file is that one, with any capitals and extension. */
export function isPrimerFile(file: string): boolean {
	return /(^|\/)primer\.ya?ml$/i.test(file);
}

const address = v.pipe(
	v.string(),
	v.regex(SAFE_ADDRESS, 'is not a web address\nBegin it with https:// or http://.'),
	v.check(
		(value) => !SAFE_ADDRESS.test(value) || URL.canParse(value),
		'is not a web address\nCheck it for blanks and missing parts.'
	)
);

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty\nWrite it.'));

const language = v.pipe(
	v.string(),
	v.check(isLanguage, 'is not a language tag\nWrite one such as en, fr or pt-BR.')
);

/** A page or document that a statement rests on. */
const sourceSchema = v.strictObject({
	title: text,
	/** The language of its title, if that is not the language of the course. */
	language: v.exactOptional(language),
	address: v.exactOptional(address)
});

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
 * - `slip`: stated by the source and imprecise or wrong, so never keyed as truth.
 */
export const factStatus = v.picklist(['stable', 'as-of', 'opinion', 'slip']);
export type FactStatus = v.InferOutput<typeof factStatus>;

const factSchema = v.strictObject({
	id: v.pipe(
		v.string(),
		v.regex(
			/^[\p{L}\p{N}]+([.-][\p{L}\p{N}]+)*$/u,
			'is not an id\nUse letters, digits, points and hyphens, such as F0.3.'
		)
	),
	/** What learners know it by: what it is about, which does not say it. Without one they read its id. */
	title: v.exactOptional(text),
	/** The point that states it; 0 is the primer as a whole. */
	point: pointNumber(0),
	status: factStatus,
	claim: line,
	/** The front of its flashcard: a question, or another prompt, whose answer is the claim. */
	cue: v.exactOptional(line),
	/** False if no item needs to ask for it, such as how the source is arranged. */
	scored: v.exactOptional(v.boolean()),
	where: text,
	since: v.optional(v.array(sinceSchema), [])
});

const pointSchema = v.strictObject({
	id: pointNumber(1),
	title: line,
	summary: prose,
	/** What to read before its items, in 130 to 220 words. */
	reading: v.exactOptional(prose),
	/** What the items of this point ask, in a phrase. */
	asks: line,
	/** What a learner can do at its end; three to five. */
	outcomes: v.exactOptional(
		v.pipe(v.array(outcomeSchema), v.minLength(1, 'names no outcome\nWrite some, or leave the line out.'))
	),
	/** Keeps all items of this point for exams. */
	for: purposeSchema
});

/** A word that somebody who learns about the subject may not know. */
const wordSchema = v.strictObject({
	id: idSchema,
	/** As it is listed. */
	term: text,
	/** How else it stands in a text: its plural, its abbreviation. */
	also: v.exactOptional(v.array(text)),
	/** What it means, in one or two sentences. */
	meaning: line,
	source: v.exactOptional(sourceSchema)
});

/** What `primer.yaml` holds: what a course is drawn from. */
export const primerSchema = v.strictObject({
	title: text,
	summary: prose,
	language,
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
		title: text,
		/** The language of its title, if that is not the language of the course. */
		language: v.exactOptional(language),
		/** What precedes a place in it, such as “The article”; a translation has its own. */
		called: v.exactOptional(text),
		publisher: text,
		author: v.exactOptional(text),
		date: day,
		address: v.exactOptional(address)
	}),
	/** On what terms others may use the questions and the words around them. */
	licence: v.exactOptional(
		v.strictObject({
			/** Its short name, as SPDX has it where it is there. */
			name: text,
			/** Whose the words are. */
			holder: v.exactOptional(text),
			address: v.exactOptional(address)
		})
	),
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
/** What a page says of a source: its title, where it is, and which language the title is in. */
export type Source = v.InferOutput<typeof sourceSchema>;
/** A fact as far as it takes to name it. */
export type NamedFact = Pick<Fact, 'id' | 'title'>;

function isLanguage(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1;
	} catch {
		return false;
	}
}
