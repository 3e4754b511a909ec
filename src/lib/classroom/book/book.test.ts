import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { playedClass } from '../played-fixtures.ts';
import { toldReport } from '../told.ts';
import {
	bookSchema,
	followed,
	matched,
	merged,
	MOST_PUPILS,
	newBook,
	parseBook,
	renamed,
	withClass,
	withPupils,
	type ClassBook
} from './book.ts';
import { parseBookFile, readBookFile, writeBookFile, LARGEST_BOOK } from './file.ts';

const empty = newBook({ id: 'book', name: '7b', language: 'en', at: 1 });
const book = withPupils(empty, ['Ada', ' Blaise ', '', 'Ada'], 2);
const codes = book.pupils.map(({ code }) => code);

describe('a book', () => {
	test('has a code for each name, and never the same again', () => {
		expect(book.pupils.map(({ name }) => name)).toEqual(['Ada', 'Blaise', 'Ada']);
		expect(new Set(codes).size).toBe(3);
		const without = renamed(book, codes[2] ?? '', '', 3);
		expect(without.pupils).toHaveLength(2);
		const again = withPupils(without, ['Chloé'], 4).pupils[2];
		expect(again?.name).toBe('Chloé');
		expect(codes).not.toContain(again?.code);
	});

	test('has no more pupils than it may, and one name changes nobody else’s', () => {
		const lines = Array.from({ length: MOST_PUPILS + 5 }, (_, index) => `Pupil ${index}`);
		const full = withPupils(empty, lines, 2);
		expect(full.pupils).toHaveLength(MOST_PUPILS);
		expect(new Set(full.pupils.map(({ code }) => code)).size).toBe(MOST_PUPILS);
		const changed = renamed(book, codes[0] ?? '', 'Ada L.', 3);
		expect(changed.pupils.map(({ name }) => name)).toEqual(['Ada L.', 'Blaise', 'Ada']);
		expect(parseBook(full)).toEqual(full);
	});

	test('knows who typed a code, however it was written, and what the teacher says', () => {
		const [first = '', second = '', third = ''] = codes;
		const joined = [
			{ id: '1', name: `  ${first.toUpperCase()}` },
			{ id: '2', name: 'Somebody' },
			{ id: '3', name: third.replace(' ', '') }
		];
		const names = (map: ReturnType<typeof matched>) => [...map].map(([id, { code }]) => [id, code]);
		expect(names(matched(book, joined))).toEqual([
			['1', first],
			['3', third]
		]);
		expect(names(matched(book, joined, new Map([['2', second]])))).toContainEqual(['2', second]);
		// Said of another, a code is theirs; said of nobody, it is nobody's.
		expect(names(matched(book, joined, new Map([['2', first]])))).toEqual([
			['2', first],
			['3', third]
		]);
		expect(names(matched(book, joined, new Map([['1', '']])))).toEqual([['3', third]]);
	});

	test('follows pupils over classes by hand', () => {
		const [first = '', second = ''] = codes;
		const told = (createdAt: number) =>
			toldReport(playedClass(), { code: 'ABC', createdAt, endedAt: createdAt + 1 }, 30);
		// Of the played class, A has 3 of 3 and B 1 of 3.
		const who = matched(book, [
			{ id: 'a', name: first },
			{ id: 'b', name: second }
		]);
		const later = withClass(book, told(2000), 'later', who);
		const both = withClass(later, told(1000), 'earlier', new Map([...who].slice(1)));
		expect(both.classes.map(({ id }) => id)).toEqual(['earlier', 'later']);
		expect(followed(both).map(({ shares, mean }) => [shares, mean])).toEqual([
			[[null, 1], 1],
			[[1 / 3, 1 / 3], 1 / 3],
			[[null, null], null]
		]);
		expect(withClass(both, told(2000), 'later', new Map()).classes).toHaveLength(2);
		expect(JSON.stringify(both.classes)).not.toContain('Blaise');
	});

	test('of two copies, the newer names count and the classes of both', () => {
		const klass = (id: string, at: number) => ({ id, at, title: 'T', shares: {} });
		const older = { ...book, classes: [klass('x', 1), klass('y', 3)] };
		const newer = { ...renamed(book, codes[0] ?? '', 'Ada L.', 9), classes: [klass('z', 2), klass('x', 1)] };
		for (const copy of [merged(older, newer), merged(newer, older)]) {
			expect(copy.pupils[0]?.name).toBe('Ada L.');
			expect(copy.classes.map(({ id }) => id)).toEqual(['x', 'z', 'y']);
		}
	});
});

describe('a file of a book', () => {
	const name = fc.string({ minLength: 1, maxLength: 60, unit: 'binary' });

	test('holds all of it, whatever the names are', () => {
		fc.assert(
			fc.property(fc.array(name, { maxLength: 8 }), name, (names, called) => {
				const one = withPupils({ ...empty, name: called }, names, 5);
				expect(parseBookFile(writeBookFile(one))).toEqual(one);
			})
		);
		const hostile = ['=cmd|1', '"quoted"', 'a\u2028b', '<b>bold</b>', '__proto__'];
		const one: ClassBook = withPupils(empty, hostile, 1);
		expect(parseBookFile(`\uFEFF${writeBookFile(one)}`)).toEqual(one);
	});

	test.each([
		['', 'other-format'],
		['{}', 'other-format'],
		['{"format":"five-points"}', 'other-format'],
		['{"format":"five-points-class-book","version":2,"book":{}}', 'newer'],
		['{"format":"five-points-class-book","version":1}', 'broken'],
		[writeBookFile(book).replace('"drawn": 3', '"drawn": -1'), 'broken'],
		[writeBookFile(book).replace('"name": "7b"', '"name": "7b", "more": 1'), 'broken']
	])('%j is refused', (text, why) => {
		expect(parseBookFile(text)).toBe(why);
	});

	test('in which somebody wrote what no book of ours has is refused', () => {
		const classes = [{ id: 'c', at: 5, title: 'A course', shares: {} }];
		const [pupil] = book.pupils;
		if (!pupil) throw new Error('The book is empty.');
		const written = (otherwise: Partial<ClassBook>) => writeBookFile({ ...book, ...otherwise });
		expect(parseBookFile(written({ classes }))).toEqual({ ...book, classes });
		for (const otherwise of [
			// Two rows of a table would have one name.
			{ pupils: [...book.pupils, { ...pupil, name: 'Somebody else' }] },
			{ classes: [...classes, ...classes] },
			// It has no name of the form 2026-11-25.
			{ classes: classes.map((each) => ({ ...each, at: 8.64e15 })) },
			{ at: 8.64e15 },
			// It stands in an address.
			{ classes: classes.map((each) => ({ ...each, id: '../../settings' })) }
		])
			expect(parseBookFile(written(otherwise))).toBe('broken');
	});

	test('that says that fewer codes were handed out than were leads to no code twice', () => {
		const again = withPupils({ ...book, drawn: 0 }, ['Dan', 'Eve'], 9);
		expect(new Set(again.pupils.map(({ code }) => code)).size).toBe(book.pupils.length + 2);
	});

	test('that is too large, or cannot be read, is refused', async () => {
		const text = () => Promise.reject(new Error('gone'));
		expect(await readBookFile({ size: LARGEST_BOOK + 1, text })).toBe('too-large');
		expect(await readBookFile({ size: 1, text })).toBe('unreadable');
	});
});

test('a sound book passes its own check', () => {
	expect(bookSchema.type).toBe('strict_object');
	expect(parseBook({ ...book, version: 2 })).toBeUndefined();
});
