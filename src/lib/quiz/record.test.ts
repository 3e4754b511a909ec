import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { answer, check, formWith, logOf, next } from './fixtures.ts';
import { LAST_MOMENT } from './moment.ts';
import { parseRecord } from './parse-record.ts';
import { answerId, keptUntil, logged, newRecord, RECORD_VERSION, type AttemptRecord } from './record.ts';

const record: AttemptRecord = {
	...newRecord({ id: 'p?seed=s', form: formWith({ minutes: 5 }), address: '?seed=s', startedAt: 1000 }),
	log: logOf([
		answer({ a: ['b', null] }),
		{ type: 'certain', certainty: 3 },
		check,
		next,
		{ type: 'go', position: 2 }
	]),
	grades: {
		a: {
			state: 'scored',
			fraction: 0.5,
			parts: [{ id: 'x', verdict: 'wrong', why: ['so ', { tag: 'em', children: ['it'] }] }]
		},
		b: { state: 'unanswered' },
		c: { state: 'malformed', malformation: 'too-long' }
	},
	outcome: { at: 9000, total: { earned: 1, possible: 3 }, points: [{ point: 0, earned: 1, possible: 3 }] },
	done: 3,
	updatedAt: 9000
};

const onePoint = { point: 1, earned: 1, possible: 3 };

function gradesWith(why: unknown) {
	return {
		...record,
		grades: { a: { state: 'scored', fraction: 1, parts: [{ id: 'x', verdict: 'right', why }] } }
	};
}

test('a record begins with nothing done', () => {
	const begun = { id: 'p?seed=s', form: formWith(), address: '?seed=s', startedAt: 1000 };
	expect(newRecord(begun)).toEqual({
		version: 1,
		...begun,
		log: [],
		grades: null,
		outcome: null,
		done: 0,
		updatedAt: 1000
	});
});

test('an answer has the same name wherever its attempt is replayed, and no other answer has it', () => {
	const names = ['p?seed=s', 'p?seed=t', 'q?seed=s'].flatMap((id) =>
		[1000, 1001].flatMap((startedAt) => ['a', 'b'].map((item) => answerId({ id, startedAt }, item)))
	);
	expect(new Set(names).size).toBe(12);
	expect(answerId({ id: 'p?seed=s', startedAt: 1000 }, 'a')).toBe(names[0]);
	for (const name of names) expect(name).toMatch(/^[0-9a-z]+-[0-9a-z]{5,}\/[ab]$/);
});

test('a record without extra time comes back, and so does one of a second or of one item', () => {
	const one = formWith({ items: ['a'] });
	for (const form of [
		one,
		formWith({ extraTime: 1 }),
		formWith({ extraTime: 4 }),
		formWith({ minutes: 1 / 60 })
	])
		expect(parseRecord({ ...record, form })?.form).toEqual(form);
});

test('what happens at the first and the last possible moment comes back, and nothing before or after', () => {
	const at = (moment: number) => parseRecord({ ...record, log: [{ type: 'go', at: moment, position: 0 }] });
	expect([-1, 0, LAST_MOMENT, LAST_MOMENT + 1].map((moment) => at(moment) !== undefined)).toEqual([
		false,
		true,
		true,
		false
	]);
});

