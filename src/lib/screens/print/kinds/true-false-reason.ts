import { publicView, solution } from '#lib/kinds/true-false-reason.ts';
import * as m from '#lib/paraglide/messages.js';

import { lettered } from '../lettered.ts';
import { paperForm } from '../paper-form.ts';
import TrueFalseReason from './TrueFalseReason.svelte';

/** Circles for true and false, and lettered ones for the reason. */
export const trueFalseReason = paperForm('true-false-reason', {
	how: m.paper_mark_verdict,
	Question: TrueFalseReason,
	publicView,
	answer(item, { reasons }) {
		const { verdict, reason } = solution(item);
		return [
			{ texts: [verdict ? m.paper_true() : m.paper_false()] },
			...lettered(reasons, reason === null ? [] : [reason])
		];
	}
});
