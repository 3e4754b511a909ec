import type { Fact, Primer } from '#lib/bank/primer.ts';
import { plainText } from '#lib/text/rich.ts';

import type { ItemFinding, Rule } from '../rule.ts';

/** The cue of a flashcard as rules read it. */
export interface Cue {
	fact: Fact;
	text: string;
	primer: Primer;
}

/** A rule for items that also applies to the cues of facts, since a flashcard asks something too. */
export function alsoOfCues(rule: Rule, faultOf: (cue: Cue) => Omit<ItemFinding, 'path'> | undefined): Rule {
	return {
		...rule,
		check: (context) => {
			const { primer } = context.bank;
			const faults = primer.facts.flatMap((fact) => {
				if (fact.cue === undefined) return [];
				const fault = faultOf({ fact, text: plainText(fact.cue), primer });
				return fault ? [{ ...fault, subject: { fact: fact.id }, path: ['cue'] }] : [];
			});
			return [...rule.check(context), ...faults];
		}
	};
}
