import type { Fact } from '#lib/bank/primer.ts';
import { isChange, type Since } from '#lib/bank/since.ts';
import { plainText } from '#lib/text/rich.ts';

/** How many letters the back of a card can hold in small print. */
export const ROOM = 600;

/**
 * The notes of a fact that its card has room for beside its claim, in their order: first of all what has
 * changed since, then what is known more exactly. The rest is on the page of facts.
 *
 * @param asOf the day of the primer: what happened later is a change
 */
export function notesThatFit({ claim, since }: Pick<Fact, 'claim' | 'since'>, asOf: string): Since[] {
	let room = ROOM - plainText(claim).length;
	const fitting = since
		.toSorted((one, other) => Number(isChange(other, asOf)) - Number(isChange(one, asOf)))
		.filter(({ note }) => {
			const left = room - plainText(note).length;
			if (left >= 0) room = left;
			return left >= 0;
		});
	return since.filter((note) => fitting.includes(note));
}
