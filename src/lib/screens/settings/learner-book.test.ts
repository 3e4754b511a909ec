import { afterEach, describe, expect, it, vi } from 'vitest';

import { attempt, countingFold, countingStep, flaw, noon, review } from '#lib/store/fixtures.ts';
import { writeLearnerFile } from '#lib/store/export/write.ts';
import { studyInMemory } from '#lib/store/memory/study.ts';
import type { StudyStore } from '#lib/store/study-store.ts';

import { LearnerBook } from './learner-book.svelte.ts';
import { reader } from './reader.svelte.ts';

const data = { reviews: [review()], flaws: [flaw()], attempts: [attempt('a')], settings: null };
const file = new Blob([writeLearnerFile(data, noon(0), '1').text]);

function open(changes: Partial<StudyStore> = {}, loadFold = () => Promise.resolve(countingFold)) {
	const store = { ...studyInMemory(), ...changes };
	return { store, book: new LearnerBook({ store, loadFold, app: '1', clock: () => noon(1) }) };
}

const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));

afterEach(() => vi.restoreAllMocks());

describe('a learner’s book', () => {
	it('counts what is kept', async () => {
		const { store, book } = open();
		await store.record(review(), countingStep);
		await store.saveFlaw(flaw({ item: 'old' }));
		await store.saveFlaw(flaw({ item: 'new', at: noon(1) }));
		await book.read();
		expect(book.kept).toEqual({ answers: 1, days: 1, quizzes: 0, marks: 2 });
		expect(book.marks.map(({ item }) => item)).toEqual(['new', 'old']);
		expect(book.settings?.streak).toBe(true);
	});

	it('imports a file once, and says what it brought', async () => {
		const { book } = open();
		await book.import(file);
		expect(book.done).toEqual({ what: 'imported', amounts: { answers: 1, quizzes: 1, marks: 1 } });
		expect(book.kept).toEqual({ answers: 1, days: 1, quizzes: 1, marks: 1 });
		await book.import(file);
		expect(book.done).toEqual({ what: 'imported', amounts: { answers: 0, quizzes: 0, marks: 0 } });
	});

	it('says what it has done once it shows the numbers that are right then', async () => {
		const inMemory = studyInMemory();
		let counted = () => {};
		const count = async () => {
			await new Promise<void>((resolve) => (counted = resolve));
			return inMemory.count();
		};
		const book = new LearnerBook({
			store: { ...inMemory, count },
			loadFold: () => Promise.resolve(countingFold),
			app: '1'
		});
		const importing = book.import(file);
		await vi.waitFor(async () => expect(await inMemory.count()).toMatchObject({ answers: 1 }));
		expect(book.done).toEqual({ what: 'importing' });
		await vi.waitFor(() => expect(counted).not.toBe(undefined));
		counted();
		await importing;
		expect([book.done?.what, book.kept?.answers]).toEqual(['imported', 1]);
	});

	it('takes back a mark even where it is dated in the future', async () => {
		const { store, book } = open();
		await store.saveFlaw(flaw({ at: noon(9) }));
		await book.read();
		const [mark = flaw()] = book.marks;
		expect(await book.takeBack(mark)).toBe(true);
		expect(book.marks).toEqual([]);
		expect(await store.flaws()).toMatchObject([{ withdrawn: true, at: noon(9) + 1 }]);
	});

	it('forgets everything, how the page is read too', async () => {
		const { book } = open();
		document.documentElement.dataset['size'] = 'larger';
		await book.import(file);
		await book.deleteAll();
		expect(book.done).toEqual({ what: 'deleted', amounts: { answers: 1, days: 1, quizzes: 1, marks: 1 } });
		expect(book.kept).toEqual({ answers: 0, days: 0, quizzes: 0, marks: 0 });
		expect(document.documentElement.dataset['size']).toBe('normal');
	});

	it('takes up from a file how the page is read, where nothing was chosen here', async () => {
		const { book } = open();
		const written = writeLearnerFile(data, noon(0), '1', { size: 'large', spacing: 'wide' });
		await book.import(new Blob([written.text]));
		expect(document.documentElement.dataset).toMatchObject({ size: 'large', spacing: 'wide' });
		reader.keep({ size: 'normal', spacing: 'wide' });
		await book.import(new Blob([written.text]));
		expect(reader.chosen).toEqual({ size: 'normal', spacing: 'wide' });
		expect(document.documentElement.dataset).toMatchObject({ size: 'normal', spacing: 'wide' });
		await book.deleteAll();
		expect(reader.chosen).toBeUndefined();
	});

	it('says what was done even where what is kept cannot be read afterwards', async () => {
		const { store, book } = open({ count: vi.fn(() => Promise.reject(new Error('gone'))) });
		await book.import(file);
		expect(book.done).toMatchObject({ what: 'imported', amounts: { answers: 1 } });
		expect(book.kept).toBeUndefined();
		expect(book.unread).toBe(true);
		expect(await book.takeBack(flaw())).toBe(true);

		vi.mocked(store.count).mockResolvedValueOnce({ answers: 1, days: 1, quizzes: 1, marks: 0 });
		await book.deleteAll();
		expect(book.done).toMatchObject({ what: 'deleted', amounts: { answers: 1 } });
		expect((await store.read()).reviews).toEqual([]);
	});

	it('says that something could not be loaded, and changes nothing', async () => {
		const { store, book } = open({}, () => Promise.reject(new TypeError('offline')));
		await book.import(file);
		expect(book.done).toEqual({ what: 'unprepared' });
		expect((await store.read()).reviews).toEqual([]);
	});

	it('says what the browser could not do', async () => {
		const { book } = open({ merge: full, clear: full, read: full, saveSettings: full, saveFlaw: full });
		await book.import(file);
		expect(book.done).toEqual({ what: 'import-failed' });
		await book.deleteAll();
		expect(book.done).toEqual({ what: 'delete-failed' });
		await book.export();
		expect(book.done).toEqual({ what: 'export-failed' });
		expect(await book.chooseStreak(false)).toBe(false);
		expect(await book.takeBack(flaw())).toBe(false);
	});
});
