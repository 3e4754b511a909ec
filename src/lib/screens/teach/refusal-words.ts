import * as m from '#lib/paraglide/messages.js';
import type { Where } from '#lib/results/read-results.ts';
import { LARGEST, type ResultRefusal } from '#lib/results/refusal.ts';
import { shortNumber } from '#lib/ui/when.ts';

/** What the file of a result is called, for somebody who looks for one: after its course and attempt. */
const example = 'five-points-result-biology-3f8a1c.json';

/** Why a result was not taken and what to do, in the page’s language. What it quotes is somebody else’s text. */
export function refusalInWords(refusal: ResultRefusal): string {
	switch (refusal.why) {
		case 'too-large':
			return m.result_too_large({ limit: shortNumber(LARGEST / 1_000_000) });
		case 'unreadable':
			return m.result_unreadable();
		case 'nothing':
			return m.result_nothing({ example });
		case 'cut':
			return m.result_cut();
		case 'damaged':
			return m.result_damaged();
		case 'newer':
			return m.result_newer({ version: String(refusal.version) });
		case 'other-format':
			return m.result_other_format({ example });
		case 'broken':
			return refusal.place === '' ? m.result_broken_whole() : m.result_broken({ place: refusal.place });
		case 'other-course':
			return m.result_other_course({ course: refusal.course });
		case 'other-edition':
			return m.result_other_edition();
		case 'too-many':
			return m.result_too_many({ limit: String(refusal.limit) });
	}
}

/** Where a result was read, in the page’s language. */
export function whereInWords({ source, line }: Where): string {
	return line === null ? source : m.result_where_line({ source, line: String(line) });
}
