import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { compile, fixtures } from '#lib/kinds/fixtures.ts';
import { samples, type KindName, type Of } from '#lib/kinds/index.ts';
import { behaviourNames } from '#lib/quiz/behaviour.ts';

import { readResultCodes, writeResultCode } from './code.ts';
import { readResultFile, resultFileName, writeResultFile } from './file.ts';
import { played, START } from './fixtures.ts';
import { LONGEST_NAME, tidyName, type Result } from './format.ts';
import { bytesOf, lettersOf } from './letters.ts';

const items = new Map<string, Of<KindName>>(
	fixtures.map(({ kind, raw }, index) => [`${kind}-${index}`, compile(kind, raw)])
);
const some = (id: string) => {
	const item = items.get(id);
	if (!item) throw new Error(`There is no ${id}.`);
	return samples(item);
};
const ten = new Map([...items].slice(0, 10));
const result = played(ten, (id) => [some(id).right], 'practice', { name: 'Zoé' });
const code = writeResultCode(result);

/** The only result that a text has. */
function readOne(text: string): unknown {
	const found = readResultCodes(text);
	expect(found).toHaveLength(1);
	return found[0]?.reading;
}

/** Puts a result through all that carries it. */
function expectToComeBack(one: Result): void {
	expect(readResultFile(writeResultFile(one))).toEqual({ ok: true, result: one });
	expect(readOne(writeResultCode(one))).toEqual({ ok: true, result: one });
}

describe.each(behaviourNames)('whatever was given in %s comes back', (behaviour) => {
	test.each(['right', 'partlyRight', 'wrong', 'unanswered', 'malformed'] as const)('%s', (sample) => {
		const one = played(items, (id) => [some(id)[sample]], behaviour);
		expect(one.items).toHaveLength(items.size);
		expectToComeBack(one);
		for (const [id] of items) {
			expectToComeBack(
				played(new Map([...items].filter(([other]) => other === id)), () => [some(id)[sample]], behaviour)
			);
		}
	});

	test('tries, certainties and marks of all sorts', () => {
		const one = played(items, (id) => [some(id).wrong, some(id).partlyRight, some(id).right], behaviour);
		expectToComeBack(one);
	});
});

describe('a result', () => {
	const ofOne = (given: readonly unknown[], behaviour: (typeof behaviourNames)[number]) =>
		played(new Map([['q', compile('single-choice', fixtures[0]?.raw)]]), () => given, behaviour).items[0];
	const [right, wrong] = ['the-internet-governance-forum', 'the-paris-peace-forum'];

	test('tells the first try beside the marks of the last', () => {
		expect(ofOne([wrong, right], 'retry')).toMatchObject({
			state: 'scored',
			fraction: 0,
			response: wrong,
			tries: 2,
			earned: 0.6667
		});
	});

	test('tells how sure the learner was, and marks below zero', () => {
		expect(ofOne([wrong], 'certainty')).toMatchObject({ certainty: 1, earned: 0 });
		expect(ofOne([wrong], 'practice')).toMatchObject({ certainty: null });
		const sure = played(ten, (id) => [some(id).wrong], 'certainty').items;
		expect(sure.map(({ earned }) => earned)).toContain(-6);
	});

	test('tells apart what was not answered and what could not be read', () => {
		expect(ofOne([null], 'exam')).toMatchObject({ state: 'unanswered', fraction: null, response: null });
		expect(ofOne([{ odd: 3 }], 'exam')).toMatchObject({
			state: 'unreadable',
			fraction: null,
			response: null
		});
	});

	test('is that of another attempt where the same link was opened at another moment', () => {
		const given = (id: string) => [some(id).right];
		expect(played(ten, given, 'practice', { startedAt: START + 1 }).attempt).not.toBe(result.attempt);
		expect(played(ten, given, 'practice', { name: 'other' }).attempt).toBe(result.attempt);
	});

	test('has a name only where one was typed', () => {
		expect(result.name).toBe('Zoé');
		expect(played(ten, () => [], 'practice', { name: ' \u200B ' })).not.toHaveProperty('name');
	});
});

describe('a name', () => {
	test('keeps to its line and its direction', () => {
		expect(tidyName('  Ann\n\tLee\u202Egnp.exe\u0000 ')).toBe('Ann Leegnp.exe');
		expect(tidyName('<b>😀</b>')).toBe('<b>😀</b>');
		expect(tidyName('\uD800x')).toBe('x');
	});

	test('is cut between characters', () => {
		expect(tidyName('😀'.repeat(100))).toBe('😀'.repeat(LONGEST_NAME));
	});

	test('is tidied when it is read, too, and tidied once for all', () => {
		const file = writeResultFile({ ...result, name: 'a\u202Eb\nc' });
		expect(readResultFile(file)).toMatchObject({ ok: true, result: { name: 'ab c' } });
		expect(readResultFile(writeResultFile({ ...result, name: '\u202E' }))).not.toHaveProperty('result.name');
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (name) => {
				expect(tidyName(tidyName(name))).toBe(tidyName(name));
			})
		);
	});
});

