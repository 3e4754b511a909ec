import { describe, expect, test } from 'vitest';

import type { Bank } from '#lib/bank/bank.ts';
import { samples } from '#lib/kinds/index.ts';
import { shippedEditions } from '#lib/lint/shipped-fixtures.ts';
import { behaviourNames, type BehaviourName } from '#lib/quiz/behaviour.ts';
import { analyse, hardestFirst } from '#lib/stats/analysis.ts';
import { processorTime } from '#lib/text/fixtures.ts';

import { writeResultCode } from './code.ts';
import { writeResultFile } from './file.ts';
import { played, START } from './fixtures.ts';
import type { Result } from './format.ts';
import { MOST_TOLD, pasted, readResults } from './read-results.ts';
import { LARGEST, MOST_RESULTS } from './refusal.ts';

const editions = (await shippedEditions()).map(({ bank }) => bank);
const english = editions.find(({ primer }) => primer.language === 'en');
const french = editions.find(({ primer }) => primer.language === 'fr');
if (!english || !french) throw new Error('The course exists in both languages.');
const bank = english;

/** What a learner hands in who answers a dozen items, every third of them wrongly, beginning with one of the first three. */
function learner(
	index: number,
	changes: { name?: string; of?: Bank; behaviour?: BehaviourName } = {}
): Result {
	const { name = `Learner ${index}`, of = bank, behaviour = 'practice' } = changes;
	const items = new Map(of.items.slice(0, 12).map((item) => [item.id, item]));
	const ids = [...items.keys()];
	const given = (id: string) => {
		const item = items.get(id);
		if (!item) return [];
		const { right, wrong } = samples(item);
		return [(index + ids.indexOf(id)) % 3 === 0 ? wrong : right];
	};
	const { id: course, language } = of.primer;
	const revOf = (id: string) => items.get(id)?.rev;
	return played(items, given, behaviour, { course, language, name, startedAt: START + index, revOf });
}

const chat = (results: readonly Result[]) =>
	pasted(
		results.map((result) => `${result.name ?? 'somebody'}: ${writeResultCode(result)}`).join('\n'),
		'chat'
	);
const file = (text: string, name = 'file.json') => new File([text], name);

describe('thirty results', () => {
	const thirty = Array.from({ length: 30 }, (_, index) => learner(index));

	test('are read from a chat, from files, or from both', async () => {
		const files = thirty.slice(20).map((result, index) => file(writeResultFile(result), `${index}.json`));
		const { results, again, problems, table } = await readResults(
			[chat(thirty.slice(0, 20)), ...files],
			bank
		);
		expect({ again, problems }).toEqual({ again: [], problems: [] });
		expect(results.map(({ result }) => result)).toEqual(thirty);
		expect(results.flatMap(({ unfit }) => unfit)).toEqual([]);
		expect(results.map(({ where }) => where)).toContainEqual({ source: 'chat', line: 20 });
		expect(results.map(({ where }) => where)).toContainEqual({ source: '9.json', line: null });
		expect(table.rows).toHaveLength(30);
	});

	test('add up by hand', async () => {
		const { table } = await readResults([chat(thirty)], bank);
		const { items, points, reliability } = analyse(table);
		expect(items.map(({ id }) => id)).toEqual(bank.items.slice(0, 12).map(({ id }) => id));
		for (const { facility, asked, options } of items) {
			expect(asked).toBe(30);
			expect(facility).toMatchObject({ state: 'known', value: expect.closeTo(2 / 3, 9), provisional: false });
			const keys = options.filter(({ key }) => key);
			expect(keys.length).toBeGreaterThan(0);
		}
		const [single] = items.filter(({ id }) => id === 'launch-event');
		expect(single?.options.map(({ key, chosen }) => [key, chosen])).toContainEqual([true, 20]);
		expect(points.length).toBeGreaterThan(0);
		expect(reliability.items).toHaveLength(12);
		expect(hardestFirst(items)).toHaveLength(12);
	});

	test('are read, checked and analysed in a moment', async () => {
		const before = processorTime();
		analyse((await readResults([chat(thirty)], bank)).table);
		// About a tenth of a second; a busy machine takes several times that.
		expect(processorTime() - before).toBeLessThan(5000);
	});
});

