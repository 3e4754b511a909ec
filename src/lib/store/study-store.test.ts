import 'fake-indexeddb/auto';

import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

import { parseReview } from '#lib/review/parse-review.ts';
import { studyStateOf } from '#lib/review/study-state.ts';
import { anyReview } from '#lib/review/review-fixtures.ts';
import type { Review } from '#lib/review/review.ts';
import { step } from '#lib/review/step.ts';

import type { AttemptStore } from './attempt-store.ts';
import { parseLearnerFile } from './export/read.ts';
import { writeLearnerFile } from './export/write.ts';
import { attempt, countingFold, countingStep, flaw, noon, review } from './fixtures.ts';
import { attemptsInDatabase } from './indexed-db/attempts.ts';
import { studyInDatabase } from './indexed-db/study.ts';
import { attemptsInMemory } from './memory/attempts.ts';
import { newMemory } from './memory/memory.ts';
import { studyInMemory } from './memory/study.ts';
import type { Imported, LearnerData, Step, StudyStore } from './study-store.ts';
import { BrokenState } from './affected.ts';

interface Opened {
	study: StudyStore;
	attempts: AttemptStore;
}

let databases = 0;
const adapters: [string, () => Promise<Opened>][] = [
	[
		'memory',
		() => {
			const memory = newMemory();
			return Promise.resolve({ study: studyInMemory(memory), attempts: attemptsInMemory(memory) });
		}
	],
	[
		'IndexedDB',
		async () => {
			const name = `study-${databases++}`;
			return { study: await studyInDatabase(name), attempts: await attemptsInDatabase(name) };
		}
	]
];

const primer = 'paris-call';
const nothing: Imported = { reviews: [], flaws: [], attempts: [], settings: null };