describe('a code', () => {
	test('is short, and stands in an address as it is', () => {
		expect(code).toMatch(/^FP1-[0-9A-Za-z]+-[0-9a-f]{8}$/);
		expect(encodeURIComponent(code)).toBe(code);
		expect(code.length).toBeLessThan(1300);
	});

	test('survives line breaks, quotation, spaces and marks of type wherever they come', () => {
		const between = fc.constantFrom(
			' ',
			'\n',
			'\r\n> ',
			'\n> > ',
			'\u200B',
			'\u00AD',
			'*',
			'_',
			'=\r\n',
			'\uFEFF',
			'\n| '
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(code.length), between), { maxLength: 8 }), (marks) => {
				const broken = marks
					.toSorted(([one], [other]) => other - one)
					.reduce((text, [at, mark]) => text.slice(0, at) + mark + text.slice(at), code);
				expect(readOne(`“${broken}”, from Ben`)).toEqual({ ok: true, result });
			})
		);
	});

	test('survives an editor that makes its hyphens longer, and an address around it', () => {
		expect(readOne(code.replaceAll('-', '–'))).toEqual({ ok: true, result });
		expect(readOne(`https://school.example/c/teach?from=chat#${code}`)).toEqual({ ok: true, result });
	});

	test('is found out when any of its letters was changed', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 4, max: code.length - 1 }),
				fc.constantFrom('a', 'Z', '7', 'é', '<'),
				(at, letter) => {
					fc.pre(code[at] !== letter && code[at] !== '-');
					const reading = readOne(code.slice(0, at) + letter + code.slice(at + 1));
					expect(reading).toMatchObject({ ok: false });
				}
			)
		);
	});

	test('is found out when it was cut anywhere', () => {
		for (let end = 4; end < code.length; end += 3) {
			expect(readOne(code.slice(0, end))).toEqual({ ok: false, refusal: { why: 'cut' } });
			if (end < code.length - 12) {
				const holed = code.slice(0, end) + code.slice(end + 3);
				expect(readOne(holed)).toEqual({ ok: false, refusal: { why: 'damaged' } });
			}
		}
	});

	test('of a newer version is told as such', () => {
		expect(readOne(code.replace('FP1', 'FP2'))).toEqual({ ok: false, refusal: { why: 'newer', version: 2 } });
	});

	test('is found among others and all that people write, with its line', () => {
		const text = `[10:05] Ann: ${code}\n[10:06] Ben: mine - ${code.slice(0, 60)}\n[10:07] FP (boss): ok?\n${code}`;
		expect(
			readResultCodes(text).map(({ line, reading }) => [line, reading.ok || reading.refusal.why])
		).toEqual([
			[1, true],
			[2, 'cut'],
			[4, true]
		]);
	});
});

describe('what is no result', () => {
	test.each([
		['nothing', ''],
		['nothing', 'hello'],
		['nothing', '['.repeat(1_000_000)],
		['other-format', '[]'],
		['other-format', '{"format":"five-points-learner-data","version":1}'],
		['other-format', `${'['.repeat(5000)}${']'.repeat(5000)}`],
		['newer', '{"format":"five-points-result","version":2}'],
		['broken', '{"format":"five-points-result","version":1}'],
		['broken', '{"format":"five-points-result"}']
	])('is refused: %s', (why, text) => {
		expect(readResultFile(text)).toMatchObject({ ok: false, refusal: { why } });
	});

	const change = (path: (string | number)[], value: unknown): string => {
		const copy: unknown = JSON.parse(writeResultFile(result));
		const last = path.at(-1) ?? '';
		const within = path.slice(0, -1).reduce<unknown>((part, key) => Reflect.get(Object(part), key), copy);
		Reflect.set(Object(within), last, value);
		return JSON.stringify(copy);
	};
	const nested: unknown = JSON.parse('[{"a":'.repeat(2000) + '1' + '}]'.repeat(2000));

	test.each<[string, (string | number)[], unknown]>([
		['items', ['items'], []],
		['items', ['items'], Array(501).fill(result.items[0])],
		['items', ['items'], [result.items[0], result.items[0]]],
		['items[3].fraction', ['items', 3, 'fraction'], 1.5],
		['items[3].fraction', ['items', 3, 'fraction'], 'NaN'],
		['items[3]', ['items', 3, 'fraction'], null],
		['items[2].response', ['items', 2, 'response'], nested],
		['items[2].response', ['items', 2, 'response'], 'a'.repeat(2000)],
		['items[2].earned', ['items', 2, 'earned'], 1e308],
		['items[0].rev', ['items', 0, 'rev'], 0],
		['finishedAt', ['finishedAt'], -1],
		['attempt', ['attempt'], '__proto__'],
		['name', ['name'], nested],
		['more', ['more'], 1],
		['behaviour', ['behaviour'], 'constructor']
	])('is refused at its place: %s', (place, path, value) => {
		expect(readResultFile(change(path, value))).toEqual({ ok: false, refusal: { why: 'broken', place } });
	});

	test('is never read without its check, and never throws', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue(), { minLength: 8, maxLength: 8 })),
				(value) => {
					const text = JSON.stringify(value);
					expect(readResultFile(text).ok).toBe(false);
					for (const { reading } of readResultCodes(
						`FP1-${lettersOf(new TextEncoder().encode(text))}-00000000`
					))
						expect(reading.ok).toBe(false);
				}
			)
		);
	});
});

test('bytes come back from letters, and nothing else is taken for letters', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
			expect(bytesOf(lettersOf(bytes))).toEqual(Uint8Array.from(bytes));
			expect(lettersOf(bytes)).not.toContain('F');
		})
	);
	for (const odd of ['a', 'F0', 'é0', 'zz', 'z'.repeat(11)]) expect(bytesOf(odd)).toBeUndefined();
});

test('the sample of version 1 is read, and written again as it is', () => {
	const sample = readFileSync(new URL('samples/version-1.json', import.meta.url), 'utf8');
	const reading = readResultFile(sample);
	expect(reading).toMatchObject({ ok: true });
	if (reading.ok) expect(writeResultFile(reading.result)).toBe(sample);
});

test('a file is named by its course and attempt', () => {
	expect(resultFileName({ ...result, attempt: '0123456789abcdef' })).toBe('five-points-result-p-012345.json');
});
