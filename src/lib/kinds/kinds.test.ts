import fc from 'fast-check';
import * as v from 'valibot';
import { beforeEach, describe, expect, expectTypeOf, test } from 'vitest';

import { seeded } from '#lib/chance/random.ts';
import { isMapping } from '#lib/text/mapping.ts';

import { compile, example, fixtures, type Fixture } from './fixtures.ts';
import {
	asked,
	faults,
	fromForm,
	isKindName,
	kindNames,
	kinds,
	publicView,
	samples,
	score,
	solution,
	unreadable,
	type KindName,
	type Of,
	type Responses,
	type Views
} from './index.ts';
import { asShown, loadedOffered, loadedRun, loadRuns } from './loaded.ts';
import { beforeAnotherTry } from './score.ts';

test('each kind has a fixture, and nothing else is a kind', () => {
	expect(new Set(fixtures.map(({ kind }) => kind))).toEqual(new Set(kindNames));
	expect(isKindName('cloze')).toBe(true);
	for (const other of ['', 'Cloze', 'constructor', '__proto__', null, 3])
		expect(isKindName(other)).toBe(false);
});

test('a call with one kind knows its types, and a call with any kind takes it', () => {
	const one: Of<'matching'> = { kind: 'matching', interaction: example('matching') };
	const any: Of<KindName> = one;
	// The types are checked by the compiler alone; the results are checked here as well.
	const view = publicView(one, () => 0);
	const key = solution(one);
	expectTypeOf(view).toEqualTypeOf<Views['matching']>();
	expectTypeOf(key).toEqualTypeOf<Responses['matching']>();
	expectTypeOf(solution(any)).toEqualTypeOf<Responses[keyof Responses]>();
	expect(publicView(any, () => 0)).toEqual(view);
	expect(solution(any)).toEqual(key);
	expect(samples(any).right).toEqual(samples(one).right);
	expect(score(any, key)).toEqual(score(one, key));
	expect(score(any, null)).toEqual({ state: 'unanswered' });
});

