import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { inOrder } from '#lib/review/log-order.ts';
import { studyStateOf } from '#lib/review/study-state.ts';
import { anyReview } from '#lib/review/review-fixtures.ts';
import { processorTime } from '#lib/text/fixtures.ts';

import { attempt, flaw, noon, NOON, review } from '../fixtures.ts';
import { studyInMemory } from '../memory/study.ts';
import { FILE_VERSION, fileMigrations, LARGEST_FILE, type LearnerFile } from './format.ts';
import { parseLearnerFile, readLearnerFile } from './read.ts';
import { COUNTED, type FileRefusal } from './refusal.ts';
import { writeLearnerFile } from './write.ts';

const data = {
	reviews: [review({ id: 'one' }), review({ id: 'two', certainty: 2, hinted: true })],
	flaws: [flaw({ note: 'a “word”' })],
	attempts: [attempt('quiz')],
	settings: { version: 1, streak: false, at: NOON } as const
};
const written = writeLearnerFile(data, NOON, '1.2.3');

describe('a file of a learner’s data', () => {
	test('is named by the day', () => {
		expect(written.name).toBe('five-points-2026-11-25.json');
	});

	test('has a line for each entry', () => {
		expect(written.text.split('\n')).toHaveLength(1 + 4 + 4 + 3 + 3 + 1 + 2);
	});

	test('gives back what was written', () => {
		expect(parseLearnerFile(written.text)).toEqual({
			ok: true,
			file: {
				format: 'five-points-learner-data',
				version: FILE_VERSION,
				exportedAt: new Date(NOON).toISOString(),
				app: '1.2.3',
				...data
			}
		});
	});

	test('gives back how the learner likes to read, and takes nothing else for it', () => {
		const reading = { size: 'large', spacing: 'wide', keys: 'off', theme: 'dark' } as const;
		const { text } = writeLearnerFile(data, NOON, '', reading);
		expect(parseLearnerFile(text)).toMatchObject({ ok: true, file: { reading } });
		expect(parseLearnerFile(text.replace('"wide"', '"narrow"')).ok).toBe(false);
	});

	test('gives back any log', () => {
		fc.assert(
			fc.property(fc.array(anyReview), (reviews) => {
				const reading = parseLearnerFile(writeLearnerFile({ ...data, reviews }, noon(60), '').text);
				expect(reading.ok && reading.file.reviews).toEqual(inOrder(reviews));
			})
		);
	});

	test('of a device that keeps nothing can be read too', () => {
		const nothing = { reviews: [], flaws: [], attempts: [], settings: null };
		expect(parseLearnerFile(writeLearnerFile(nothing, NOON, '').text)).toMatchObject({
			ok: true,
			file: nothing
		});
	});

	test('leaves out what cannot be read, and says so', () => {
		const broken = { reviews: [{}, ...data.reviews], flaws: [3], attempts: ['a'], settings: { streak: 1 } };
		const { text, leftOut } = writeLearnerFile(broken, NOON, '');
		expect(leftOut).toBe(3);
		expect(parseLearnerFile(text)).toMatchObject({
			ok: true,
			file: { reviews: data.reviews, flaws: [], attempts: [], settings: null }
		});
	});
});

describe('an entry that is dated in the future', () => {
	const [begun, far] = [attempt('begun'), noon(3)];
	const outcome = { at: far, total: { earned: 1, possible: 1 }, points: [] };
	const ahead: [string, Partial<LearnerFile>][] = [
		['reviews[1].at', { reviews: [review(), review({ at: far })] }],
		['flaws[0].at', { flaws: [flaw({ at: far })] }],
		['attempts[0].startedAt', { attempts: [{ ...begun, startedAt: far }] }],
		['attempts[0].log[0].at', { attempts: [{ ...begun, log: [{ type: 'check', at: far }] }] }],
		['attempts[0].outcome.at', { attempts: [{ ...begun, outcome }] }],
		['attempts[0].updatedAt', { attempts: [attempt('begun', far)] }],
		['settings.at', { settings: { version: 1, streak: true, at: far } }]
	];

	test.each(ahead)('is written and taken as it is: %s', (_, changes) => {
		const { text, leftOut } = writeLearnerFile({ ...data, ...changes }, NOON, '');
		expect(leftOut).toBe(0);
		expect(parseLearnerFile(text)).toMatchObject({ ok: true, file: changes });
	});

	test('counts as answered on the day on which it was taken', async () => {
		const { text } = writeLearnerFile({ ...data, reviews: [review({ at: noon(3650) })] }, NOON, '');
		const reading = parseLearnerFile(text);
		if (!reading.ok) throw new Error(reading.refusal.why);
		const study = studyInMemory();
		await study.merge(reading.file, (reviews) => studyStateOf(reviews, NOON));
		expect(await study.facts('paris-call')).toMatchObject([{ memory: { at: NOON }, lastDay: '2026-11-25' }]);
		expect(await study.days('paris-call')).toMatchObject([{ day: '2026-11-25', answers: 1 }]);
	});
});