test.each(behaviourNames)(
	'a whole course in %s fits the course it was made from, in each language',
	async (behaviour) => {
		for (const edition of editions) {
			for (const sample of ['right', 'partlyRight', 'wrong', 'unanswered', 'malformed'] as const) {
				const items = new Map(edition.items.map((item) => [item.id, item]));
				const given = (id: string) => [samples(items.get(id) ?? bank.items[0] ?? never())[sample]];
				const { id: course, language } = edition.primer;
				const one = played(items, given, behaviour, { course, language, revOf: (id) => items.get(id)?.rev });
				for (const reader of editions) {
					const { results, problems } = await readResults([chat([one])], reader);
					expect(problems).toEqual([]);
					expect(results[0]?.unfit).toEqual([]);
				}
			}
		}
	}
);

describe('the same', () => {
	test('attempt twice counts once, and says where it was first', async () => {
		const one = learner(1);
		const renamed = { ...one, name: 'Somebody else' };
		const { results, again, table } = await readResults(
			[chat([one, renamed]), file(writeResultFile(one))],
			bank
		);
		expect(results.map(({ result }) => result.name)).toEqual(['Learner 1']);
		expect(again).toMatchObject([
			{ where: { line: 2 }, first: { source: 'chat', line: 1 }, differs: false },
			{ where: { source: 'file.json' }, differs: false }
		]);
		expect(table.rows).toHaveLength(1);
	});

	test('attempt with other answers is told as changed by hand', async () => {
		const one = learner(1);
		const [first, ...rest] = one.items;
		const better = { ...one, items: [{ ...first, earned: 1, seconds: 1 }, ...rest] } as Result;
		expect((await readResults([chat([one, better])], bank)).again).toMatchObject([{ differs: true }]);
	});

	test('name twice is two learners, each marked, whatever its capitals', async () => {
		const { results, table } = await readResults(
			[chat([learner(1, { name: 'Ann' }), learner(2, { name: 'ANN' }), learner(3)])],
			bank
		);
		expect(results.map(({ sameName }) => sameName)).toEqual([true, true, false]);
		expect(table.rows).toHaveLength(3);
	});

	test('no name twice is nobody’s name', async () => {
		const { results } = await readResults([chat([learner(1, { name: '' }), learner(2, { name: '' })])], bank);
		expect(results.map(({ sameName }) => sameName)).toEqual([false, false]);
	});
});

describe('what cannot be taken is told with its place and reason, and all else counts', () => {
	const sound = learner(1);
	const code = writeResultCode(learner(2));
	const why = async (source: Parameters<typeof readResults>[0][number]) => {
		const { results, problems } = await readResults([chat([sound]), source], bank);
		expect(results).toHaveLength(1);
		return problems.map(({ where, refusal }) => [where.source, where.line, refusal]);
	};

	test('a code that was cut, or changed', async () => {
		const text = `\n${code.slice(0, 100)}\nand ${code.replace(/.(?=-[^-]+$)/, '€')}`;
		expect(await why(pasted(text, 'mail'))).toEqual([
			['mail', 2, { why: 'cut' }],
			['mail', 3, { why: 'damaged' }]
		]);
	});

	test('a text without any code, and an empty one', async () => {
		expect(await why(pasted('Hello!', 'mail'))).toEqual([['mail', null, { why: 'nothing' }]]);
		expect(await why(file(''))).toEqual([['file.json', null, { why: 'nothing' }]]);
	});

	test('a file of ten megabytes is not even opened', async () => {
		const size = 10_000_000;
		const text = () => Promise.reject(new Error('It was opened.'));
		expect(await why({ name: 'film.mp4', size, text })).toEqual([
			['film.mp4', null, { why: 'too-large', size }]
		]);
		expect(await why(pasted('x'.repeat(LARGEST + 1), 'mail'))).toMatchObject([
			['mail', null, { why: 'too-large' }]
		]);
	});

	test('a file that the device cannot read', async () => {
		const text = () => Promise.reject(new Error('It is gone.'));
		expect(await why({ name: 'gone.json', size: 3, text })).toEqual([
			['gone.json', null, { why: 'unreadable' }]
		]);
	});

	test('all that is kept of a learner, in the place of a result', async () => {
		const text = '{"format":"five-points-learner-data","version":1}';
		expect(await why(file(text))).toEqual([['file.json', null, { why: 'other-format' }]]);
	});

	test('a result of another course', async () => {
		const refusal = { why: 'other-course', course: 'chess' };
		expect(await why(chat([{ ...sound, course: 'chess', attempt: '0'.repeat(16) }]))).toEqual([
			['chat', 1, refusal]
		]);
	});

	test('a result of an edition of which nothing is left', async () => {
		const items = sound.items.map((item) => ({ ...item, item: `old-${item.item}` }));
		const old = { ...sound, items, attempt: '0'.repeat(16) };
		expect(await why(chat([old]))).toEqual([['chat', 1, { why: 'other-edition' }]]);
	});

	test('more results than a school has', async () => {
		const many = Array.from({ length: MOST_RESULTS + 5 }, (_, index) => ({
			...sound,
			items: sound.items.slice(0, 1),
			attempt: index.toString(16).padStart(16, '0')
		}));
		const { results, problems } = await readResults([chat(many)], bank);
		expect(results).toHaveLength(MOST_RESULTS);
		expect(problems).toMatchObject([{ refusal: { why: 'too-many', limit: MOST_RESULTS } }]);
	});

	test('of very many the first are told, and how many there are', async () => {
		const code = writeResultCode(sound);
		const text = `${code}\n`.repeat(MOST_TOLD + 3) + 'FP1-abc-00000000\n'.repeat(20_000);
		const { results, again, problems, counts } = await readResults([pasted(text, 'chat')], bank);
		expect(results).toHaveLength(1);
		expect([again.length, problems.length]).toEqual([MOST_TOLD, MOST_TOLD]);
		expect(counts).toEqual({ again: MOST_TOLD + 2, problems: 20_000 });
		expect(again[0]?.where.line).toBe(2);
		expect(problems[0]?.where.line).toBe(MOST_TOLD + 4);
	});

	test('hostile nesting and long rubbish, in no time', async () => {
		const before = processorTime();
		for (const piece of ['[', '{"a":', '[{"a":', 'FP1-', 'F P', 'F>>>>>>>', 'FP1-a-', 'FP1-0\n'])
			await why(pasted(piece.repeat(Math.floor(LARGEST / 2 / piece.length)), 'rubbish'));
		expect(processorTime() - before).toBeLessThan(20_000);
	});
});