describe.each(fixtures)('$name', ({ kind, raw }) => {
	let item: Of<KindName>;
	let some: ReturnType<typeof samples>;

	// Not once for all: mutation testing has to see which code each test runs.
	beforeEach(() => {
		item = compile(kind, raw);
		some = samples(item);
	});

	const fraction = (response: unknown) => {
		const result = score(item, response);
		return result.state === 'scored' ? result.fraction : null;
	};

	test('asks for what it offers, in the same way', async () => {
		await loadRuns([kind]);
		const offered = loadedOffered({ kind, interaction: publicView(item, seeded('a seed')) });
		expect(offered?.way).toBe(asked(item).way);
		expect(idsIn(offered).sort()).toEqual(idsIn(asked(item)).sort());
		expect(loadedRun(item)?.asked()).toEqual(asked(item));
	});

	test('has no fault', () => {
		expect(faults(kind, item.interaction)).toEqual([]);
	});

	test('tells the place of a part that is given twice', () => {
		for (const [field, list] of Object.entries(raw)) {
			const first: unknown = Array.isArray(list) ? list[0] : null;
			if (!Array.isArray(list) || !isMapping(first) || !('text' in first || 'id' in first)) continue;
			const twice: Of<KindName> = compile(kind, { ...raw, [field]: [...list, first] });
			const places = faults(kind, twice.interaction).map(({ path }) => path.slice(0, 2));
			if (field !== 'wrong') expect(places).toContainEqual([field, list.length]);
		}
	});

	test('scores 1 for the solution and for the right sample', () => {
		expect(fraction(solution(item))).toBe(1);
		expect(fraction(some.right)).toBe(1);
	});

	test('scores between 0 and 1 for a partly right sample, where the rule knows any', () => {
		const partial = item.interaction.scoring !== 'all-or-nothing';
		expect(some.partlyRight !== null).toBe(partial);
		if (partial) {
			expect(fraction(some.partlyRight)).toBeGreaterThan(0);
			expect(fraction(some.partlyRight)).toBeLessThan(1);
		}
	});

	test('scores 0 for a wrong sample', () => {
		expect(fraction(some.wrong)).toBe(0);
	});

	test('before another try, tells neither a key nor the reason of a key for a wrong sample', () => {
		const wrong = score(item, some.wrong);
		if (wrong.state !== 'scored') throw new Error('a wrong sample is scored');
		const right = score(item, some.right);
		const reasons = right.state === 'scored' ? right.parts.filter(({ verdict }) => verdict === 'right') : [];
		for (const part of beforeAnotherTry(wrong.parts)) {
			expect(part).not.toHaveProperty('key');
			if (part.verdict === 'wrong') expect(reasons.map(({ why }) => why)).not.toContain(part.why ?? null);
		}
	});

	test('tells unanswered from malformed', () => {
		for (const nothing of [some.unanswered, null, undefined, '']) {
			expect(score(item, nothing)).toEqual({ state: 'unanswered' });
		}
		expect(score(item, some.malformed).state).toBe('malformed');
	});

	test('its samples have the shape of a response', () => {
		const { response } = kinds[kind];
		for (const sample of [some.right, some.partlyRight, some.wrong, some.unanswered]) {
			if (sample !== null) expect(v.is(response, sample)).toBe(true);
		}
	});

	test('gives every part of the item a verdict, once, and says why', () => {
		for (const sample of [some.right, some.wrong]) {
			const result = score(item, sample);
			if (result.state !== 'scored') throw new Error('A sample was not scored.');
			expect(new Set(result.parts.map((part) => part.id)).size).toBe(result.parts.length);
			for (const part of result.parts) expect(part.why).toBeTruthy();
		}
	});

	test('all parts are right or passed exactly when the score is 1', () => {
		fc.assert(
			fc.property(responsesTo(item), (response) => {
				const result = score(item, response);
				if (result.state !== 'scored') return;
				const faultless = result.parts.every(({ verdict }) => verdict === 'right' || verdict === 'passed');
				expect(faultless).toBe(result.fraction === 1);
			})
		);
	});

	test('scores from 0 to 1 and never throws, whatever it is given', () => {
		fc.assert(
			fc.property(fc.oneof(responsesTo(item), strangersTo(item)), (response) => {
				const result = score(item, response);
				if (result.state !== 'scored') return;
				expect(result.fraction).toBeGreaterThanOrEqual(0);
				expect(result.fraction).toBeLessThanOrEqual(1);
			}),
			{ numRuns: 1000 }
		);
	});

	test('says without the key what cannot be read, as its score does', () => {
		const view = { kind, interaction: publicView(item, seeded('a seed')) };
		fc.assert(
			fc.property(fc.oneof(responsesTo(item), strangersTo(item), typings), (response) => {
				const result = score(item, response);
				expect(unreadable(view, response)).toBe(result.state === 'malformed' ? result.malformation : null);
			}),
			{ numRuns: 1000 }
		);
		for (const sample of [some.right, some.partlyRight, some.wrong, some.unanswered])
			expect(unreadable(view, sample)).toBeNull();
		expect(unreadable(view, some.malformed)).not.toBeNull();
	});

	test('does not mistake what every object inherits for a part', () => {
		for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
			const own: unknown = JSON.parse(`{"${key}": "state"}`);
			for (const response of [own, [key], key]) {
				const result = score(item, response);
				if (result.state === 'scored') expect(['short-text', 'single-choice']).toContain(kind);
				if (result.state === 'scored') expect(result.fraction).toBe(0);
				else expect(result.state).toBe('malformed');
			}
		}
	});

	test('scores the same in whichever order its lists are written', () => {
		const mirrored: Of<KindName> = compile(kind, reversed(raw));
		fc.assert(
			fc.property(responsesTo(item), (response) => {
				expect(fractionOf(mirrored, response)).toBe(fractionOf(item, response));
			})
		);
	});

	test('shows the same view for the same seed, and none of the key in it', () => {
		const view = publicView(item, seeded('a seed', 'q1'));
		expect(publicView(item, seeded('a seed', 'q1'))).toEqual(view);
		for (const key of keysIn(view)) expect(SHOWN).toContain(key);
		expect(JSON.stringify(view)).not.toMatch(/because|no-a|2018|2011|hygiene"|Macron|12\.5/);
	});

	test('shows a view that does not reveal the order of the file', () => {
		const authored = kind === 'categorise' ? { categories: raw['categories'] } : {};
		const mirrored: Of<KindName> = compile(kind, { ...reversed(raw), ...authored });
		for (const seed of ['1', '2', '3']) {
			expect(publicView(mirrored, seeded(seed))).toEqual(publicView(item, seeded(seed)));
		}
	});

	test('shows a view that another key would not change', () => {
		if (kind === 'ordering') return;
		const other: Of<KindName> = compile(kind, withAnotherKey(raw));
		expect(fractionOf(other, solution(item))).not.toBe(1);
		expect(publicView(other, seeded('a seed'))).toEqual(publicView(item, seeded('a seed')));
	});

	test('shows no answer before anything is given, but for an order, which can be read', () => {
		const view = publicView(item, seeded('a seed'));
		const shown = asShown({ kind, interaction: view });
		if (asked(item).way !== 'arrange') return expect(shown).toBeNull();
		expect(shown).toEqual(expect.arrayContaining(Object.values(solution(item))));
		expect(unreadable({ kind, interaction: view }, shown)).toBeNull();
	});

	test('reads nothing from an empty form', () => {
		expect(fromForm(kind, new FormData())).toBeNull();
		const blank = new FormData();
		blank.set('response', '');
		blank.set('response:state', '');
		expect(fromForm(kind, blank)).toBeNull();
	});

	test('reads back what a form without scripts posts', () => {
		for (const sample of [some.right, some.wrong]) {
			expect(fromForm(kind, formOf(kind, sample))).toEqual(sample);
		}
	});
});