describe.each(adapters)('a store of what was studied in %s', (_, open) => {
	test('is empty at first', async () => {
		const { study } = await open();
		expect(await everything(study)).toEqual({ facts: [], items: [], abilities: [], days: [], flaws: [] });
		expect(await study.read()).toEqual({ reviews: [], flaws: [], attempts: [], settings: null });
		expect(await study.count()).toEqual({ answers: 0, quizzes: 0, marks: 0, days: 0 });
		expect(await study.settings()).toBeUndefined();
	});

	test('knows the reviews of its log by their ids', async () => {
		const { study } = await open();
		await study.record(review({ id: 'one' }), countingStep);
		expect([await study.has('one'), await study.has('two')]).toEqual([true, false]);
		await study.clear();
		expect(await study.has('one')).toBe(false);
	});

	test('adds a review to the log and takes its step', async () => {
		const { study } = await open();
		const first = review({ facts: ['F1', 'F2'] });
		expect(await study.record(first, countingStep)).toBe(true);
		expect((await study.read()).reviews).toEqual([first]);
		expect(await everything(study)).toMatchObject({
			facts: [
				{ fact: 'F1', reviews: 1 },
				{ fact: 'F2', reviews: 1 }
			],
			items: [{ item: 'a', answers: 1 }],
			abilities: [{ point: 1, answers: 1 }],
			days: [{ day: '2026-11-25', answers: 1, nextDue: '2026-11-26' }]
		});
	});

	test('takes a step from where the last one ended, and touches nothing else', async () => {
		const { study } = await open();
		await study.record(review({ facts: ['F1', 'F2'] }), countingStep);
		await study.record(review({ item: 'b', point: 2, facts: ['F2', 'F2'] }), countingStep);
		await study.record(review({ primer: 'other' }), countingStep);
		expect(await everything(study)).toMatchObject({
			facts: [
				{ fact: 'F1', reviews: 1 },
				{ fact: 'F2', reviews: 2 }
			],
			items: [
				{ item: 'a', answers: 1 },
				{ item: 'b', answers: 1 }
			],
			abilities: [
				{ point: 1, answers: 1 },
				{ point: 2, answers: 1 }
			],
			days: [{ answers: 2 }]
		});
		expect(await study.facts('other')).toHaveLength(1);
	});

	test('counts an answer that is reported twice once', async () => {
		const { study } = await open();
		const once = review();
		await study.record(once, countingStep);
		const before = await everything(study);
		expect(await study.record({ ...once, at: noon(3) }, countingStep)).toBe(false);
		expect(await everything(study)).toEqual(before);
		expect(await study.count()).toEqual({ answers: 1, quizzes: 0, marks: 0, days: 1 });
	});

	test('notes with each day what is due first from then on, of all facts', async () => {
		const { study } = await open();
		await study.record(review({ facts: ['F1'] }), countingStep);
		await study.record(review({ facts: ['F2'] }), countingStep);
		await study.record(review({ facts: ['F2'], at: noon(3) }), countingStep);
		expect(await study.days(primer)).toMatchObject([
			{ day: '2026-11-25', nextDue: '2026-11-26' },
			{ day: '2026-11-28', nextDue: '2026-11-30' }
		]);
	});

	test('gives the days from one on, in order', async () => {
		const { study } = await open();
		for (const days of [2, 0, 1]) await study.record(review({ at: noon(days) }), countingStep);
		const names = async (from?: string) =>
			(await study.days(primer, from)).map((day) => (day as { day: string }).day);
		expect(await names()).toEqual(['2026-11-25', '2026-11-26', '2026-11-27']);
		expect(await names('2026-11-26')).toEqual(['2026-11-26', '2026-11-27']);
	});

	test('changes nothing where the step throws', async () => {
		const { study } = await open();
		await study.record(review(), countingStep);
		const before = await everything(study);
		const failing: Step = () => {
			throw new RangeError('no such day');
		};
		await expect(study.record(review(), failing)).rejects.toThrow('no such day');
		expect(await everything(study)).toEqual(before);
		expect((await study.count()).answers).toBe(1);
	});

	test('changes nothing where a state that the review touches cannot be read', async () => {
		const { study } = await open();
		await study.record(review(), breaking('facts'));
		await expect(study.record(review(), countingStep)).rejects.toThrow(BrokenState);
		expect((await study.count()).answers).toBe(1);
		expect(await study.record(review({ item: 'b', facts: ['F2'] }), countingStep)).toBe(true);
		await study.rebuild(primer, countingFold);
		expect(await study.record(review(), countingStep)).toBe(true);
		expect(await study.facts(primer)).toMatchObject([{ reviews: 2 }, { reviews: 1 }]);
	});

	test('is not changed through what it gave or was given', async () => {
		const { study } = await open();
		const given = review();
		await study.record(given, countingStep);
		given.facts.push('F2');
		const [taken] = await study.facts(primer);
		Object.assign(taken as object, { reviews: 99 });
		expect((await study.read()).reviews).toMatchObject([{ facts: ['F1'] }]);
		expect(await study.facts(primer)).toMatchObject([{ reviews: 1 }]);
	});

	test('keeps a mark in place of the one before, and the settings', async () => {
		const { study } = await open();
		await study.saveFlaw(flaw());
		await study.saveFlaw(flaw({ item: 'b', withdrawn: true }));
		await study.saveFlaw(flaw({ note: 'misspelt', at: noon(1) }));
		expect(await study.flaws(primer)).toEqual(
			expect.arrayContaining([flaw({ note: 'misspelt', at: noon(1) }), flaw({ item: 'b', withdrawn: true })])
		);
		expect((await study.count()).marks).toBe(1);
		await study.saveFlaw(flaw({ primer: 'other' }));
		expect(await study.flaws(primer)).toHaveLength(2);
		expect(await study.flaws()).toHaveLength(3);
		await study.saveSettings({ version: 1, streak: false, at: noon(0) });
		expect(await study.settings()).toEqual({ version: 1, streak: false, at: noon(0) });
	});

	test('rebuilds what follows from the log, the same as step by step', async () => {
		const { study } = await open();
		await study.record(review({ facts: ['F1', 'F2'], at: noon(-2) }), countingStep);
		await study.record(review({ item: 'b', facts: ['F2'], at: noon(0) }), countingStep);
		await study.record(review({ primer: 'other' }), countingStep);
		const before = await everything(study);
		await study.rebuild(primer, countingFold);
		expect(await everything(study)).toEqual(before);
		expect(await study.facts('other')).toHaveLength(1);
	});

	test('an attempt from elsewhere can go on, and once it has, nobody goes on from before', async () => {
		const { study, attempts } = await open();
		await study.merge({ ...nothing, attempts: [attempt('one')] }, countingFold);
		expect(await attempts.revision('one')).toBe(0);
		expect(await attempts.save(attempt('one', noon(1)), 7)).toBe(false);
		expect(await attempts.save(attempt('one', noon(1)), 7, 0)).toBe(true);
		expect(await attempts.save(attempt('one', noon(2)), 8, 0)).toBe(false);
	});

	test('counts and gives an attempt that was set aside too', async () => {
		const { study, attempts } = await open();
		await attempts.save(attempt('one', noon(0)), 1);
		await attempts.setAside('one');
		await attempts.save(attempt('one', noon(1)), 1);
		await attempts.save(attempt('two'), 1);
		await attempts.setAside('two');
		const read = await study.read();
		expect(read.attempts).toHaveLength(3);
		expect((await study.count()).quizzes).toBe(3);
		expect(await study.merge({ ...nothing, attempts: [attempt('two')] }, countingFold)).toMatchObject({
			quizzes: 0
		});
		expect(await attempts.load('two')).toBeUndefined();
		const file = writeLearnerFile(read, noon(2), '');
		expect(parseLearnerFile(file.text)).toMatchObject({
			ok: true,
			file: { attempts: [attempt('one', noon(1)), attempt('two')] }
		});
		expect(file.leftOut).toBe(1);
	});

	test('puts an answer after those it has, whatever the clock says', async () => {
		const { study } = await open();
		const told = [review({ at: noon(3) }), review({ at: noon(3) }), review({ at: noon(0) })];
		for (const answer of told) await study.record(answer, countingStep);
		await study.record(review({ primer: 'other', at: noon(0) }), countingStep);
		const { reviews } = await study.read();
		const places = new Map(
			reviews.flatMap((value) => parseReview(value) ?? []).map((kept) => [kept.id, kept])
		);
		expect(told.map(({ id }) => places.get(id)?.place)).toEqual([noon(3), noon(3) + 1, noon(3) + 2]);
		expect(told.map(({ id }) => places.get(id)?.at)).toEqual(told.map(({ at }) => at));
		expect([...places.values()].find((kept) => kept.primer === 'other')?.place).toBe(noon(0));
	});

	test('is the same after an export, a wipe and an import, whatever the clock said', async () => {
		const logs = fc.uniqueArray(anyReview, { selector: ({ id }) => id, minLength: 1, maxLength: 20 });
		await fc.assert(
			fc.asyncProperty(logs, fc.boolean(), async (log, exam) => {
				const { study } = await open();
				for (const each of log)
					await study.record(exam ? { ...each, at: noon(0), day: '2026-11-25' } : each, step);
				const before = await everything(study, 'p');
				const { file } = exported(await study.read());
				await study.clear();
				await study.merge(file, studyStateOf);
				expect(await everything(study, 'p')).toEqual(before);
				await study.merge(file, studyStateOf);
				expect(await everything(study, 'p')).toEqual(before);
			}),
			{ numRuns: 40 }
		);
	});

	test('forgets everything', async () => {
		const { study, attempts } = await open();
		await study.record(review(), countingStep);
		await study.saveFlaw(flaw());
		await study.saveSettings({ version: 1, streak: false, at: 1 });
		await attempts.save(attempt('one'), 1);
		await attempts.save(attempt('two'), 1);
		await attempts.setAside('two');
		await study.clear();
		expect(await everything(study)).toEqual({ facts: [], items: [], abilities: [], days: [], flaws: [] });
		expect(await study.read()).toEqual({ reviews: [], flaws: [], attempts: [], settings: null });
		expect(await attempts.save(attempt('one', noon(1)), 2, 1)).toBe(false);
		expect(await attempts.load('one')).toBeUndefined();
		expect(await attempts.loadSetAside('two')).toBeUndefined();
		expect(await study.record(review(), countingStep)).toBe(true);
	});

	describe('adding what an import holds', () => {
		test('to an empty store returns all that was read', async () => {
			const [from, to] = [await open(), await open()];
			await from.study.record(review({ facts: ['F1', 'F2'], at: noon(-2) }), countingStep);
			await from.study.record(review({ primer: 'other', at: noon(-1) }), countingStep);
			await from.study.saveFlaw(flaw());
			await from.study.saveSettings({ version: 1, streak: false, at: noon(0) });
			await from.attempts.save(attempt('one'), 1);
			const read = await from.study.read();
			const amounts = await to.study.merge(read as Imported, countingFold);
			expect(amounts).toEqual({ answers: 2, quizzes: 1, marks: 1 });
			expect(sorted(await to.study.read())).toEqual(sorted(read));
			expect(await everything(to.study)).toEqual(await everything(from.study));
			expect(await everything(to.study, 'other')).toEqual(await everything(from.study, 'other'));
			expect(await to.attempts.list(primer)).toHaveLength(1);
		});

		test('twice changes nothing more', async () => {
			const { study } = await open();
			const data = { ...nothing, reviews: [review(), review({ at: noon(1) })], flaws: [flaw()] };
			await study.merge(data, countingFold);
			const before = await everything(study);
			expect(await study.merge(data, countingFold)).toEqual({ answers: 0, quizzes: 0, marks: 0 });
			expect(await everything(study)).toEqual(before);
		});

		test('rebuilds what follows from a log that it names, though nothing in it is new', async () => {
			const { study } = await open();
			const [answer, other] = [review(), review({ primer: 'other' })];
			await study.record(answer, breaking('facts'));
			await study.record(other, breaking('facts'));
			await merge(study, [answer]);
			expect(await study.facts(primer)).toMatchObject([{ level: 'seen' }]);
			expect(await study.facts('other')).toMatchObject([{ level: 'expert' }]);
		});

		test('puts old answers in before newer ones, and counts each once', async () => {
			const { study } = await open();
			const [old, late] = [review({ at: noon(-5) }), review({ at: noon(0) })];
			await study.record(late, countingStep);
			await study.merge({ ...nothing, reviews: [old, late, old] }, countingFold);
			expect((await study.count()).answers).toBe(2);
			expect(await study.facts(primer)).toMatchObject([{ reviews: 2, due: '2026-11-27' }]);
			expect(await study.days(primer)).toHaveLength(2);
		});

		test('keeps the newer mark, attempt and settings, whichever side they are on', async () => {
			const { study, attempts } = await open();
			await study.saveFlaw(flaw({ note: 'kept', at: noon(2) }));
			await study.saveFlaw(flaw({ item: 'b', note: 'old', at: noon(0) }));
			await study.saveSettings({ version: 1, streak: false, at: noon(2) });
			await attempts.save({ ...attempt('one', noon(2)), done: 1 }, 1);
			await attempts.save(attempt('two', noon(0)), 1);
			const brought: Imported = {
				reviews: [],
				flaws: [
					flaw({ note: 'older', at: noon(1) }),
					flaw({ item: 'b', note: 'new', at: noon(1), withdrawn: true })
				],
				attempts: [attempt('one', noon(1)), { ...attempt('two', noon(1)), done: 1 }],
				settings: { version: 1, streak: true, at: noon(1) }
			};
			expect(await study.merge(brought, countingFold)).toEqual({ answers: 0, quizzes: 1, marks: 0 });
			expect(await study.flaws(primer)).toMatchObject([
				{ item: 'a', note: 'kept' },
				{ item: 'b', note: 'new', withdrawn: true }
			]);
			expect(await study.settings()).toMatchObject({ streak: false });
			expect(await attempts.load('one')).toMatchObject({ done: 1 });
			expect(await attempts.load('two')).toMatchObject({ done: 1 });
			await study.merge({ ...nothing, settings: { version: 1, streak: true, at: noon(3) } }, countingFold);
			expect(await study.settings()).toMatchObject({ streak: true });
		});

		test('changes nothing where it fails', async () => {
			const { study, attempts } = await open();
			await study.record(review(), countingStep);
			await attempts.save(attempt('one'), 1);
			const [before, states] = [await study.read(), await everything(study)];
			const brought: Imported = {
				reviews: [review(), review({ primer: 'other' })],
				flaws: [flaw()],
				attempts: [attempt('two')],
				settings: { version: 1, streak: false, at: 1 }
			};
			const fold = vi.fn(countingFold).mockImplementation((reviews) => {
				if (reviews[0]?.primer === 'other') throw new RangeError('cannot fold');
				return countingFold(reviews);
			});
			await expect(study.merge(brought, fold)).rejects.toThrow('cannot fold');
			expect(fold).toHaveBeenCalledTimes(2);
			expect(await study.read()).toEqual(before);
			expect(await everything(study)).toEqual(states);
			expect(await attempts.load('two')).toBeUndefined();
		});

		test('gives the same result in whatever order devices exchange their logs', async () => {
			const answers = fc.array(
				fc
					.record({ days: fc.integer({ min: -20, max: 20 }), fact: fc.constantFrom('F1', 'F2', 'F3') })
					.map(({ days, fact }) => review({ at: noon(days), facts: [fact], item: fact })),
				{ maxLength: 8 }
			);
			await fc.assert(
				fc.asyncProperty(answers, answers, answers, async (common, mine, yours) => {
					const [a, b] = [await open(), await open()];
					await merge(a.study, [...common, ...mine]);
					await merge(b.study, [...yours, ...common]);
					await merge(a.study, yours);
					await merge(b.study, mine);
					expect(await everything(a.study)).toEqual(await everything(b.study));
				}),
				{ numRuns: 30 }
			);
		});
	});
});

