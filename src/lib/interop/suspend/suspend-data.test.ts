import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { openItems } from '#lib/bank/serving.ts';
import { readLibrary } from '#lib/bank/read.server.ts';
import { samples, score } from '#lib/kinds/index.ts';
import { behaviourNames, behaviours, type BehaviourName } from '#lib/quiz/behaviour.ts';
import { entriesInOrder, timeLeft } from '#lib/quiz/context.ts';
import type { LearnerEvent } from '#lib/quiz/event.ts';
import { formWith, logOf, type LearnerAction } from '#lib/quiz/fixtures.ts';
import { LAST_MOMENT } from '#lib/quiz/moment.ts';
import { newRecord, type AttemptRecord } from '#lib/quiz/record.ts';
import { snapshotOf } from '#lib/quiz/run.ts';

import { namesOf } from './names.ts';
import { readSuspendData, writeSuspendData, type Suspended } from './suspend-data.ts';
import { withoutPauses } from './without-pauses.ts';

const LIMIT_12 = 4096;

const { located } = await readLibrary(join(import.meta.dirname, '../../../../questions'));
const bank = located[0]?.bank;
if (!bank) throw new Error('There is no course.');
/** As many as fit: two items in five, of every point. */
const items = openItems(bank).filter((_, index) => index % 5 < 2);
const names = namesOf(items);
/** Words of the course, and what looks like a short name of one. */
const word = fc.oneof(
	fc.string(),
	fc.constantFrom(...items.flatMap(({ id }) => [id, String(names.shortened(id)), `~${id}`]))
);

const moment = fc.oneof(
	fc.integer({ min: 0, max: LAST_MOMENT }),
	fc.double({ min: 0, max: LAST_MOMENT, noNaN: true })
);
const position = fc.nat(99);
const json = fc.oneof(fc.jsonValue(), word, fc.array(word), fc.dictionary(word, word));

const event: fc.Arbitrary<LearnerEvent> = fc.oneof(
	fc.record({ type: fc.constant('answer' as const), at: moment, response: json }),
	fc.record({ type: fc.constant('certain' as const), at: moment, certainty: fc.constantFrom(1, 2, 3) }),
	fc.record({
		type: fc.constant('warn' as const),
		at: moment,
		malformation: fc.constant('too-long' as const)
	}),
	fc.record({
		type: fc.constant('elsewhere' as const),
		at: moment,
		answers: fc.array(fc.record({ item: fc.string(), response: json, at: moment }))
	}),
	fc.record({ type: fc.constantFrom('go' as const, 'review' as const), at: moment, position }),
	fc.record({
		type: fc.constantFrom(
			...(['check', 'reveal', 'skip', 'next', 'back', 'flag', 'hint', 'finish'] as const),
			...(['submit', 'hide', 'show', 'tick', 'results'] as const)
		),
		at: moment
	})
);

const suspended: fc.Arbitrary<Suspended> = fc
	.record({
		id: fc.string({ unit: 'binary' }),
		seed: fc.string({ unit: 'binary' }),
		items: fc.uniqueArray(word, { minLength: 1 }),
		behaviour: fc.constantFrom(...behaviourNames),
		minutes: fc.option(fc.integer({ min: 1, max: 600 })),
		startedAt: moment,
		log: fc.array(event),
		done: position,
		updatedAt: moment,
		outcome: fc.option(
			fc.record({
				at: moment,
				total: fc.record({ earned: fc.integer(), possible: fc.integer() }),
				points: fc.uniqueArray(fc.record({ point: fc.nat(9), earned: fc.integer(), possible: fc.nat() }), {
					selector: ({ point }) => point
				})
			})
		),
		toldOf: fc.nat(5)
	})
	.map(({ id, seed, items, behaviour, minutes, startedAt, toldOf, ...rest }): Suspended => ({
		record: {
			...newRecord({ id, form: formWith({ seed, items, behaviour, minutes }), address: '?a=b', startedAt }),
			...rest
		},
		told: items.slice(0, toldOf)
	}));

