import type { Item } from '#lib/bank/item.ts';
import type { Subject } from '#lib/bank/locate.ts';

import type { Finding, Rule } from './rule.ts';

const unknownRule: Rule = {
	id: 'L-01',
	level: 'error',
	wants: 'An item or a stimulus sets aside only rules that exist.',
	source: 'ours',
	check: () => []
};

const needless: Rule = {
	id: 'L-02',
	level: 'warning',
	wants: 'An item or a stimulus sets a rule aside only where the rule finds something.',
	source: 'ours',
	check: () => []
};

/** Rules for setting rules aside. They look at what the others found, by {@link misplaced}. */
export const ignoringRules: readonly Rule[] = [unknownRule, needless];

/** What sets rules aside: an item or a stimulus, with its reasons. */
export interface Excusing {
	subject: Exclude<Subject, 'primer'>;
	reasons: NonNullable<Item['ignore']>;
}

/**
 * Rules that an item or a stimulus sets aside although they do not exist, or find nothing in it.
 *
 * @param rules the ids of all rules
 * @param used the ids of those that found something in it
 * @param inherited how many of the first reasons come from the original, and are judged there
 */
export function misplaced(
	{ subject, reasons }: Excusing,
	rules: ReadonlySet<string>,
	used: ReadonlySet<string>,
	inherited = 0
): (Finding & Pick<Rule, 'level'> & { rule: string })[] {
	return reasons.flatMap(({ rule }, index) => {
		if (index < inherited) return [];
		const at = { subject, path: ['ignore', index] };
		if (!rules.has(rule)) {
			const fix = 'Write its id as “five-points check” prints it.';
			const { id, level } = unknownRule;
			return [{ ...at, rule: id, level, message: `there is no rule “${rule}”`, fix }];
		}
		if (used.has(rule)) return [];
		const { id, level } = needless;
		return [
			{
				...at,
				rule: id,
				level,
				message: `${rule} finds nothing here that could be set aside`,
				fix: 'Leave it out.'
			}
		];
	});
}