test('two connections that record at the same time lose nothing', async () => {
	vi.resetModules();
	const another = await import('./indexed-db/study.ts');
	const [one, two] = [await studyInDatabase('shared'), await another.studyInDatabase('shared')];
	const answers = Array.from({ length: 40 }, (_, index) => review({ item: `i${index % 3}` }));
	await Promise.all(
		answers.flatMap((answer, index) => {
			// Every tenth is reported by both.
			const tellers = index % 10 === 0 ? [one, two] : [index % 2 === 0 ? one : two];
			return tellers.map((store) => store.record(answer, countingStep));
		})
	);
	expect((await one.read()).reviews).toHaveLength(40);
	expect(await two.facts(primer)).toMatchObject([{ reviews: 40 }]);
	expect(await two.days(primer)).toMatchObject([{ answers: 40 }]);
	const items = (await one.items(primer)) as { answers: number }[];
	expect(items.reduce((sum, { answers }) => sum + answers, 0)).toBe(40);
});

async function everything(study: StudyStore, of = primer) {
	const [facts, items, abilities, days, flaws] = [
		await study.facts(of),
		await study.items(of),
		await study.abilities(of),
		await study.days(of),
		await study.flaws(of)
	];
	const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
	return {
		facts: facts.sort(byText),
		items: items.sort(byText),
		abilities: abilities.sort(byText),
		days,
		flaws
	};
}

function sorted(data: { reviews: unknown[] }) {
	return { ...data, reviews: data.reviews.map((value) => JSON.stringify(value)).sort() };
}

/** What a device gets from the file of another. */
function exported(data: LearnerData) {
	const reading = parseLearnerFile(writeLearnerFile(data, noon(60), '').text);
	if (!reading.ok) throw new Error(`The file is refused: ${JSON.stringify(reading.refusal)}`);
	return reading;
}

function merge(study: StudyStore, reviews: Review[]) {
	return study.merge({ ...nothing, reviews }, countingFold);
}

/** A step that leaves a state nobody can read. */
function breaking(name: 'facts'): Step {
	return (before, answer) => {
		const after = countingStep(before, answer);
		return { ...after, [name]: JSON.parse(JSON.stringify(after[name]).replaceAll('"seen"', '"expert"')) };
	};
}
