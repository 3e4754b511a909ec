import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import type { KeptAnswer } from '#lib/quiz/event.ts';
import { examWith } from '#lib/quiz/fixtures.ts';

import { StoreUnavailable } from '../database/faults.ts';
import { sittingsInMemory } from '../sittings/memory.ts';
import { Exams, type Denied, type Seen, type Taken } from './exams.ts';

const MINUTE = 60_000;
const form = examWith({ extraTime: 1.5 });
const END = 15 * MINUTE;
/** How long answers given in time are still accepted. */
const GRACE = 30_000;

const bank = bankWith();

let now = 0;
let exams = new Exams({ sittings: sittingsInMemory(() => now), now: () => now });
let id = '';

beforeEach(async () => {
	now = 0;
	exams = new Exams({ sittings: sittingsInMemory(() => now), now: () => now });
	({ id } = await exams.begin(form));
});

const answer = (item: string, response: unknown, at = now): KeptAnswer => ({ item, response, at });

function seen<T extends Seen | Taken>(result: T | Denied): T {
	if (typeof result === 'string') throw new Error(`Denied: ${result}`);
	return result;
}

const look = async (asked = id) => seen(await exams.look(asked, bank));
const take = async (...answers: KeptAnswer[]) => seen(await exams.take(id, bank, answers));
const handIn = async (...answers: KeptAnswer[]) => seen(await exams.handIn(id, bank, answers));

test('an exam begins now, and ends after its time, extra time included', async () => {
	const { sitting, answers } = await look();
	expect(sitting).toEqual({ id, form, startedAt: 0, endsAt: END, closed: null });
	expect(answers).toEqual([]);
	expect((await exams.begin(form)).id).not.toBe(id);
	expect(id).toMatch(/^[\w-]{22}$/);
});

describe('answers', () => {
	test('are kept while the exam goes on, the newest to each item', async () => {
		now = 1000;
		await take(answer('first', 'two'));
		now = 2000;
		const { answers, unfit } = await take(answer('first', 'one'), answer('number', '2'));
		expect(unfit).toEqual([]);
		expect((await look()).answers).toEqual(answers);
		expect(answers).toEqual([answer('first', 'one', 2000), answer('number', '2', 2000)]);
	});

	test('that come late from another device do not take the place of newer ones', async () => {
		now = 5000;
		await take(answer('first', 'one', 4000));
		expect((await take(answer('first', 'two', 3000))).answers).toEqual([answer('first', 'one', 4000)]);
	});

	test('cannot be given before the exam began, nor in the future', async () => {
		now = 5000;
		const { answers } = await take(answer('first', 'one', 1e12), answer('number', '2', -1));
		// An answer that claims to come after the end counts as what it claims.
		expect(answers).toEqual([answer('number', '2', 0)]);
		expect((await take(answer('first', 'one', 9000))).answers).toContainEqual(answer('first', 'one', 5000));
	});

	test('given before the end are taken a little later, for slow networks', async () => {
		now = END + GRACE;
		expect((await take(answer('first', 'one', END))).answers).toHaveLength(1);
	});

	test('given after the end are not, and after the grace none is', async () => {
		now = END + 1;
		expect((await take(answer('first', 'one'))).answers).toEqual([]);
		now = END + GRACE + 1;
		const late = await take(answer('first', 'one', END));
		expect(late.answers).toEqual([]);
		expect(late.sitting.closed).toMatchObject({ by: 'time', at: END });
	});

	test('to a question that the exam does not ask, or larger than any, are refused, all of them', async () => {
		for (const odd of [
			answer('other', 'one'),
			answer('__proto__', 'one'),
			answer('number', '9'.repeat(7999))
		])
			expect(await exams.take(id, bank, [answer('first', 'one'), odd])).toBe('altered');
		expect((await look()).answers).toEqual([]);
	});

	test('of 8,000 signs, quotation marks included, are still taken', async () => {
		const longest = answer('number', '9'.repeat(7998));
		expect((await take(longest)).answers).toEqual([longest]);
	});

	test('are kept by whole milliseconds', async () => {
		now = 5000;
		const { answers } = await take(answer('first', 'one', 3000.4), answer('number', '2', 3000.6));
		expect(answers.map(({ at }) => at).sort()).toEqual([3000, 3001]);
	});

	test('nested deeper than any are refused like any other nonsense', async () => {
		for (const depth of [20, 5000, 200_000]) {
			const deep: unknown = JSON.parse('['.repeat(depth) + ']'.repeat(depth));
			expect(await exams.take(id, bank, [answer('first', deep)])).toBe('altered');
			const within: unknown = JSON.parse(`{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`);
			expect(await exams.handIn(id, bank, [answer('first', within)])).toBe('altered');
		}
		expect((await look()).answers).toEqual([]);
	});

	test('nested five deep are taken for an answer, and six deep for none', async () => {
		const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
		expect(await take(answer('first', nested(5)))).toMatchObject({ unfit: ['first'] });
		expect(await exams.take(id, bank, [answer('first', nested(6))])).toBe('altered');
	});

	test('that are given after the server’s clock was set back still take the place of those before', async () => {
		now = 8 * MINUTE;
		await take(answer('first', 'one'));
		now = 3 * MINUTE;
		// The page continues from what the server sent before.
		const { answers } = await take(answer('first', 'two', 8 * MINUTE), answer('number', '2', 8 * MINUTE + 5));
		expect(answers.map(({ response }) => response)).toEqual(['two', '2']);
		expect((await handIn()).sitting.closed).toMatchObject({ grades: { first: { fraction: 0 } } });
	});

	test('that do not fit their question are not kept, and told', async () => {
		const { answers, unfit } = await take(answer('first', 'three'), answer('number', '2'));
		expect(unfit).toEqual(['first']);
		expect(answers).toEqual([answer('number', '2')]);
	});
});