describe('an item does not count', () => {
	const one = learner(1);
	const tableWith = async (changes: Partial<Result['items'][number]>, at = 0) => {
		const items = one.items.map((item, index) => (index === at ? { ...item, ...changes } : item));
		const { results, table } = await readResults([chat([{ ...one, items }])], bank);
		return { unfit: results[0]?.unfit, answers: table.rows[0]?.answers };
	};
	const [first] = one.items;

	test('where the course no longer has it', async () => {
		const { unfit, answers } = await tableWith({ item: 'gone' });
		expect(unfit).toEqual([{ item: 'gone', why: 'gone' }]);
		expect(answers?.size).toBe(11);
	});

	test('where something else is right now', async () => {
		const { unfit, answers } = await tableWith({ rev: (first?.rev ?? 1) + 1 });
		expect(unfit).toEqual([{ item: first?.item, why: 'revised' }]);
		expect(answers?.has(first?.item ?? '')).toBe(false);
	});

	test('where what was answered earns another score', async () => {
		const { unfit } = await tableWith({ fraction: 1 - (first?.fraction ?? 0) });
		expect(unfit).toEqual([{ item: first?.item, why: 'scored-otherwise' }]);
	});

	test('where it could not be read; where it was passed over it counts 0', async () => {
		const nothing = { fraction: null, response: null, earned: 0, tries: 0 } as const;
		expect((await tableWith({ ...nothing, state: 'unreadable' })).answers?.size).toBe(11);
		const { answers } = await tableWith({ ...nothing, state: 'unanswered' });
		expect(answers?.get(first?.item ?? '')).toEqual({ fraction: 0, answered: false, picks: [] });
	});

	test('where it was not reached', async () => {
		const nothing = { fraction: null, response: null, earned: 0, tries: 0, state: 'unanswered' } as const;
		expect((await tableWith(nothing, 11)).answers?.size).toBe(11);
	});
});

