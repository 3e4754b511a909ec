import type { Bank } from '#lib/bank/bank.ts';

import { stimuliOf } from '#lib/bank/stimulus.ts';

import { misplaced, type Excusing } from './ignoring.ts';
import { languageOf } from './languages/index.ts';
import { severities, type Context, type Finding, type Severity, type Rule } from './rule.ts';
import { rules as allRules } from './rules.ts';

/** A finding with the rule that made it, and its level. */
export interface Found extends Finding {
	rule: string;
	level: Severity;
}

/** A finding that its item or stimulus sets aside. */
export interface SetAside extends Found {
	reason: string;
}

/** What the rules found in a bank. */
export interface Linted {
	/** The gravest first, in the order of the bank. */
	found: Found[];
	setAside: SetAside[];
	/** Rules that could not run, and what they lacked. */
	silent: { rule: Rule; needs: NonNullable<Rule['needs']> }[];
}

/** What a check is given besides the bank. */
export type LintOptions = Omit<Context, 'bank' | 'language'> & {
	/** The original, if the bank to check is a translated edition. */
	original?: Bank;
};

/**
 * Checks a bank by every rule, or a translated edition by those rules that depend on the language. Pure: the
 * same bank, day, lock and shingles give the same findings.
 */
export function lint(
	checked: Bank,
	{ original, ...given }: LintOptions,
	all: readonly Rule[] = allRules
): Linted {
	const bank = original ? translatedOf(checked) : checked;
	const rules = original ? all.filter(({ once }) => !once) : all;
	const language = languageOf(bank.primer.language);
	const context: Context = { bank, ...given, ...(language && { language }) };
	const made = rules.flatMap((rule) =>
		rule.check(context).map((finding): Found => ({ level: rule.level, ...finding, rule: rule.id }))
	);
	const excusing = new Map(excusingIn(bank).map((each) => [nameOf(each), each]));
	const setAside = made.flatMap((finding): SetAside[] => {
		const reason = reasonFor(finding, excusing);
		return reason === undefined ? [] : [{ ...finding, reason }];
	});
	const left = made.filter((finding) => reasonFor(finding, excusing) === undefined);
	const silent = rules.flatMap((rule) =>
		rule.needs && lacks(rule.needs, context) ? [{ rule, needs: rule.needs }] : []
	);
	const ids = new Set(all.map(({ id }) => id));
	const inherited = new Map(
		original && excusingIn(original).map((each) => [nameOf(each), each.reasons.length])
	);
	// Nobody knows what a rule that could not run would have found: it counts as used.
	const unheard = silent.map(({ rule }) => rule.id);
	const used = Map.groupBy(setAside, nameOf);
	const idle = [...excusing].flatMap(([name, each]) => {
		const here = (used.get(name) ?? []).map(({ rule }) => rule);
		return misplaced(each, ids, new Set([...here, ...unheard]), inherited.get(name));
	});
	return {
		found: inOrder([...left, ...idle], bank),
		setAside,
		silent
	};
}

/** An edition without the items that are still in the language of the original. */
function translatedOf(edition: Bank): Bank {
	return { ...edition, items: edition.items.filter(({ language }) => language === undefined) };
}

/** All items and stimuli that set a rule aside. */
function excusingIn({ items }: Bank): Excusing[] {
	return [
		...items.map(({ id, ignore = [] }): Excusing => ({ subject: { item: id }, reasons: ignore })),
		...stimuliOf(items).map(({ id, ignore = [] }): Excusing => ({
			subject: { stimulus: id },
			reasons: ignore
		}))
	].filter(({ reasons }) => reasons.length > 0);
}

/** A word for what a finding is about: an item and a stimulus may have the same id. */
function nameOf({ subject }: Pick<Finding, 'subject'>): string {
	return typeof subject === 'object' ? Object.entries(subject).flat().join(' ') : subject;
}

/**
 * The reason for which an item or a stimulus sets a finding aside. A removed id, or a key changed in silence, is never set
 * aside.
 */
function reasonFor(finding: Found, excusing: ReadonlyMap<string, Excusing>): string | undefined {
	if (finding.rule === 'S-01') return undefined;
	return excusing.get(nameOf(finding))?.reasons.find(({ rule }) => rule === finding.rule)?.reason;
}

/** The id of the item that a finding is about; undefined if it is about a fact or the bank as a whole. */
export function itemOf({ subject }: Finding): string | undefined {
	return typeof subject === 'object' && 'item' in subject ? subject.item : undefined;
}

function lacks(needs: NonNullable<Rule['needs']>, context: Context): boolean {
	switch (needs) {
		case 'language':
			return !context.language;
		case 'lock':
			return !context.lock;
		case 'shingles':
			return !context.shingles;
		case 'wording':
			return !context.bank.primer.wording;
		case 'blueprint':
			return !context.bank.primer.blueprint?.counts;
	}
}

function inOrder(found: readonly Found[], bank: Bank): Found[] {
	const places = new Map(bank.items.map((item, index) => [item.id, index]));
	const place = (finding: Found) => places.get(itemOf(finding) ?? '') ?? -1;
	return found.toSorted(
		(one, other) =>
			severities.indexOf(one.level) - severities.indexOf(other.level) || place(one) - place(other)
	);
}
