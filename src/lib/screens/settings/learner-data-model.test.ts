import { afterEach, describe, expect, it, vi } from 'vitest';

import { attempt, countingFold, countingStep, flaw, noon, review } from '#lib/store/fixtures.ts';
import { writeLearnerFile } from '#lib/store/export/write.ts';
import { studyInMemory } from '#lib/store/memory/study.ts';
import type { StudyStore } from '#lib/store/study-store.ts';

import { LearnerDataModel } from './learner-data-model.svelte.ts';
import { reader } from './reader.svelte.ts';

const data = { reviews: [review()], flaws: [flaw()], attempts: [attempt('a')], settings: null };
const file = new Blob([writeLearnerFile(data, noon(0), '1').text]);

function open(changes: Partial<StudyStore> = {}, loadFold = () => Promise.resolve(countingFold)) {
	const store = { ...studyInMemory(), ...changes };
	return { store, learner: new LearnerDataModel({ store, loadFold, app: '1', clock: () => noon(1) }) };
}

const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));

afterEach(() => vi.restoreAllMocks());

describe('the data of a learner', () => {
	it('counts what is kept', async () => {
		const { store, learner } = open();
		await store.record(review(), countingStep);
		await store.saveFlaw(flaw({ item: 'old' }));
		await store.saveFlaw(flaw({ item: 'new', at: noon(1) }));
		await learner.read();
		expect(learner.kept).toEqual({ answers: 1, days: 1, quizzes: 0, marks: 2 });
		expect(learner.marks.map(({ item }) => item)).toEqual(['new', 'old']);
		expect(learner.settings?.streak).toBe(true);
	});

	it('imports a file once, and says what it brought', async () => {
		const { learner } = open();
		await learner.import(file);
		expect(learner.done).toEqual({ what: 'imported', amounts: { answers: 1, quizzes: 1, marks: 1 } });
		expect(learner.kept).toEqual({ answers: 1, days: 1, quizzes: 1, marks: 1 });
		await learner.import(file);
		expect(learner.done).toEqual({ what: 'imported', amounts: { answers: 0, quizzes: 0, marks: 0 } });
	});

	it('says what it has done once it shows the numbers that are right then', async () => {
		const inMemory = studyInMemory();
		let counted = () => {};
		const count = async () => {
			await new Promise<void>((resolve) => (counted = resolve));
			return inMemory.count();
		};
		const learner = new LearnerDataModel({
			store: { ...inMemory, count },
			loadFold: () => Promise.resolve(countingFold),
			app: '1'
		});
		const importing = learner.import(file);
		await expect.poll(() => inMemory.count()).toMatchObject({ answers: 1 });
		expect(learner.done).toEqual({ what: 'importing' });
		await expect.poll(() => counted).not.toBe(undefined);
		counted();
		await importing;
		expect([learner.done?.what, learner.kept?.answers]).toEqual(['imported', 1]);
	});

	it('takes back a mark even where it is dated in the future', async () => {
		const { store, learner } = open();
		await store.saveFlaw(flaw({ at: noon(9) }));
		await learner.read();
		const [mark = flaw()] = learner.marks;
		expect(await learner.takeBack(mark)).toBe(true);
		expect(learner.marks).toEqual([]);
		expect(await store.flaws()).toMatchObject([{ withdrawn: true, at: noon(9) + 1 }]);
	});

	it('forgets everything, how the page is read too', async () => {
		const { learner } = open();
		document.documentElement.dataset['size'] = 'larger';
		await learner.import(file);
		await learner.deleteAll();
		expect(learner.done).toEqual({ what: 'deleted', amounts: { answers: 1, days: 1, quizzes: 1, marks: 1 } });
		expect(learner.kept).toEqual({ answers: 0, days: 0, quizzes: 0, marks: 0 });
		expect(document.documentElement.dataset['size']).toBe('normal');
	});

	it('takes up from a file how the page is read, where nothing was chosen here', async () => {
		const { learner } = open();
		const look = { size: 'large', spacing: 'wide', keys: 'on', theme: 'dark' } as const;
		const written = writeLearnerFile(data, noon(0), '1', look);
		await learner.import(new Blob([written.text]));
		expect(document.documentElement.dataset).toMatchObject({ size: 'large', spacing: 'wide', keys: 'on' });
		reader.keep({ size: 'normal', spacing: 'wide' });
		await learner.import(new Blob([written.text]));
		expect(reader.chosen).toMatchObject({ size: 'normal', spacing: 'wide' });
		expect(document.documentElement.dataset).toMatchObject({ size: 'normal', spacing: 'wide' });
		await learner.deleteAll();
		expect(reader.chosen).toBeUndefined();
	});

	it('says what was done even where what is kept cannot be read afterwards', async () => {
		const { store, learner } = open({ count: vi.fn(() => Promise.reject(new Error('gone'))) });
		await learner.import(file);
		expect(learner.done).toMatchObject({ what: 'imported', amounts: { answers: 1 } });
		expect(learner.kept).toBeUndefined();
		expect(learner.unread).toBe(true);
		expect(await learner.takeBack(flaw())).toBe(true);

		vi.mocked(store.count).mockResolvedValueOnce({ answers: 1, days: 1, quizzes: 1, marks: 0 });
		await learner.deleteAll();
		expect(learner.done).toMatchObject({ what: 'deleted', amounts: { answers: 1 } });
		expect((await store.read()).reviews).toEqual([]);
	});

	it('says that something could not be loaded, and changes nothing', async () => {
		const { store, learner } = open({}, () => Promise.reject(new TypeError('offline')));
		await learner.import(file);
		expect(learner.done).toEqual({ what: 'unprepared' });
		expect((await store.read()).reviews).toEqual([]);
	});

	it('says what the browser could not do', async () => {
		const { learner } = open({ merge: full, clear: full, read: full, saveSettings: full, saveFlaw: full });
		await learner.import(file);
		expect(learner.done).toEqual({ what: 'import-failed' });
		await learner.deleteAll();
		expect(learner.done).toEqual({ what: 'delete-failed' });
		await learner.export();
		expect(learner.done).toEqual({ what: 'export-failed' });
		expect(await learner.chooseStreak(false)).toBe(false);
		expect(await learner.takeBack(flaw())).toBe(false);
	});
});