/** The fields that views are made of. */
const SHOWN = [
	'options',
	'premises',
	'elements',
	'categories',
	'reasons',
	'segments',
	'id',
	'text',
	'unit',
	'units'
]
	.concat(['blank', 'choices', 'span'])
	.concat(['tag', 'children']);

function keysIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	if (Array.isArray(value)) return value.flatMap(keysIn);
	return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}

function fractionOf(item: Of<KindName>, response: unknown): number | string {
	const result = score(item, response);
	return result.state === 'scored' ? result.fraction : result.state;
}

/**
 * Every list of the interaction written backwards, except the accepted forms, of which the first is shown as
 * the key.
 */
function reversed(raw: Fixture['raw']): Fixture['raw'] {
	return Object.fromEntries(
		Object.entries(raw).map(([key, value]) => [
			key,
			Array.isArray(value) && key !== 'accept' && key !== 'unit' ? value.toReversed().map(deep) : value
		])
	);
}

function deep(value: unknown): unknown {
	return typeof value === 'object' && value !== null ? reversed({ ...value }) : value;
}

/** The same words with another key: what was right is wrong, and the other way round. */
function withAnotherKey(raw: unknown): unknown {
	if (Array.isArray(raw)) {
		const keys = raw.map((part: unknown) => isMapping(part) && part['key'] === true);
		return raw.map((part: unknown, index) =>
			keys.includes(true) && isMapping(part) ? { ...part, key: keys.at(index - 1) } : withAnotherKey(part)
		);
	}
	if (!isMapping(raw)) return raw;
	return Object.fromEntries(
		Object.entries(raw).map(([field, value]) => {
			if (field === 'verdict' && isMapping(value)) return [field, { ...value, key: value['key'] !== true }];
			if (field === 'match') return [field, value === 'state' ? 'city' : 'state'];
			if (field === 'category') return [field, value === 'before' ? 'after' : 'before'];
			if (field === 'accept') return [field, ['another']];
			if (field === 'value') return [field, Number(value) + 100];
			return [field, withAnotherKey(value)];
		})
	);
}

/** The ids of an item that a learner's page knows. */
function idsOf(item: Of<KindName>): string[] {
	const named = keysAndValues(publicView(item, seeded('ids')));
	return named.flatMap(([key, value]) =>
		['id', 'blank', 'span'].includes(key) && typeof value === 'string' ? [value] : []
	);
}

function keysAndValues(value: unknown): [string, unknown][] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => [[key, inner], ...keysAndValues(inner)]);
}

/** Responses that the page of this item could give, most of them imperfect. */
function responsesTo(item: Of<KindName>): fc.Arbitrary<unknown> {
	const id = fc.constantFrom('', 'hygiene', '2018', ...idsOf(item));
	return fc.oneof(
		id,
		fc.subarray(idsOf(item)),
		fc.shuffledSubarray(idsOf(item), { minLength: idsOf(item).length }),
		fc.dictionary(id, id),
		fc.record({ verdict: fc.option(fc.boolean()), reason: fc.option(id) }),
		fc.double({ noNaN: true }).map(String),
		fc.constantFrom(
			'hygeine',
			'macrno',
			'12',
			'17',
			'12,5',
			'13 days',
			solution(item),
			samples(item).partlyRight
		)
	);
}

/** Anything else that may come over the network or out of storage. */
function strangersTo(item: Of<KindName>): fc.Arbitrary<unknown> {
	const key = fc.constantFrom('__proto__', 'constructor', 'length', ...idsOf(item));
	return fc.oneof(
		fc.anything({
			withBigInt: true,
			withNullPrototype: true,
			withSparseArray: true,
			withMap: true,
			withDate: true
		}),
		fc.jsonValue(),
		fc.array(key),
		fc.dictionary(key, fc.oneof(key, fc.jsonValue())),
		fc.string({ unit: 'binary', maxLength: 300 })
	);
}

/** Numbers and units, readable or not, and texts that are too long. */
const typings = fc.oneof(
	fc.constantFrom('12 days', '12 day', '12 weeks', '12 weeks 3', 'a dozen', ' ', '?!', 'x'.repeat(201)),
	fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-½ €dx')), maxLength: 12 })
);

/** What a browser without a script posts for a response. */
function formOf(kind: KindName, response: unknown): FormData {
	const form = new FormData();
	if (typeof response === 'string') form.set('response', response);
	else if (kind === 'ordering' && Array.isArray(response)) {
		response.forEach((id, index) => form.set(`response:${id}`, String(index + 1)));
	} else if (Array.isArray(response)) {
		for (const id of response) form.append('response', String(id));
	} else if (typeof response === 'object' && response !== null) {
		for (const [part, value] of Object.entries(response)) form.set(`response:${part}`, String(value));
	}
	return form;
}

/** The ids of all that there is to answer. */
function idsIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
		key === 'id' ? [String(inner)] : idsIn(inner)
	);
}