/** As JSON gives it back, where −0 is 0. */
function plain(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value));
}

test('whatever an attempt holds, it comes back from suspend data, if it fits', () => {
	fc.assert(
		fc.property(suspended, (kept) => {
			const { text, isWhole } = writeSuspendData(kept, Infinity, names);
			expect(isWhole).toBe(true);
			expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
			expect(plain(readSuspendData(text, Infinity, names))).toEqual(plain(kept));
		})
	);
});

test('what does not fit comes back as the beginning of the attempt, as far as it fits', () => {
	fc.assert(
		fc.property(suspended, fc.integer({ min: 1, max: 2000 }), (kept, limit) => {
			const { text, isWhole } = writeSuspendData(kept, limit, names);
			expect(text.length).toBeLessThanOrEqual(limit);
			const back = readSuspendData(text, Infinity, names);
			if (text === '') {
				expect([back, isWhole]).toEqual([undefined, false]);
				return;
			}
			const { record } = back ?? {};
			expect(plain(record?.form)).toEqual(plain(kept.record.form));
			expect(back?.told).toEqual(kept.told);
			if (isWhole) return;
			const { log } = behaviours[kept.record.form.behaviour].pauses
				? withoutPauses(kept.record)
				: kept.record;
			expect(plain(record?.log)).toEqual(plain(log.slice(0, record?.log.length)));
			expect(record?.log.length).toBeLessThanOrEqual(log.length);
			expect(record?.outcome).toBeNull();
		})
	);
});

test.each(['', 'B', 'A', 'A!', 'A====', 'A-_-_', '{"answers":[]}', 'viewed=1,2,3|lastviewedslide=4'])(
	'what is not ours, such as “%s”, is nothing',
	(text) => {
		expect(readSuspendData(text, Infinity, names)).toBeUndefined();
	}
);

test('what was cut off or changed is nothing, and nothing fails', () => {
	const { text } = writeSuspendData({ record: longAttempt('practice').record, told: [] }, Infinity, names);
	fc.assert(
		fc.property(fc.nat(text.length - 2), fc.constantFrom('', 'x', '~'), (place, other) => {
			const changed = text.slice(0, place + 1) + other + (other === '' ? '' : text.slice(place + 2));
			if (changed === text) return;
			const back = readSuspendData(changed, Infinity, names);
			if (back) expect(Array.isArray(back.record.log)).toBe(true);
		})
	);
});

const byId = new Map(items.map((item) => [item.id, item]));

/** All of them, each answered wrong as often as its behaviour allows, in a page that is left after each. */
function longAttempt(behaviour: BehaviourName): { record: AttemptRecord; said: LearnerAction[] } {
	const said = items.flatMap((item): LearnerAction[] => {
		const { wrong, right } = samples(item);
		const tries: LearnerAction[] = Array.from({ length: behaviours[behaviour].tries }, (_, index) => [
			{ type: 'answer' as const, response: index % 2 === 0 ? wrong : right },
			...(behaviour === 'certainty' ? [{ type: 'certain' as const, certainty: 2 as const }] : []),
			...(behaviour === 'exam' ? [] : [{ type: 'check' as const }])
		]).flat();
		return [...tries, { type: 'hide' }, { type: 'show' }, { type: 'next' }];
	});
	const form = formWith({
		primer: 'paris-call',
		seed: 'k3j9x2',
		behaviour,
		items: items.map(({ id }) => id)
	});
	const begun = newRecord({
		id: 'paris-call?seed=k3j9x2',
		form,
		address: `?behaviour=${behaviour}&n=${items.length}&seed=k3j9x2`,
		startedAt: Date.UTC(2026, 10, 29, 9)
	});
	const log = logOf(said).map((event, place) => ({ ...event, at: begun.startedAt + place * 7_331 }));
	return { record: { ...begun, log, updatedAt: begun.startedAt + 3_600_000 }, said };
}

