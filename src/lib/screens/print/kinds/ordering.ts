import { publicView, solution } from '#lib/kinds/ordering.ts';
import * as m from '#lib/paraglide/messages.js';

import { paperForm } from '../paper-form.ts';
import Ordering from './Ordering.svelte';

/** Boxes to number. */
export const ordering = paperForm('ordering', {
	how: m.paper_number,
	Question: Ordering,
	publicView,
	answer(item, { elements }) {
		const order = solution(item);
		return order.map((id, place) => ({
			mark: String(place + 1),
			texts: elements.flatMap((element) => (element.id === id ? [element.text] : []))
		}));
	}
});
