import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';

import { isItemFile, isPrimerFile } from '#lib/bank/course-files.ts';
import { factsOf, type Bank } from '#lib/bank/bank.ts';
import { checkBank } from '#lib/bank/check.ts';
import type { SourceFile } from '#lib/bank/source-file.ts';
import type { Item } from '#lib/bank/item.ts';
import { isMapping } from '#lib/text/mapping.ts';

import { itemOf, lint, type LintOptions } from './lint.ts';
import {
	EIGHT_WORDS,
	lengthened,
	undated,
	withCatchAll,
	withOptions,
	withOtherKey,
	withOtherReason
} from './mutation-fixtures.ts';
import { ruleOf, rules } from './rules.ts';
import { QUESTIONS, shippedBanks, shippedEditions } from './shipped-fixtures.ts';
import { shinglesOf } from './shingles.ts';

/** Something that spoils a sound item, and the rule that has to notice. */
interface Mutation {
	name: string;
	rule: string;
	/** Undefined if it does not apply to the item. */
	mutate: (item: Item, bank: Bank) => Item | undefined;
	given?: Partial<LintOptions>;
}

const copied = { shingles: shinglesOf(`Once upon a time, ${EIGHT_WORDS} lake.`) };

const mutations: Mutation[] = [
	{ name: 'swap the key', rule: 'S-01', mutate: withOtherKey },
	{ name: 'swap the reason', rule: 'S-01', mutate: withOtherReason },
	{ name: 'lengthen the key twofold', rule: 'W-08', mutate: (item) => withOptions(item, lengthened) },
	{
		name: 'append “all of the above”',
		rule: 'W-01',
		mutate: (item, { primer }) => withOptions(item, withCatchAll(primer.language))
	},
	{
		name: 'copy eight words of the source into the stem',
		rule: 'C-07',
		given: copied,
		mutate: (item) => ({ ...item, stem: `Why, when ${EIGHT_WORDS}, is it so?` })
	},
	{
		name: 'copy eight words of the source into the explanation',
		rule: 'C-07',
		given: copied,
		mutate: (item) => ({ ...item, explanation: `It is said that ${EIGHT_WORDS}.` })
	},
	{
		name: 'drop the as-of marker',
		rule: 'C-01',
		mutate: (item, bank) =>
			factsOf(bank, item).some(({ status }) => status === 'as-of')
				? undated(item, bank.primer.wording?.asOf ?? [])
				: undefined
	}
];

describe.each(await shippedEditions())('in $name, it is caught without exception to', ({ bank, given }) => {
	// What is the same in every language is spoilt in the original.
	const here = given.original ? mutations.filter(({ rule }) => !ruleOf(rule)?.once) : mutations;

	test.each(here)('$name', ({ rule, mutate, given: more }) => {
		const mutants = bank.items.flatMap((item) => mutate(item, bank) ?? []);
		const others = new Map(mutants.map((mutant) => [mutant.id, mutant]));
		const items = bank.items.map((item) => others.get(item.id) ?? item);
		const named = (found: ReturnType<typeof lint>) =>
			new Set(found.found.flatMap((each) => (each.rule === rule ? (itemOf(each) ?? []) : [])));
		const alone = rules.filter(({ id }) => id === rule);
		const before = named(lint(bank, { ...given, ...more }, alone));
		const after = named(lint({ ...bank, items }, { ...given, ...more }, alone));
		const missed = mutants.filter(({ id }) => !after.has(id) || before.has(id)).map(({ id }) => id);
		expect(mutants).not.toEqual([]);
		expect(missed).toEqual([]);
	});
});

describe.each(await shippedBanks())('in $name, it is caught without exception to', ({ bank }) => {
	test('drop a rationale', () => {
		const counts = [];
		for (let place = 0; ; place++) {
			const { files, dropped } = withoutRationale(bank.primer.id, place);
			if (dropped.length === 0) break;
			const told = checkBank(bank.primer.id, files).problems.map(({ path = '', message }) => {
				expect(message).toMatch(/^(“why” is missing|has no “why”)$/);
				return /^“(.+?)”/.exec(path)?.[1];
			});
			expect(told.toSorted()).toEqual(dropped.toSorted());
			counts.push(dropped.length);
		}
		expect(counts[0]).toBe(bank.items.length);
		expect(counts.length).toBeGreaterThan(3);
	});
});

/** The files of a primer, each item without its rationale in one place, and the items that had one there. */
function withoutRationale(primer: string, place: number): { files: SourceFile[]; dropped: string[] } {
	const folder = join(QUESTIONS, primer);
	const dropped: string[] = [];
	const files = readdirSync(folder)
		.filter((name) => isPrimerFile(name) || isItemFile(name))
		.map((name) => {
			const written = load(readFileSync(join(folder, name), 'utf8'));
			for (const item of isMapping(written) && Array.isArray(written['items']) ? written['items'] : []) {
				const part = explained(item)[place];
				if (!part || !isMapping(item)) continue;
				delete part['why'];
				dropped.push(String(item['id']));
			}
			return { name: `${primer}/${name}`, text: JSON.stringify(written) };
		});
	return { files, dropped };
}

/** All parts of an item that have a rationale. */
function explained(part: unknown): Record<string, unknown>[] {
	if (Array.isArray(part)) return part.flatMap(explained);
	if (!isMapping(part)) return [];
	return [...('why' in part ? [part] : []), ...Object.values(part).flatMap(explained)];
}
