import 'fake-indexeddb/auto';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Item } from '#lib/bank/item.ts';
import { seeded } from '#lib/chance/random.ts';
import { compile, fixtures } from '#lib/kinds/fixtures.ts';
import { publicView, samples, score, solution, type KindName, type Of } from '#lib/kinds/index.ts';
import { shippedEditions } from '#lib/lint/shipped-fixtures.ts';
import type { Form } from '#lib/quiz/form.ts';
import type { Grades } from '#lib/quiz/grades.ts';
import { attemptScoreOf } from '#lib/quiz/attempt-score.ts';
import { parseRecord } from '#lib/quiz/parse-record.ts';
import { newRecord, type AttemptRecord } from '#lib/quiz/record.ts';
import { snapshotOf } from '#lib/quiz/run.ts';
import { parseLearnerFile } from '#lib/store/export/read.ts';
import { writeLearnerFile } from '#lib/store/export/write.ts';
import { attemptsInDatabase } from '#lib/store/indexed-db/attempts.ts';
import { attemptsInMemory } from '#lib/store/memory/attempts.ts';

const START = Date.UTC(2026, 10, 25);
const shipped = await shippedEditions();

/** A finished exam of some items, recorded as a page does: answered, handed in, graded. */
function finished(items: ReadonlyMap<string, Of<KindName>>, responses: Grades | Record<string, unknown>) {
	const ids = [...items.keys()];
	const form: Form = {
		primer: 'p',
		seed: 's',
		behaviour: 'exam',
		items: ids,
		minutes: ids.length,
		extraTime: 1
	};
	const log = ids.flatMap((id, position): AttemptRecord['log'] => [
		{ type: 'go', at: START, position },
		{ type: 'answer', at: START, response: Reflect.get(responses, id) ?? null }
	]);
	log.push({ type: 'finish', at: START }, { type: 'submit', at: START });
	const grades = Object.fromEntries(
		[...items].map(([id, item]) => [id, score(item, Reflect.get(responses, id) ?? null)])
	);
	const attempt = { form, startedAt: START, log, reply: { type: 'graded', grades } } as const;
	const state = snapshotOf(attempt, () => undefined);
	if (!state?.matches('finished')) throw new Error('An exam that was graded is finished.');
	const begun = newRecord({ id: 'p?sitting=1', form, address: '?sitting=1', startedAt: START });
	return { ...begun, log, grades, outcome: attemptScoreOf(state.context, () => 1), done: ids.length };
}

/** Puts a record through everything that keeps it, and expects it to come back as it was. */
async function expectToComeBack(record: AttemptRecord): Promise<void> {
	expect(parseRecord(structuredClone(record))).toEqual(record);
	const kept = JSON.parse(JSON.stringify(record)) as AttemptRecord;
	expect(parseRecord(kept)).toEqual(kept);
	for (const store of [attemptsInMemory(), await attemptsInDatabase('round-trip')]) {
		expect(await store.save(record, 1, await store.revision(record.id))).toBe(true);
		expect(parseRecord(await store.load(record.id))).toEqual(record);
	}
	const learner = { reviews: [], flaws: [], attempts: [record], settings: null };
	const { text, leftOut } = writeLearnerFile(learner, START, '');
	expect(leftOut).toBe(0);
	expect(parseLearnerFile(text)).toMatchObject({ ok: true, file: { attempts: [kept] } });
}

describe.each(fixtures)('what is scored of $name comes back from wherever it is kept', ({ kind, raw }) => {
	const item = compile(kind, raw);
	const some = samples(item);

	test('for each of its samples', async () => {
		for (const response of [solution(item), ...Object.values(some)])
			await expectToComeBack(finished(new Map([['a', item]]), { a: response }));
	});

	test('for any other response', async () => {
		const ids =
			JSON.stringify(publicView(item, seeded('ids'))).match(/(?<="(?:id|blank|span)":")[^"]+/g) ?? [];
		const part = fc.oneof(fc.constantFrom('', ...ids), fc.string());
		const response = fc.oneof(
			fc.jsonValue(),
			part,
			fc.array(part),
			fc.dictionary(part, part),
			fc.shuffledSubarray(ids),
			fc.record({ verdict: fc.boolean(), reason: part })
		);
		await fc.assert(
			fc.asyncProperty(response, (given) => expectToComeBack(finished(new Map([['a', item]]), { a: given }))),
			{ numRuns: 60 }
		);
	});
});

test.each(shipped)('an exam of all questions of $name comes back, whatever was given', async ({ bank }) => {
	const items = new Map<string, Item>(bank.items.map((item) => [item.id, item]));
	for (const which of ['right', 'partlyRight', 'wrong', 'unanswered', 'malformed'] as const) {
		const given = Object.fromEntries([...items].map(([id, item]) => [id, samples(item)[which]]));
		await expectToComeBack(finished(items, given));
	}
	const nonsense = Object.fromEntries([...items].map(([id]) => [id, 'nonsense']));
	await expectToComeBack(finished(items, nonsense));
});
