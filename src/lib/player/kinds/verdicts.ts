import type { Label } from '#lib/kinds/option.ts';
import * as m from '#lib/paraglide/messages.js';

/**
 * “True” and “False”, as what one chooses from, in the words of the page; their ids are those of a response. The views
 * of the two kinds do without it, as what they share loads before the first question of every kind.
 */
export function verdicts(): [Label, Label] {
	return [
		{ id: 'true', text: m.verdict_true() },
		{ id: 'false', text: m.verdict_false() }
	];
}