describe('a score counts only if what was answered earns it', () => {
	/** A result in which one item is not as the learner’s device would have written it. */
	const forged = (id: string, change: Partial<Result['items'][number]>, rest: Partial<Result> = {}) => {
		const items = new Map([...bank.items.slice(0, 3), itemOf(id)].map((item) => [item.id, item]));
		const behaviour = rest.behaviour ?? 'practice';
		const one = played(items, (each) => [samples(itemOf(each)).wrong], behaviour, {
			...{ course: bank.primer.id, language: 'en', revOf: (each: string) => itemOf(each).rev }
		});
		const changed = one.items.map((item) => (item.item === id ? { ...item, ...change } : item));
		return { ...one, ...rest, items: changed };
	};
	const itemOf = (id: string) => bank.items.find((item) => item.id === id) ?? never();
	const right = { fraction: 1, earned: 1 };
	/** One item of each kind. */
	const each = [...Map.groupBy(bank.items.slice(3), ({ kind }) => kind)].map(([kind, of]) => ({
		kind,
		id: of[0]?.id ?? never()
	}));
	const unfitFor = async (one: Result, others?: readonly Bank[]) => {
		const { results, table } = await readResults([chat([one])], bank, others);
		return { ...results[0], answers: table.rows[0]?.answers };
	};

	describe.each(each)('$kind', ({ id }) => {
		const wrong = { item: id, why: 'scored-otherwise' };

		test.each(['en', 'fr', 'de', '__proto__', 'EN', 'en-GB'])(
			'whatever its language says: %s',
			async (language) => {
				const one = forged(id, right, { language });
				const { unfit, answers } = await unfitFor(one, [french]);
				expect(unfit).toEqual([wrong]);
				expect(answers?.has(id)).toBe(false);
				// Without the other editions, what was typed may be right there: it is told at least.
				const alone = await unfitFor(one);
				expect([...(alone.unfit ?? []).map(({ item }) => item), ...(alone.unchecked ?? [])]).toEqual([id]);
			}
		);

		test.each([1, 0.5])('that it is %d without the answer', async (fraction) => {
			const { unfit, answers } = await unfitFor(forged(id, { fraction, earned: fraction, response: null }));
			expect(unfit).toEqual([{ item: id, why: 'untold' }]);
			expect(answers?.has(id)).toBe(false);
		});

		test('while nothing is gained by what is too long to be told', async () => {
			const { unfit, answers } = await unfitFor(forged(id, { response: null }));
			expect(unfit).toEqual([]);
			expect(answers?.get(id)).toMatchObject({ fraction: 0, picks: null });
		});
	});

	const [{ id: some } = never()] = each;
	const wrong = { item: some, why: 'scored-otherwise' };

	test.each<[string, BehaviourName, Partial<Result['items'][number]>]>([
		['more than an item gives', 'practice', { earned: 3 }],
		['less than nothing', 'practice', { earned: -1 }],
		['more than the answer gives', 'practice', { earned: 1 }],
		['more in an exam', 'exam', { earned: 1 }],
		['more than later tries give', 'retry', { tries: 2, earned: 1 }],
		['more tries than there are', 'retry', { tries: 9, earned: 0 }],
		['no try at all', 'practice', { tries: 0 }],
		['marks of certainty that were not lost', 'certainty', { certainty: 3, earned: 3 }],
		[
			'marks for what was passed over',
			'practice',
			{ state: 'unanswered', fraction: null, response: null, earned: 1 }
		]
	])('nor do marks: %s', async (_, behaviour, change) => {
		expect((await unfitFor(forged(some, change, { behaviour }))).unfit).toEqual([wrong]);
	});

	test('nor does anything at all of a result whose marks are all forged', async () => {
		const one = forged(some, {});
		const items = one.items.map((item) => ({ ...item, earned: 3 }));
		const { results, problems } = await readResults([chat([{ ...one, items }])], bank);
		expect(results).toEqual([]);
		expect(problems).toMatchObject([{ refusal: { why: 'other-edition' } }]);
	});
});

test('what was typed in another language of the course is scored as that language does', async () => {
	const typed = english.items.filter(({ kind }) => kind === 'short-text' || kind === 'cloze');
	expect(typed.length).toBeGreaterThan(0);
	for (const { id } of typed) {
		const item = french.items.find((other) => other.id === id) ?? never();
		const one = played(new Map([[id, item]]), () => [samples(item).right], 'practice', {
			...{ course: french.primer.id, language: 'fr', revOf: () => item.rev }
		});
		expect((await readResults([chat([one])], english)).results, id).toMatchObject([{ unfit: [] }]);
		const { results } = await readResults([chat([one])], english, [french]);
		expect(results, id).toMatchObject([{ unfit: [], unchecked: [] }]);
	}
});

function never(): never {
	throw new Error('The course has an item.');
}
