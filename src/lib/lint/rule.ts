import type { Bank } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import type { Subject } from '#lib/bank/locate.ts';
import type { Path } from '#lib/bank/yaml.ts';

import type { Language } from './languages/language.ts';
import type { Lock } from './lock.ts';
import type { Shingles } from './shingles.ts';

/**
 * - `error`: the check fails;
 * - `warning`: should be corrected, or set aside in the item with a reason;
 * - `info`: worth a look.
 */
export type Severity = 'error' | 'warning' | 'info';

/** The levels, the gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** Something that a rule found: what it is about, where in it, what is wrong and what to do. */
export interface Finding {
	subject: Subject;
	/** Where in the item, the fact or the primer; empty for the whole of it. */
	path: Path;
	message: string;
	fix: string;
	/** Set if this finding is more or less serious than others of its rule. */
	level?: Severity;
}

/** What a rule may look at. Rules that need an absent part do not run. */
export interface Context {
	bank: Bank;
	/** The language of the items, if it is one that the checker knows. */
	language?: Language;
	/** The day of the check, as 2018-11-13. */
	today: string;
	/** The keys as they were when last locked. */
	lock?: Lock;
	/** The runs of words of the source. */
	shingles?: Shingles;
}

/** A rule for sound items, or for a sound bank. Its id, level and source are those of the list it comes from. */
export interface Rule {
	/** Such as `W-08`: S structure, W wording, T kinds, C content, B the bank as a whole, L setting rules aside. */
	id: string;
	level: Severity;
	/** What it wants, in one line. */
	wants: string;
	/** Where the rule comes from: {@link sources} gives the full title. */
	source: Citation;
	/** What else it needs, so that a report can say why it did not run. */
	needs?: 'language' | 'lock' | 'shingles' | 'wording' | 'blueprint';
	/**
	 * What it looks at is the same in every language, or exists in the original alone, so translated editions
	 * are skipped.
	 */
	once?: true;
	check: (context: Context) => Finding[];
}

/** The publications that rules rest on. */
export const sources = {
	HDR: 'Haladyna, Downing and Rodriguez, 2002, “A review of multiple-choice item-writing guidelines”, Applied Measurement in Education 15',
	NBME: 'National Board of Medical Examiners, item-writing guide: testwiseness and irrelevant difficulty',
	IWF19:
		'The 19 item-writing flaws, as in Schmucker and Moore, 2025, “The impact of item-writing flaws on difficulty and discrimination”, arXiv 2503.10533',
	ROD: 'Rodriguez, 2005, “Three options are optimal for multiple-choice items”, Educational Measurement 24',
	ABH: 'Attali and Bar-Hillel, 2003, “Guess where”, Journal of Educational Measurement 40',
	NCSBN:
		'National Council of State Boards of Nursing, Next Generation NCLEX: select N and select all that apply',
	FEEDBACK:
		'Van der Kleij, Feskens and Eggen, 2015, “Effects of feedback in a computer-based learning environment”, Review of Educational Research 85',
	ours: 'Five Points'
} as const;

export type Citation = keyof typeof sources;

/** A rule that looks at each item by itself. */
export function itemRule(
	rule: Omit<Rule, 'check'> & { check: (item: Item, context: Context) => ItemFinding[] }
): Rule {
	return {
		...rule,
		check: (context) =>
			context.bank.items.flatMap((item) =>
				rule.check(item, context).map((finding) => ({ path: [], ...finding, subject: { item: item.id } }))
			)
	};
}

/** What a rule for single items finds; the item itself is known. */
export type ItemFinding = Omit<Finding, 'subject' | 'path'> & { path?: Path };