describe('handing in', () => {
	test('grades what is sent along and what was kept before', async () => {
		await take(answer('number', '2'));
		now = 1000;
		const { sitting, answers } = await handIn(answer('first', 'two'));
		expect(sitting.closed).toMatchObject({
			at: 1000,
			by: 'learner',
			grades: { number: { fraction: 1 }, first: { fraction: 0 } },
			gone: []
		});
		expect(answers).toHaveLength(2);
	});

	test('again, whatever is sent along, gives the first grade', async () => {
		const first = await handIn();
		now = 1000;
		const again = await handIn(answer('first', 'one'), answer('number', '2'));
		expect(again.sitting.closed).toEqual(first.sitting.closed);
		expect(again.answers).toEqual([]);
		expect((await take(answer('first', 'one'))).answers).toEqual([]);
		expect(await look()).toEqual({ sitting: again.sitting, answers: [] });
	});

	test('twice at once closes once', async () => {
		const both = await Promise.all([handIn(answer('first', 'one')), handIn(answer('first', 'two'))]);
		expect(both[0].sitting.closed).toEqual(both[1].sitting.closed);
		expect(both[0].answers).toEqual(both[1].answers);
	});

	test.each([
		[END - 2001, 'learner'],
		[END - 2000, 'time']
	])('at %i is the doing of the %s: no two clocks agree to two seconds', async (moment, by) => {
		now = moment;
		expect((await handIn()).sitting.closed).toMatchObject({ by, at: moment });
	});

	test('at the end is the doing of time', async () => {
		now = END;
		expect((await handIn(answer('first', 'one'))).sitting.closed).toMatchObject({ by: 'time', at: END });
	});
});

describe('once its time is over', () => {
	test('an exam is closed with what it has, whoever looks', async () => {
		now = 1000;
		await take(answer('first', 'one'));
		now = END + GRACE;
		expect((await look()).sitting.closed).toBeNull();
		now = 100 * MINUTE;
		expect((await look()).sitting.closed).toMatchObject({
			at: END,
			by: 'time',
			grades: { first: { fraction: 1 }, number: { state: 'unanswered' } }
		});
	});

	test('so many are closed in one round, and the rest in the next', async () => {
		await exams.begin(form);
		await exams.begin(form);
		now = END + GRACE + 1;
		expect(await exams.closeEnded(() => bank, 2)).toBe(2);
		expect(await exams.closeEnded(() => bank, 2)).toBe(1);
	});

	test('it is closed though nobody looks', async () => {
		now = 1000;
		await take(answer('first', 'one'));
		const other = await exams.begin({ ...form, minutes: 60 });
		expect(await exams.closeEnded(() => bank, 10)).toBe(0);
		now = END + GRACE - 1;
		expect(await exams.closeEnded(() => bank, 10)).toBe(0);
		now = END + GRACE + 1;
		expect(await exams.closeEnded(() => undefined, 10)).toBe(0);
		expect(await exams.closeEnded(() => bank, 10)).toBe(1);
		expect(await exams.closeEnded(() => bank, 10)).toBe(0);
		expect((await look()).sitting.closed).toMatchObject({ grades: { first: { fraction: 1 } } });
		expect((await look(other.id)).sitting.closed).toBeNull();
	});
});

