import { publicView, solution } from '#lib/kinds/single-choice.ts';
import * as m from '#lib/paraglide/messages.js';

import { lettered } from '../lettered.ts';
import { paperForm } from '../paper-form.ts';
import SingleChoice from './SingleChoice.svelte';

/** Lettered circles, of which one is to be marked. */
export const singleChoice = paperForm('single-choice', {
	how: m.paper_mark_one,
	Question: SingleChoice,
	publicView,
	answer: (item, { options }) => lettered(options, [solution(item)])
});
