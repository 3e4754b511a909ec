import * as v from 'valibot';

import { momentSchema } from '#lib/quiz/moment.ts';
import { parsed } from '#lib/quiz/parsed.ts';
import { mean } from '#lib/stats/moments.ts';

import { givenName } from '../names/given.ts';
import { nameKey } from '../names/key.ts';
import { cleanName } from '../names/name.ts';
import type { Pupil } from '../pupil.ts';
import type { ToldReport } from '../told.ts';

/** The version of the books that this code writes. */
export const BOOK_VERSION = 1;

/** How many pupils, and how many classes, a book has at most: more are a mistake. */
export const MOST_PUPILS = 1000;
const MOST_CLASSES = 1000;

const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const areDifferent = (all: readonly string[]) => new Set(all).size === all.length;

/** Checks a book, from this device or from a file. */
export const bookSchema = v.strictObject({
	version: v.literal(BOOK_VERSION),
	/** Random; codes are drawn by it. */
	id: text(64),
	/** What the teacher calls it, such as “7b”. */
	name: text(100),
	/** Of the codes. */
	language: text(35),
	/** How many codes were handed out, those of pupils who were taken out again included. */
	drawn: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
	pupils: v.pipe(
		v.array(v.strictObject({ code: text(100), name: text(100) })),
		v.maxLength(MOST_PUPILS),
		v.check((pupils) => areDifferent(pupils.map(({ code }) => code)), 'Two pupils have the same code.')
	),
	classes: v.pipe(
		v.array(
			v.strictObject({
				/** The id of the class; it stands in addresses. */
				id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
				/** When it was: milliseconds since 1970. */
				at: momentSchema,
				/** The title of its course. */
				title: text(500),
				/** What was right on average, from 0 to 1, by the code of those who were there. */
				shares: v.record(v.string(), share)
			})
		),
		v.maxLength(MOST_CLASSES),
		v.check((classes) => areDifferent(classes.map(({ id }) => id)), 'A class is there twice.')
	),
	/** When its names last changed: milliseconds since 1970. */
	at: momentSchema
});

/**
 * The same pupils over several classes, on the device of their teacher. Each has a code, under which they join classes;
 * their names are nowhere else.
 */
export type ClassBook = v.InferOutput<typeof bookSchema>;

/** One pupil of a book. */
export type BookPupil = ClassBook['pupils'][number];

/** The book, if a stored value is one. */
export function parseBook(value: unknown): ClassBook | undefined {
	return parsed(bookSchema, value);
}

/** A book without pupils. */
export function newBook({
	id,
	name,
	language,
	at
}: Pick<ClassBook, 'id' | 'name' | 'language' | 'at'>): ClassBook {
	return { version: BOOK_VERSION, id, name, language, drawn: 0, pupils: [], classes: [], at };
}

/**
 * A book with more pupils, each with a code that nobody of it has had. A line without a name is passed over, and so is
 * what exceeds {@link MOST_PUPILS}.
 *
 * @param lines a name each
 * @param at milliseconds since 1970
 */
export function withPupils(book: ClassBook, lines: readonly string[], at: number): ClassBook {
	const names = lines.flatMap((line) => {
		const cleaned = cleanName(line);
		return 'name' in cleaned ? [cleaned.name] : [];
	});
	const room = names.slice(0, MOST_PUPILS - book.pupils.length);
	const had = new Set(book.pupils.map(({ code }) => code));
	let { drawn } = book;
	const added = room.map((name) => {
		let code;
		// Somebody may have written the file of the book by hand.
		do code = givenName(book.language, book.id, drawn++);
		while (had.has(code));
		return { code, name };
	});
	return { ...book, drawn, pupils: [...book.pupils, ...added], at };
}

/** A book in which a pupil has another name; an empty one takes them out. */
export function renamed(book: ClassBook, code: string, name: string, at: number): ClassBook {
	const cleaned = cleanName(name);
	const pupils =
		'name' in cleaned
			? book.pupils.map((pupil) => (pupil.code === code ? { ...pupil, name: cleaned.name } : pupil))
			: book.pupils.filter((pupil) => pupil.code !== code);
	return { ...book, pupils, at };
}

/**
 * Who of a book the pupils of a class are, by the id of the pupil: by the code that they typed, whatever its case,
 * accents and spaces, or as the teacher says. Nobody is two of them: who joined first has the code.
 *
 * @param said the code of a pupil by their id, as the teacher says; an empty one says that it is none
 */
export function matched(
	{ pupils }: Pick<ClassBook, 'pupils'>,
	joined: readonly Pick<Pupil, 'id' | 'name'>[],
	said: ReadonlyMap<string, string> = new Map()
): Map<string, BookPupil> {
	const byCode = new Map(pupils.map((pupil) => [pupil.code, pupil]));
	const byKey = new Map(pupils.map((pupil) => [nameKey(pupil.code), pupil]));
	const found = new Map<string, BookPupil>();
	const take = (id: string, pupil: BookPupil | undefined) => {
		if (pupil && ![...found.values()].includes(pupil)) found.set(id, pupil);
	};
	for (const { id } of joined) take(id, byCode.get(said.get(id) ?? ''));
	for (const { id, name } of joined) if (!said.has(id)) take(id, byKey.get(nameKey(name)));
	return found;
}

/** A book that has a class as well; of one that it has already, the newer report counts. */
export function withClass(
	book: ClassBook,
	{ report, course, createdAt }: ToldReport,
	classId: string,
	who: ReadonlyMap<string, BookPupil>
): ClassBook {
	const shares = report.pupils.flatMap(({ pupil, scores }): [string, number][] => {
		const right = mean(scores.flatMap(({ fraction }) => fraction ?? []));
		const { code } = who.get(pupil) ?? {};
		return code === undefined || right === undefined ? [] : [[code, Math.min(1, Math.max(0, right))]];
	});
	const added = { id: classId, at: createdAt, title: course.title, shares: Object.fromEntries(shares) };
	return { ...book, classes: inOrder([...book.classes.filter(({ id }) => id !== classId), added]) };
}

/** A pupil over the classes of a book. */
export interface Followed {
	pupil: BookPupil;
	/** In each class, in their order; null where they were not there. */
	shares: (number | null)[];
	/** Over the classes that they were in; null where they were in none. */
	mean: number | null;
}

/** The pupils of a book over its classes, in the order of the book. */
export function followed({ pupils, classes }: ClassBook): Followed[] {
	return pupils.map((pupil) => {
		const shares = classes.map(({ shares: all }) =>
			Object.hasOwn(all, pupil.code) ? (all[pupil.code] ?? null) : null
		);
		return { pupil, shares, mean: mean(shares.flatMap((each) => each ?? [])) ?? null };
	});
}

/**
 * Two copies of a book as one, such as that of a file and that of the device: the names of the one that changed last, and
 * the classes of both.
 */
export function merged(one: ClassBook, other: ClassBook): ClassBook {
	const [newer, older] = one.at >= other.at ? [one, other] : [other, one];
	const known = new Set(newer.classes.map(({ id }) => id));
	return {
		...newer,
		drawn: Math.max(one.drawn, other.drawn),
		classes: inOrder([...newer.classes, ...older.classes.filter(({ id }) => !known.has(id))])
	};
}

function inOrder(classes: ClassBook['classes']): ClassBook['classes'] {
	return classes.toSorted((one, other) => one.at - other.at).slice(-MOST_CLASSES);
}