describe.each(behaviourNames)('an attempt at two in five items of the course, as %s,', (behaviour) => {
	test('fits into the 4,096 characters of SCORM 1.2', () => {
		const { record } = longAttempt(behaviour);
		const told = record.form.items;
		const { text, isWhole } = writeSuspendData({ record, told }, LIMIT_12, names);
		expect(isWhole).toBe(true);
		expect(readSuspendData(text, Infinity, names)?.told).toEqual(told);
		expect(items.length).toBeGreaterThan(60);
	});
});

test('pauses are taken out without changing what was answered, what it earned, or how long it took', () => {
	const { record } = longAttempt('practice');
	const kinds = record.log.filter(({ type }) => type === 'hide').length;
	const brief = withoutPauses(record);
	expect(brief.log.length).toBe(record.log.length - 2 * kinds);
	const states = [record, brief].map(({ form, startedAt, log }) =>
		snapshotOf({ form, startedAt, log, reply: null }, (id, response) => {
			const item = byId.get(id);
			return item && score(item, response);
		})
	);
	const [before, after] = states.map((state) => {
		if (!state) throw new Error('The statechart does not take the log.');
		return entriesInOrder(state.context).map(({ response, tries, status, spent }) => ({
			response,
			tries,
			status,
			spent
		}));
	});
	expect(after).toEqual(before);
	const timed = states.map((state) => {
		if (!state) throw new Error('The statechart does not take the log.');
		const { context } = state;
		return timeLeft({ ...context, form: { ...context.form, minutes: 600 } }, context.now);
	});
	expect(timed[0]).toBe(timed[1]);
});

test('a log in which the page is hidden all the time fits without its pauses', () => {
	const { record } = longAttempt('practice');
	const restless = record.log.flatMap((event, place): LearnerEvent[] => [
		...Array.from({ length: 8 }, (_, again): LearnerEvent[] => {
			const at = event.at + again * 500 + ((place * 37) % 91);
			return [
				{ type: 'hide', at },
				{ type: 'show', at: at + ((place * 53 + again * 71) % 400) }
			];
		}).flat(),
		{ ...event, at: event.at + 6000 }
	]);
	const kept = { record: { ...record, log: restless }, told: [] };
	expect(writeSuspendData(kept, Infinity, names).text.length).toBeGreaterThan(LIMIT_12);
	const { text, isWhole } = writeSuspendData(kept, LIMIT_12, names);
	expect(isWhole).toBe(true);
	expect(readSuspendData(text, Infinity, names)?.record.log).toEqual(withoutPauses(kept.record).log);
});

test('an attempt comes back in another edition of the course, with what that still has', () => {
	const { record } = longAttempt('practice');
	const { text } = writeSuspendData({ record, told: [] }, LIMIT_12, names);
	const back = readSuspendData(text, Infinity, namesOf(items.slice(1)));
	expect(back?.record.form.items.slice(1)).toEqual(record.form.items.slice(1));
	expect(back?.record.form.items[0]).not.toBe(items[0]?.id);
	expect(back?.record.log.length).toBe(record.log.length);
});

test('of a log that is too long, as much comes back as fits', () => {
	const { record } = longAttempt('retry');
	const kept = { record: withoutPauses(record), told: [] };
	const { text } = writeSuspendData(kept, 2000, names);
	const length = readSuspendData(text, Infinity, names)?.record.log.length ?? 0;
	expect(length).toBeGreaterThan(100);
	const more = { ...kept, record: { ...kept.record, log: kept.record.log.slice(0, length + 8) } };
	expect(writeSuspendData(more, Infinity, names).text.length).toBeGreaterThan(2000);
});

test('two ids that would have the same short name have none', () => {
	const item = (id: string) => ({ id, interaction: { options: [] } });
	const byName = new Map<unknown, string>();
	for (let number = 0; ; number++) {
		const id = `item-${number}`;
		const name = namesOf([item(id)]).shortened(id);
		const twin = byName.get(name);
		byName.set(name, id);
		if (twin === undefined) continue;
		const both = namesOf([item(id), item(twin)]);
		expect(both.shortened([id, twin])).toEqual([id, twin]);
		return;
	}
});
