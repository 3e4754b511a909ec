import { publicView, solution } from '#lib/kinds/highlight.ts';
import * as m from '#lib/paraglide/messages.js';

import { paperForm } from '../paper-form.ts';
import Highlight from './Highlight.svelte';

/** A text in which to underline. */
export const highlight = paperForm('highlight', {
	how: m.paper_underline,
	Question: Highlight,
	publicView,
	answer(item, { segments }) {
		const right = solution(item);
		const spans = segments.flatMap((segment) => ('span' in segment ? [segment] : []));
		return spans.flatMap(({ span, text }, place) =>
			right.includes(span) ? [{ mark: String(place + 1), texts: [text] }] : []
		);
	}
});
