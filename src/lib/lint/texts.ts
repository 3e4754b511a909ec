import type { Bank } from '#lib/bank/bank.ts';
import { plainText } from '#lib/text/rich.ts';

import type { Passage } from './parts.ts';
import { read } from './reading.ts';
import type { Finding } from './rule.ts';

/** A text with what it belongs to, and its place therein. */
export type Text = Passage & Pick<Finding, 'subject'>;

/** Every text of a bank’s items and facts that a learner reads. */
export function textsOf({ items, primer }: Bank): Text[] {
	return [
		...items.flatMap((item) => read(item).all.map((passage) => ({ ...passage, subject: { item: item.id } }))),
		...primer.facts.map((fact) => ({
			subject: { fact: fact.id },
			path: ['claim'],
			text: plainText(fact.claim)
		}))
	];
}