describe('those whose time is over are closed', () => {
	test('though more of them than one round takes wait for their course', async () => {
		now = 0;
		for (let count = 0; count < 5; count++) await exams.begin({ ...form, primer: 'away', minutes: 9 });
		now = END + GRACE + 1;
		const away = (primer: string) => (primer === 'b' ? bank : undefined);
		expect(await exams.closeEnded(away, 2)).toBe(1);
		expect(await exams.closeEnded(away, 2)).toBe(0);
		const back = { ...bank, primer: { ...bank.primer, id: 'away' } };
		const both = (primer: string) => (primer === 'b' ? bank : back);
		expect([await exams.closeEnded(both, 2), await exams.closeEnded(both, 2)]).toEqual([2, 2]);
		expect([await exams.closeEnded(both, 2), await exams.closeEnded(both, 2)]).toEqual([1, 0]);
	});

	test('though one of them cannot be read, which is told once', async () => {
		now = 0;
		const sittings = sittingsInMemory(() => now);
		const broken: string[] = [];
		const own = new Exams({
			sittings: {
				...sittings,
				load: (asked) =>
					broken.includes(asked) ? Promise.reject(new SyntaxError('Unexpected end')) : sittings.load(asked)
			},
			now: () => now
		});
		broken.push((await own.begin({ ...form, minutes: 8 })).id);
		await own.begin(form);
		now = END + GRACE + 1;
		const say = vi.fn();
		expect(await own.closeEnded(() => bank, 1, say)).toBe(1);
		expect(await own.closeEnded(() => bank, 1, say)).toBe(0);
		expect(say.mock.calls).toEqual([[expect.stringMatching(/^The sitting .* Unexpected end/s)]]);
		broken.pop();
		expect(await own.closeEnded(() => bank, 1, say)).toBe(1);
	});

	test('unless the store is out of reach, which whoever asks is told', async () => {
		const sittings = sittingsInMemory(() => now);
		const own = new Exams({
			sittings: { ...sittings, load: () => Promise.reject(new StoreUnavailable('Gone.')) },
			now: () => now
		});
		now = 0;
		await own.begin(form);
		now = END + GRACE + 1;
		await expect(own.closeEnded(() => bank, 1)).rejects.toThrow(StoreUnavailable);
	});
});

test('an answer is right that is right in another language of the course, whoever closes the exam', async () => {
	const other = bankWith({ items: [['value: 2', 'value: 3']] });
	const own = new Exams({
		sittings: sittingsInMemory(() => now),
		now: () => now,
		editionsOf: () => [bank, other]
	});
	const begun = [await own.begin(form), await own.begin(form)];
	for (const { id: asked } of begun) await own.take(asked, other, [answer('number', '3')]);
	await own.handIn(begun[0]?.id ?? '', bank, []);
	now = END + GRACE + 1;
	await own.closeEnded(() => bank, 10);
	for (const { id: asked } of begun) {
		const { sitting } = seen(await own.look(asked, bank));
		expect(sitting.closed).toMatchObject({ grades: { number: { fraction: 1 } } });
	}
});

test('a request is graded by the courses that were there when it came', async () => {
	let courses = [bank];
	const own = new Exams({
		sittings: sittingsInMemory(() => now),
		now: () => now,
		editionsOf: () => courses
	});
	const { id: asked } = await own.begin(form);
	const request = own.gradedBy(() => [bank]);
	courses = [bank, bankWith({ items: [['value: 2', 'value: 3']] })];
	const graded = seen(await request.handIn(asked, bank, [answer('number', '3')]));
	expect(graded.sitting.closed).toMatchObject({ grades: { number: { fraction: 0 } } });
});

describe('the course', () => {
	const without = {
		...bank,
		items: bank.items.filter(({ id }) => id !== 'number')
	};

	test('may lose a question meanwhile: the others are graded', async () => {
		await take(answer('first', 'one'), answer('number', '2'));
		const { sitting } = seen(await exams.handIn(id, without, []));
		expect(sitting.closed).toMatchObject({ grades: { first: { fraction: 1 } }, gone: ['number'] });
	});

	test('may change a question: an answer to the one before tells so, and one that was kept costs nothing', async () => {
		const changed = bankWith({
			items: [
				['text: two', 'text: second'],
				['text: one', 'text: number one']
			]
		});
		await take(answer('first', 'one'));
		now = 1000;
		const { unfit, answers } = seen(await exams.take(id, changed, [answer('first', 'two')]));
		expect({ unfit, answers }).toEqual({ unfit: ['first'], answers: [answer('first', 'one', 0)] });
		expect(seen(await exams.handIn(id, changed, [])).sitting.closed).toMatchObject({ gone: ['first'] });
	});

	test('of another exam neither shows nor closes it', async () => {
		const other = { ...bank, primer: { ...bank.primer, id: 'other' } };
		expect(await exams.look(id, other)).toBe('altered');
		expect(await exams.take(id, other, [answer('first', 'one')])).toBe('altered');
		expect(await exams.handIn(id, other, [])).toBe('altered');
		now = 100 * MINUTE;
		expect(await exams.look(id, other)).toBe('altered');
		expect((await look()).sitting.closed).toMatchObject({ gone: [] });
	});
});

