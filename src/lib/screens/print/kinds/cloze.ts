import { publicView, type Cloze as Item } from '#lib/kinds/cloze.ts';
import * as m from '#lib/paraglide/messages.js';
import type { Rich } from '#lib/text/rich.ts';

import { paperForm } from '../paper-form.ts';
import Cloze from './Cloze.svelte';

/** Numbered lines in a text. */
export const cloze = paperForm('cloze', {
	how: m.paper_fill,
	Question: Cloze,
	publicView,
	answer(item, { segments }) {
		const ids = segments.flatMap((segment) => ('blank' in segment ? [segment.blank] : []));
		return ids.map((id, place) => ({ mark: String(place + 1), texts: rightTexts(item, id) }));
	}
});

/** What is right in a blank: each accepted form, or the one choice. */
function rightTexts({ blanks }: Item, id: string): Rich[] {
	const blank = blanks.find((each) => each.id === id);
	if (!blank) return [];
	if (!('choices' in blank)) return blank.accept;
	return blank.choices.flatMap(({ key, text }) => (key ? [text] : []));
}
