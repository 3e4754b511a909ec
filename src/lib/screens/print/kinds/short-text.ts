import { publicView } from '#lib/kinds/short-text.ts';
import * as m from '#lib/paraglide/messages.js';

import { paperForm } from '../paper-form.ts';
import Written from './Written.svelte';

/** Lines to write on. */
export const shortText = paperForm('short-text', {
	how: m.paper_write,
	Question: Written,
	publicView,
	answer: ({ accept }) => [{ texts: accept }]
});