describe('a file of an old version', () => {
	test('has a migration', () => {
		expect(fileMigrations).toHaveLength(FILE_VERSION - 1);
	});

	test('is brought up to date, and followed by the same progress', async () => {
		for (let version = 1; version <= FILE_VERSION; version++) {
			const reading = parseLearnerFile(sample(version));
			if (!reading.ok) throw new Error(`version ${version}: ${JSON.stringify(reading.refusal)}`);
			const study = studyInMemory();
			expect(await study.merge(reading.file, studyStateOf)).toEqual({ answers: 2, quizzes: 1, marks: 1 });
			expect(await study.facts('paris-call')).toMatchObject([
				{ fact: 'F0.3', reviews: 2 },
				{ fact: 'F0.4', reviews: 1 }
			]);
		}
	});
});

describe('is refused, with the reason:', () => {
	const changed = (changes: Partial<Record<keyof LearnerFile, unknown>>) =>
		JSON.stringify({ ...(JSON.parse(written.text) as object), ...changes });
	const [first] = data.reviews;

	test.each<[string, string, FileRefusal]>([
		['a text', 'Dear diary,', { why: 'not-json' }],
		['a file that was cut off', written.text.slice(0, -9), { why: 'not-json' }],
		['an empty file', '', { why: 'not-json' }],
		['other JSON', '{"format":"something-else","version":1}', { why: 'other-format' }],
		['a list', '[]', { why: 'other-format' }],
		['a newer version', changed({ version: 7 }), { why: 'newer', version: 7 }],
		[
			'no version',
			changed({ version: undefined }),
			{ why: 'broken', count: 1, faults: [{ place: '', fault: 'missing', key: 'version' }] }
		],
		[
			'a version that cannot be made a number',
			changed({ version: { toString: null } }),
			{ why: 'broken', count: 1, faults: [{ place: 'version', fault: 'choice', wanted: ['1'] }] }
		],
		[
			'a text for a number',
			changed({ reviews: [first, { ...first, at: 'noon' }] }),
			{ why: 'broken', count: 1, faults: [{ place: 'reviews[1].at', fault: 'sort', wanted: 'number' }] }
		],
		[
			'a number out of bounds',
			changed({ reviews: [{ ...first, fraction: 2 }] }),
			{ why: 'broken', count: 1, faults: [{ place: 'reviews[0].fraction', fault: 'value' }] }
		],
		[
			'a value that is none of those known',
			changed({ flaws: [flaw(), { ...flaw(), reason: 'dull' }] }),
			{
				why: 'broken',
				count: 1,
				faults: [
					{
						place: 'flaws[1].reason',
						fault: 'choice',
						wanted: ['key', 'unclear', 'typo', 'outdated', 'other']
					}
				]
			}
		],
		[
			'a key too many',
			changed({ settings: { ...data.settings, more: 1 } }),
			{ why: 'broken', count: 1, faults: [{ place: 'settings', fault: 'unknown-key', key: 'more' }] }
		],
		[
			'something else for a list, and for an entry',
			changed({ reviews: {}, attempts: ['none'] }),
			{
				why: 'broken',
				count: 2,
				faults: [
					{ place: 'reviews', fault: 'sort', wanted: 'list' },
					{ place: 'attempts[0]', fault: 'sort', wanted: 'object' }
				]
			}
		],
		[
			'an entry with many faults, of which the first is reported',
			changed({ reviews: [{ ...first, at: 'noon', facts: [0, 0], more: 1 }] }),
			{
				why: 'broken',
				count: 1,
				faults: [{ place: 'reviews[0].facts[0]', fault: 'sort', wanted: 'text' }]
			}
		],
		[
			'more facts than a question asks for',
			changed({ reviews: [{ ...first, facts: Array.from({ length: 101 }, (_, index) => `F${index}`) }] }),
			{ why: 'broken', count: 1, faults: [{ place: 'reviews[0].facts', fault: 'value' }] }
		],
		[
			'many faults, of which a few are reported',
			changed({ reviews: Array.from({ length: 9 }, () => ({ ...first, hinted: 1 })) }),
			{
				why: 'broken',
				count: 9,
				faults: [0, 1, 2].map((index) => ({
					place: `reviews[${index}].hinted`,
					fault: 'sort' as const,
					wanted: 'truth' as const
				}))
			}
		]
	])('%s', (_, text, refusal) => {
		expect(parseLearnerFile(text)).toEqual({ ok: false, refusal });
	});

	test('more faults than anybody counts, at once', () => {
		const before = processorTime();
		for (const part of ['reviews', 'flaws', 'attempts']) {
			const text = changed({ [part]: Array.from({ length: 300_000 }, () => 0) });
			expect(parseLearnerFile(text)).toMatchObject({ refusal: { why: 'broken', count: COUNTED + 1 } });
		}
		const log = Array.from({ length: 300_000 }, () => 0);
		const text = changed({ attempts: [{ ...attempt('quiz'), log }] });
		expect(parseLearnerFile(text)).toEqual({
			ok: false,
			refusal: {
				why: 'broken',
				count: 1,
				faults: [{ place: 'attempts[0].log[0]', fault: 'sort', wanted: 'object' }]
			}
		});
		expect(processorTime() - before).toBeLessThan(5000);
	});

	test('one that is too large, before it is read', async () => {
		const text = () => Promise.reject(new Error('is not read'));
		expect(await readLearnerFile({ size: LARGEST_FILE + 1, text })).toEqual({
			ok: false,
			refusal: { why: 'too-large', size: LARGEST_FILE + 1 }
		});
	});

	test('grades that are no grades by item, and a key too many in one of them', () => {
		const withGrades = (grades: string) =>
			parseLearnerFile(written.text.replace('"grades":null', `"grades":${grades}`));
		expect(withGrades('3')).toMatchObject({
			refusal: { faults: [{ place: 'attempts[0].grades', fault: 'sort', wanted: 'object' }] }
		});
		const grade = '{"state":"unanswered","late":true}';
		expect(withGrades(`{"constructor":${grade}}`)).toMatchObject({
			refusal: { faults: [{ place: 'attempts[0].grades.constructor', fault: 'unknown-key', key: 'late' }] }
		});
	});

	test('one that cannot be read, or is nested without end', async () => {
		const gone = { size: 1, text: () => Promise.reject(new DOMException('gone', 'NotFoundError')) };
		const unreadable = { ok: false, refusal: { why: 'unreadable' } };
		expect(await readLearnerFile(gone)).toEqual(unreadable);
		const deep = `${'{"children":['.repeat(20_000)}${']}'.repeat(20_000)}`;
		const part = `{"id":"a","verdict":"right","why":[${deep}]}`;
		const grades = `{"a":{"state":"scored","fraction":1,"parts":[${part}]}}`;
		const text = written.text.replace('"grades":null', `"grades":${grades}`);
		expect((await readLearnerFile(new Blob([text]))).ok).toBe(false);
	});

	test('a fault far down in a text, at once', () => {
		const before = processorTime();
		const why = `${'[{"tag":"em","children":'.repeat(30)}[3]${'}]'.repeat(30)}`;
		const part = `{"id":"a","verdict":"right","why":${why}}`;
		const grades = `{"a":{"state":"scored","fraction":1,"parts":[${part}]}}`;
		const text = written.text.replace('"grades":null', `"grades":${grades}`);
		expect(parseLearnerFile(text)).toMatchObject({
			refusal: { faults: [{ place: 'attempts[0].grades.a.parts[0].why' }] }
		});
		expect(processorTime() - before).toBeLessThan(5000);
	});

	test('whatever text, and nothing is thrown', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
				expect(parseLearnerFile(text).ok).toBe(false);
			})
		);
	});

	test('whatever one of its parts is replaced with', () => {
		const parts = ['format', 'version', 'exportedAt', 'reviews', 'flaws', 'attempts', 'settings'] as const;
		fc.assert(
			fc.property(
				fc.constantFrom(...parts),
				fc.jsonValue().filter((value) => value !== null && value !== 1 && JSON.stringify(value) !== '[]'),
				(part, value) => {
					expect(parseLearnerFile(changed({ [part]: value })).ok).toBe(false);
				}
			)
		);
	});
});

function sample(version: number): string {
	return readFileSync(new URL(`./samples/version-${version}.json`, import.meta.url), 'utf8');
}
