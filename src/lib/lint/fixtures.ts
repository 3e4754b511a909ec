import type { Bank } from '#lib/bank/bank.ts';
import { checkBank, type CheckedBank } from '#lib/bank/check.ts';
import { filesWith } from '#lib/bank/fixtures.ts';
import { fixtures } from '#lib/kinds/fixtures.ts';
import type { KindName } from '#lib/kinds/index.ts';

import { lint, type Found, type LintOptions } from './lint.ts';
import { ruleOf } from './rules.ts';

/** An item as its author would write it. */
export type Written = Record<string, unknown> & { id: string; kind: KindName };

/** A small bank for a rule to look at. */
export interface Sample {
	/** What there is to find, or why there is nothing. */
	says: string;
	/** Absent: one sound choice. */
	items?: Written[];
	/** The ids of items that are gone. */
	retired?: string[];
	/** What to change in the primer. */
	primer?: [string, string][];
	/** What to add to the primer: its wording, its blueprint. */
	more?: Record<string, unknown>;
	given?: Partial<LintOptions>;
	/** Set if the finding is more or less serious than its rule. */
	level?: Found['level'];
	/** Reading the files already refuses it, with a message that matches. */
	refused?: RegExp;
	french?: boolean;
}

/** Samples that a rule must find fault with, and some that it must let pass. */
export interface Samples {
	fails: Sample[];
	passes: Sample[];
}

export const TODAY = '2026-11-01';

const WHY = 'Whoever reads page one again will find it there.';

/** An item of a kind, from the fixtures of the kinds, with some fields replaced. */
export function written(kind: KindName, changes: Record<string, unknown> = {}): Written {
	const fixture = fixtures.find((each) => each.kind === kind);
	return {
		id: kind,
		facts: ['F1.1'],
		difficulty: 1,
		level: 'understand',
		stem: 'Which of them is meant?',
		explanation: 'Page one says so, and gives its reason in the second paragraph.',
		...fixture?.raw,
		...changes,
		kind
	};
}

/** A single choice. */
export function choice(
	stem: string,
	key: string,
	distractors: readonly string[],
	changes: Record<string, unknown> = {}
): Written {
	return written('single-choice', { stem, options: offered([key], distractors), ...changes });
}

/** A multiple response. */
export function several(
	stem: string,
	keys: readonly string[],
	distractors: readonly string[],
	changes: Record<string, unknown> = {}
): Written {
	return written('multiple-response', { stem, options: offered(keys, distractors), ...changes });
}

/** Options as an author writes them, the keys first. */
export function offered(keys: readonly string[], distractors: readonly string[]) {
	return [
		...keys.map((text) => ({ text, key: true, why: WHY })),
		...distractors.map((text) => ({ text, why: WHY }))
	];
}

/** Some items that differ only in their ids and in what `make` gives each. */
export function many(count: number, make: (index: number) => Written): Written[] {
	return Array.from({ length: count }, (_, index) => ({ ...make(index), id: `item-${index}` }));
}

const sound = choice('Which of them is meant?', 'a code', ['a law', 'a map']);

/** Reads the files of a sample. */
export function readSample({
	items = [sound],
	retired,
	primer = [],
	more = {},
	french = false
}: Sample): CheckedBank {
	const language: [string, string][] = french ? [['language: en', 'language: fr']] : [];
	const files = filesWith({ primer: [...language, ...primer] }).map(({ name, text }) =>
		// JSON is YAML too.
		name.endsWith('primer.yaml')
			? {
					name,
					text: [
						text,
						...Object.entries(more).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
					].join('')
				}
			: { name, text: JSON.stringify({ point: 1, retired, items }) }
	);
	return checkBank('b', files);
}

/** The bank of a sample. */
export function bankOf(sample: Sample): Bank {
	const { bank, problems } = readSample(sample);
	if (!bank) throw new Error(`The sample is refused: ${problems.map(({ message }) => message).join('; ')}`);
	return bank;
}

/** The bank of some items. */
export function bankWith(...items: Written[]): Bank {
	return bankOf({ says: 'a bank', items });
}

/** What one rule finds in a bank. */
export function findingsOf(id: string, bank: Bank, given: Partial<LintOptions> = {}): Found[] {
	const rule = ruleOf(id);
	if (!rule) throw new Error(`There is no rule ${id}.`);
	return lint(bank, { today: TODAY, ...given }).found.filter(({ rule: found }) => found === id);
}
