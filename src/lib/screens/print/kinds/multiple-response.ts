import { publicView, solution } from '#lib/kinds/multiple-response.ts';
import * as m from '#lib/paraglide/messages.js';

import { lettered } from '../lettered.ts';
import { paperForm } from '../paper-form.ts';
import MultipleResponse from './MultipleResponse.svelte';

/** Lettered squares, of which several may have to be marked. */
export const multipleResponse = paperForm('multiple-response', {
	how: m.paper_mark_all,
	Question: MultipleResponse,
	publicView,
	answer: (item, { options }) => lettered(options, solution(item))
});