test('a record comes back from storage as it was', () => {
	expect(parseRecord(structuredClone(record))).toEqual(record);
	expect(parseRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
	expect(parseRecord(newRecord(record))).toEqual(newRecord(record));
});

describe('a stored value is refused', () => {
	test.each<[string, unknown]>([
		['of another version', { ...record, version: RECORD_VERSION + 1 }],
		['with a field that is not known', { ...record, bonus: 1 }],
		['without a field', { ...record, log: undefined }],
		['with a form of no items', { ...record, form: formWith({ items: [] }) }],
		['with a form of no behaviour', { ...record, form: { ...formWith(), behaviour: 'cheat' } }],
		['with time that ends before it begins', { ...record, form: formWith({ minutes: -1 }) }],
		['with no time at all', { ...record, form: formWith({ minutes: 0 }) }],
		['with less than the time of everybody', { ...record, form: formWith({ extraTime: 0.99 }) }],
		['with extra time without end', { ...record, form: formWith({ extraTime: Infinity }) }],
		['with an address of another site', { ...record, address: 'https://example.org/' }],
		['with an event that is none', { ...record, log: [{ type: 'scored', at: 1, score: {} }] }],
		['with a moment that is none', { ...record, log: [{ type: 'check', at: NaN }] }],
		['begun after the year 9999', { ...record, startedAt: LAST_MOMENT + 1 }],
		['changed when no calendar says', { ...record, updatedAt: 1e16 }],
		['finished when no calendar says', { ...record, outcome: { ...record.outcome, at: 1e16 } }],
		['with an event when no calendar says', { ...record, log: [{ type: 'check', at: 1e16 }] }],
		['with a position below 0', { ...record, log: [{ type: 'go', at: 1, position: -1 }] }],
		['with a field too many in an event', { ...record, log: [{ type: 'check', at: 1, score: 1 }] }],
		['with a fraction above 1', { ...record, grades: { a: { state: 'scored', fraction: 2, parts: [] } } }],
		['with markup in a rationale', gradesWith([{ tag: 'script', children: ['alert(1)'] }])],
		['with a script as a link', gradesWith([{ tag: 'a', href: 'javascript:alert(1)', children: [] }])],
		['with a handler in a rationale', gradesWith([{ tag: 'em', children: [], onclick: 'alert(1)' }])],
		['with a rationale nested without end', gradesWith(nested(20_000))],
		[
			'with a point that counts twice',
			{ ...record, outcome: { ...record.outcome, points: [onePoint, { ...onePoint, earned: 2 }] } }
		],
		['that is a list', [record]],
		['that is nothing', null]
	])('%s', (_, stored) => {
		expect(parseRecord(stored)).toBeUndefined();
	});

	test('whatever it is', () => {
		const key = fc.constantFrom('__proto__', 'constructor', ...Object.keys(record));
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.dictionary(key, fc.anything())), (stored) => {
				expect(parseRecord(stored)).toBeUndefined();
			})
		);
		fc.assert(
			fc.property(
				fc.constantFrom(...Object.keys(record)),
				fc.oneof(fc.anything(), fc.jsonValue()),
				(field, value) => {
					const parsed = parseRecord({ ...record, [field]: value });
					// To the schema, a list is a mapping without keys; so the copy is one.
					if (parsed)
						expect(parsed).toEqual({
							...record,
							[field]: Array.isArray(value) && field === 'grades' ? {} : value
						});
				}
			)
		);
	});

	test('and a prototype that it names changes nothing', () => {
		const stored: unknown = JSON.parse(
			JSON.stringify(record).replace('"a":{', '"__proto__":{"polluted":1},"a":{')
		);
		const parsed = parseRecord(stored);
		expect(parsed?.grades && Object.getPrototypeOf(parsed.grades)).not.toHaveProperty('polluted');
		expect({}).not.toHaveProperty('polluted');
	});
});

describe('a log', () => {
	const first = { ...answer('a'), at: 1 } as const;
	const second = { ...answer('b'), at: 2 } as const;
	const checked = { type: 'check', at: 3 } as const;

	test('keeps only the last of responses that replace each other', () => {
		expect([first, second, checked].reduce(logged, [])).toEqual([second, checked]);
		expect([first, checked, second].reduce(logged, [])).toEqual([first, checked, second]);
		expect(logged([checked], checked)).toEqual([checked, checked]);
	});

	test('does not change when something is added to its copy', () => {
		const log = Object.freeze([first]);
		expect(logged(log, second)).toEqual([second]);
		expect(log).toEqual([first]);
	});
});

function nested(depth: number): unknown {
	let node: unknown = 'deep';
	for (let level = 0; level < depth; level++) node = { tag: 'em', children: [node] };
	return [node];
}

test('an exam may be on its server for some days after its end, or after its last answer if it has no limit', () => {
	const [MINUTE, DAY] = [60_000, 86_400_000];
	const begun = { startedAt: DAY, updatedAt: DAY + 7 * MINUTE };
	const timed = formWith({ behaviour: 'exam', minutes: 10, extraTime: 1.5 });
	expect(keptUntil({ ...begun, form: timed }, 30)).toBe(31 * DAY + 15 * MINUTE);
	expect(keptUntil({ ...begun, form: { ...timed, minutes: null } }, 1)).toBe(2 * DAY + 7 * MINUTE);
});