describe('of a sitting that was just seen', () => {
	const kept = () => {
		const sittings = sittingsInMemory(() => now);
		const [load, answers] = [vi.spyOn(sittings, 'load'), vi.spyOn(sittings, 'answers')];
		const own = new Exams({ sittings, now: () => now });
		return { own, reads: () => [load.mock.calls.length, answers.mock.calls.length] };
	};

	test('only the answers are read again, once they are kept', async () => {
		const { own, reads } = kept();
		const begun = await own.begin(form);
		await own.take(begun.id, bank, [answer('first', 'one')]);
		expect(reads()).toEqual([1, 2]);
		const before = seen(await own.look(begun.id, bank));
		await own.take(before, bank, [answer('first', 'two')]);
		expect(reads()).toEqual([2, 4]);
		await own.take(before, bank, []);
		expect(reads()).toEqual([2, 4]);
		const { sitting, answers } = seen(await own.handIn(before, bank, [answer('number', '2')]));
		expect(sitting.closed).toMatchObject({ grades: { first: { fraction: 0 }, number: { fraction: 1 } } });
		expect(answers).toHaveLength(2);
		expect(reads()).toEqual([2, 5]);
	});

	test('what became of it meanwhile counts', async () => {
		const before = await look();
		const { sitting } = await handIn(answer('first', 'one'));
		const sent = [answer('first', 'two'), answer('number', '2')];
		for (const late of [await exams.take(before, bank, sent), await exams.handIn(before, bank, sent)])
			expect(seen(late)).toEqual({ sitting, answers: [answer('first', 'one')], unfit: [] });
	});

	test('its time may be over meanwhile', async () => {
		const before = await look();
		now = END + GRACE + 1;
		const late = seen(await exams.take(before, bank, [answer('first', 'one', END)]));
		expect(late).toMatchObject({ sitting: { closed: { by: 'time', at: END } }, answers: [] });
	});

	test('it may be removed meanwhile', async () => {
		const sittings = sittingsInMemory(() => now);
		const own = new Exams({ sittings, now: () => now });
		const before = seen(await own.look((await own.begin(form)).id, bank));
		await sittings.removeEndedBefore(END + 1);
		expect(await own.take(before, bank, [answer('first', 'one')])).toBe('unknown');
		expect(await own.handIn(before, bank, [answer('first', 'one')])).toBe('unknown');
		expect(await own.handIn(before, bank, [])).toBe('unknown');
	});
});

test('a sitting that nobody began is unknown', async () => {
	expect(await exams.look('other', bank)).toBe('unknown');
	expect(await exams.take('other', bank, [answer('first', 'one')])).toBe('unknown');
	expect(await exams.handIn('other', bank, [])).toBe('unknown');
});

test('an exam that was handed out before it had a place goes on, once', async () => {
	now = 5000;
	const old = { id: 'old', form, startedAt: 1000, endsAt: 1000 + END };
	await exams.adopt(old);
	seen(await exams.take('old', bank, [answer('first', 'one')]));
	await exams.adopt(old);
	expect(await look('old')).toEqual({ sitting: { ...old, closed: null }, answers: [answer('first', 'one')] });
});

test('whatever is sent whenever, what counts is the newest answer of those given in time', async () => {
	const sent = fc.record({
		item: fc.constantFrom('first', 'number'),
		response: fc.constantFrom('one', 'two', '2', '3', null),
		at: fc.integer({ min: 0, max: END + 1000 }),
		delay: fc.integer({ min: 0, max: 1000 })
	});
	await fc.assert(
		fc.asyncProperty(fc.array(sent), async (all) => {
			let clock = 0;
			const own = new Exams({ sittings: sittingsInMemory(() => clock), now: () => clock });
			const begun = await own.begin(form);
			const inOrder = all.toSorted((a, b) => a.at + a.delay - b.at - b.delay);
			const newest = new Map<string, KeptAnswer>();
			for (const { delay, ...given } of inOrder) {
				clock = given.at + delay;
				const taken = seen(await own.take(begun.id, bank, [given]));
				if (given.at > END || taken.unfit.length > 0) continue;
				const before = newest.get(given.item);
				if (!before || before.at <= given.at) newest.set(given.item, given);
			}
			const { answers } = seen(await own.handIn(begun.id, bank, []));
			expect(answers).toEqual([...newest.values()].sort((a, b) => (a.item < b.item ? -1 : 1)));
		})
	);
});
