import 'fake-indexeddb/auto';

import { describe, expect, test, vi } from 'vitest';

import { studyStateOf } from '#lib/review/study-state.ts';
import type { Review } from '#lib/review/review.ts';
import { step } from '#lib/review/step.ts';

import { countingFold, countingStep, flaw, noon, review } from './fixtures.ts';
import { studyInDatabase } from './indexed-db/study.ts';
import { studyInMemory } from './memory/study.ts';
import { checkedStudy } from './study.ts';
import type { Step, StudySettings, StudyStore } from './study-store.ts';

let databases = 0;
const adapters: [string, () => Promise<StudyStore>][] = [
	['memory', () => Promise.resolve(studyInMemory())],
	['IndexedDB', () => studyInDatabase(`checked-${databases++}`)]
];

const primer = 'paris-call';

/** Breaks one kind of state in what a step makes. */
function breaking(name: 'facts' | 'item' | 'ability' | 'day', written: string, broken: string): Step {
	return (before, answer) => {
		const after = countingStep(before, answer);
		return { ...after, [name]: JSON.parse(JSON.stringify(after[name]).replaceAll(written, broken)) };
	};
}

describe.each(adapters)('reading what is in %s', (_, open) => {
	test('asks for no fold while all is sound', async () => {
		const loadFold = vi.fn(() => Promise.resolve(countingFold));
		const study = checkedStudy(await open(), loadFold);
		await study.record(review(), countingStep);
		expect(await study.facts(primer)).toMatchObject([{ fact: 'F1', reviews: 1 }]);
		expect(await study.items(primer)).toMatchObject([{ item: 'a' }]);
		expect(await study.abilities(primer)).toMatchObject([{ point: 1 }]);
		expect(await study.days(primer, '2026-11-25')).toMatchObject([{ answers: 1 }]);
		expect(loadFold).not.toHaveBeenCalled();
	});

	test.each([
		['facts', '"seen"', '"expert"'],
		['facts', '"version":1', '"version":0'],
		['facts', '"reviews":', '"looks":'],
		['item', '"answers":1', '"answers":-1'],
		['ability', '"ability":0', '"ability":null'],
		['day', '"right":1', '"right":"1"']
	] as const)('rebuilds %s with %s instead of %s from the log', async (name, written, broken) => {
		const store = await open();
		await store.record(review(), countingStep);
		const sound = await states(store);
		await store.clear();
		await store.record(review(), breaking(name, written, broken));
		const loadFold = vi.fn(() => Promise.resolve(countingFold));
		const study = checkedStudy(store, loadFold);
		const read = await Promise.all([
			study.facts(primer),
			study.items(primer),
			study.abilities(primer),
			study.days(primer)
		]);
		expect(read).toEqual(sound);
		expect(await states(store)).toEqual(sound);
		expect(loadFold).toHaveBeenCalledTimes(1);
	});

	test('takes a step once what it touches was rebuilt', async () => {
		const store = await open();
		await store.record(review(), breaking('facts', '"seen"', '"expert"'));
		const study = checkedStudy(store, () => Promise.resolve(countingFold));
		expect(await study.record(review({ at: noon(1) }), countingStep)).toBe(true);
		expect(await study.facts(primer)).toMatchObject([{ reviews: 2 }]);
	});

	test('skips a broken entry of the log, and does not delete it', async () => {
		const store = await open();
		const broken: Review = JSON.parse(
			JSON.stringify(review({ id: 'broken' })).replace('"review"', '"dream"')
		);
		await store.record(broken, countingStep);
		await store.record(review(), breaking('facts', '"reviews":2', '"reviews":-2'));
		const study = checkedStudy(store, () => Promise.resolve(countingFold));
		expect(await study.facts(primer)).toMatchObject([{ reviews: 1 }]);
		expect((await store.read()).reviews).toHaveLength(2);
	});

	test('gives the marks not taken back, and the settings or their defaults', async () => {
		const store = await open();
		const study = checkedStudy(store, () => Promise.resolve(countingFold));
		expect(await study.settings()).toEqual({ version: 1, streak: true, at: 0 });
		await study.saveSettings({ version: 1, streak: false, at: 1 });
		expect(await study.settings()).toMatchObject({ streak: false });
		const broken: StudySettings = JSON.parse('{"version":1,"streak":"yes","at":1}');
		await store.saveSettings(broken);
		expect(await study.settings()).toMatchObject({ streak: true });
		await study.saveFlaw(flaw());
		await study.saveFlaw(flaw({ item: 'b', withdrawn: true }));
		await study.saveFlaw({ ...flaw({ item: 'c' }), at: NaN });
		expect(await study.flaws(primer)).toEqual([flaw()]);
	});

	test('dates what is chosen now after what it takes the place of, so that no import brings that back', async () => {
		const store = await open();
		const study = checkedStudy(store, () => Promise.resolve(countingFold));
		const ahead = {
			...{ reviews: [], attempts: [], flaws: [flaw({ note: 'old', at: noon(9) })] },
			settings: { version: 1, streak: true, at: noon(9) } as const
		};
		await store.merge(ahead, countingFold);
		await study.saveSettings({ version: 1, streak: false, at: noon(0) });
		await study.saveFlaw(flaw({ note: 'new', at: noon(0) }));
		await study.saveFlaw(flaw({ item: 'b', at: noon(0) }));
		await store.merge(ahead, countingFold);
		expect(await study.settings()).toEqual({ version: 1, streak: false, at: noon(9) + 1 });
		expect(await study.flaws()).toEqual([
			flaw({ note: 'new', at: noon(9) + 1 }),
			flaw({ item: 'b', at: noon(0) })
		]);
		await study.saveFlaw(flaw({ withdrawn: true, at: noon(10) }));
		await store.merge(ahead, countingFold);
		expect(await study.flaws()).toHaveLength(1);
	});

	test('knows an answer by its id, and by its moment where it was kept under another', async () => {
		const study = checkedStudy(await open(), () => Promise.resolve(countingFold));
		await study.record(review({ id: 'at random', at: noon(0) }), countingStep);
		await study.record(review({ id: 'later', at: noon(2) }), countingStep);
		const asked = { id: 'by attempt', primer, item: 'a', at: noon(0) };
		expect(await study.knows({ ...asked, id: 'later' })).toBe(true);
		expect(await study.knows(asked)).toBe(true);
		expect(await study.knows({ ...asked, at: noon(1) })).toBe(false);
		expect(await study.knows({ ...asked, at: noon(3) })).toBe(false);
		expect(await study.knows({ ...asked, item: 'b' })).toBe(false);
		expect(await study.knows({ ...asked, primer: 'another' })).toBe(false);
	});

	test('counts what was answered while the clock was ahead as answered now', async () => {
		const store = await open();
		let now = noon(3650);
		const loadFold = () => Promise.resolve((log: readonly Review[]) => studyStateOf(log, now));
		const study = checkedStudy(store, loadFold, () => now);
		await study.record(review({ id: 'one', at: now }), step);
		await study.record(review({ id: 'two', at: now + 1, item: 'b', facts: ['F2'] }), step);
		now = noon(0);
		const [facts, items, days] = [
			await study.facts(primer),
			await study.items(primer),
			await study.days(primer)
		];
		for (const { due, lastDay, since, memory } of facts)
			expect([due < '2026-12-10', lastDay, since, memory.at]).toEqual([
				true,
				'2026-11-25',
				'2026-11-25',
				now
			]);
		expect(items.map(({ at }) => at)).toEqual([now, now]);
		expect(days).toMatchObject([{ day: '2026-11-25', answers: 2 }]);
		expect(days[0]?.nextDue).toBe(facts[0]?.due);
		const folded = vi.fn(loadFold);
		await checkedStudy(store, folded, () => noon(1)).facts(primer);
		expect(folded).not.toHaveBeenCalled();
	});

	test.each(['items', 'days'] as const)('looks for what is ahead among %s, too', async (method) => {
		const store = await open();
		const far = noon(3650);
		await store.record(review({ id: 'one', at: far, facts: [] }), step);
		const loadFold = () => Promise.resolve((log: readonly Review[]) => studyStateOf(log, noon(0)));
		await checkedStudy(store, loadFold, () => noon(0))[method](primer);
		expect(await store.items(primer)).toMatchObject([{ at: noon(0) }]);
		expect(await store.days(primer)).toMatchObject([{ day: '2026-11-25' }]);
	});

	test('leaves alone what was answered today by a calendar that is ahead of this one', async () => {
		const store = await open();
		await store.record(review({ at: noon(0), day: '2026-11-26' }), step);
		const loadFold = vi.fn(() => Promise.resolve(countingFold));
		const study = checkedStudy(store, loadFold, () => noon(0));
		expect(await study.days(primer)).toMatchObject([{ day: '2026-11-26' }]);
		await study.facts(primer);
		expect(loadFold).not.toHaveBeenCalled();
	});

	test('reports a failure', async () => {
		const store = { ...(await open()), rebuild: () => Promise.reject(new Error('full')) };
		await store.record(review(), breaking('facts', '"seen"', '"expert"'));
		const study = checkedStudy(store, () => Promise.resolve(countingFold));
		await expect(study.facts(primer)).rejects.toThrow('full');
	});
});

async function states(store: StudyStore) {
	return [
		await store.facts(primer),
		await store.items(primer),
		await store.abilities(primer),
		await store.days(primer)
	];
}
