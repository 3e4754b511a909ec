import { describe, expect, test } from 'vitest';

import { bankRules } from './bank/fixtures.ts';
import { content } from './content/fixtures.ts';
import { bankOf, bankWith, findingsOf, readSample, type Sample, type Samples } from './fixtures.ts';
import { kinds } from './kinds/fixtures.ts';
import { french } from './languages/fixtures.ts';
import { itemOf } from './lint.ts';
import { sources } from './rule.ts';
import { ruleOf, rules } from './rules.ts';
import { structure } from './structure/fixtures.ts';
import { told } from './told.ts';
import { cues } from './wording/cue-fixtures.ts';
import { shapes } from './wording/shape-fixtures.ts';
import { mostlyNegative, wording } from './wording/fixtures.ts';

const english: Record<string, Samples> = {
	...structure,
	...wording,
	...cues,
	...shapes,
	...kinds,
	...content,
	...bankRules
};

/** The drawing of options keeps it, and its test is there: `bank/drawing.test.ts`. */
const TRIED_ELSEWHERE = ['B-02'];

function cases(of: 'fails' | 'passes'): [string, string, Sample][] {
	return [...Object.entries(english), ...Object.entries(french)].flatMap(([rule, samples]) =>
		samples[of].map((sample): [string, string, Sample] => [
			rule,
			`${sample.french ? 'in French, ' : ''}${sample.says}`,
			sample
		])
	);
}

describe('finds fault with', () => {
	test.each(cases('fails'))('%s: %s', (id, _, sample) => {
		if (sample.refused) {
			const { bank, problems } = readSample(sample);
			expect(bank).toBeUndefined();
			expect(problems.map(({ message }) => message).join('\n')).toMatch(sample.refused);
			for (const { fix } of problems) expect(fix).toMatch(/\.$|\?$/);
			return;
		}
		const found = findingsOf(id, bankOf(sample), sample.given);
		expect(found).not.toEqual([]);
		expect(found.map(({ level }) => level)).toContain(sample.level ?? ruleOf(id)?.level);
	});
});

describe('lets pass', () => {
	test.each(cases('passes'))('%s: %s', (id, _, sample) => {
		if (sample.refused) return expect(readSample(sample).bank).toBeUndefined();
		expect(findingsOf(id, bankOf(sample), sample.given)).toEqual([]);
	});
});

describe('every rule', () => {
	const ids = (letter: string, count: number) =>
		Array.from({ length: count }, (_, index) => `${letter}-${String(index + 1).padStart(2, '0')}`);

	test('of the five tables is there', () => {
		// S-09, the round trip of exports, belongs to them.
		const wanted = [
			ids('B', 9),
			ids('C', 14),
			ids('L', 2),
			ids('S', 8),
			'S-10',
			'S-11',
			ids('T', 11),
			ids('W', 27)
		].flat();
		expect(rules.map(({ id }) => id)).toEqual(wanted);
	});

	test('has a sample that fails and one that passes', () => {
		const without = rules.filter(({ id }) => !TRIED_ELSEWHERE.includes(id) && !isWhole(english[id]));
		expect(without.map(({ id }) => id)).toEqual([]);
	});

	test('that depends on the language has both in French too', () => {
		const without = rules.filter(({ id, needs }) => needs === 'language' && !isWhole(french[id]));
		expect(without.map(({ id }) => id)).toEqual([]);
	});

	test('says what it wants and where it comes from', () => {
		for (const { wants, source } of rules) {
			expect(wants).toMatch(/^(\p{Lu}|“).+\.$/u);
			expect(sources[source]).not.toBe('');
		}
	});

	test.each(cases('fails').filter(([, , { refused }]) => !refused))(
		'names what it is about and says what to do: %s, %s',
		(id, _, sample) => {
			const bank = bankOf(sample);
			const { locate } = readSample(sample);
			for (const found of findingsOf(id, bank, sample.given)) {
				const { subject } = found;
				const name = itemOf(found) ?? (typeof subject === 'object' && 'fact' in subject ? subject.fact : '');
				const { path = '', message, fix } = told(found, locate ?? (() => ({ file: '' })));
				expect(path).toContain(name);
				expect(message.endsWith(` (${id})`)).toBe(true);
				expect(fix).toMatch(/^\p{Lu}.*[.?*]$/u);
			}
		}
	);
});

function isWhole(samples: Samples | undefined): boolean {
	return samples !== undefined && samples.fails.length > 0 && samples.passes.length > 0;
}

test('W-03 also counts the negative stems of the bank', () => {
	const found = findingsOf('W-03', bankWith(...mostlyNegative)).filter(({ subject }) => subject === 'primer');
	expect(found.map(({ message }) => message)).toEqual(['10 of 10 stems are negative, more than 5 %']);
});
