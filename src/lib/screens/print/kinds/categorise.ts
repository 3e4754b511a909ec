import { publicView, solution } from '#lib/kinds/categorise.ts';
import * as m from '#lib/paraglide/messages.js';

import { paperForm } from '../paper-form.ts';
import Categorise from './Categorise.svelte';

/** A table to tick. */
export const categorise = paperForm('categorise', {
	how: m.paper_tick,
	Question: Categorise,
	publicView,
	answer(item, { categories, elements }) {
		const sorted = solution(item);
		return categories.map((category) => ({
			about: category.text,
			texts: elements.flatMap(({ id, text }) => (sorted[id] === category.id ? [text] : []))
		}));
	}
});
