import { publicView, solution } from '#lib/kinds/matching.ts';
import * as m from '#lib/paraglide/messages.js';

import { lettered } from '../lettered.ts';
import { paperForm } from '../paper-form.ts';
import Matching from './Matching.svelte';

/** Two columns, to be joined by letters. */
export const matching = paperForm('matching', {
	how: m.paper_match,
	Question: Matching,
	publicView,
	answer(item, { premises, options }) {
		const pairs = solution(item);
		return premises.flatMap(({ id, text }) =>
			lettered(options, [pairs[id] ?? '']).map((line) => ({ ...line, about: text }))
		);
	}
});
