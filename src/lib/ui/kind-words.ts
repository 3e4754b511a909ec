import type { KindName } from '#lib/kinds/names.ts';
import * as m from '#lib/paraglide/messages.js';

/** What each kind of question is called. */
export const kindWords: Record<KindName, () => string> = {
	'single-choice': m.kind_single_choice,
	'multiple-response': m.kind_multiple_response,
	'true-false': m.kind_true_false,
	'true-false-reason': m.kind_true_false_reason,
	matching: m.kind_matching,
	ordering: m.kind_ordering,
	categorise: m.kind_categorise,
	cloze: m.kind_cloze,
	'short-text': m.kind_short_text,
	numeric: m.kind_numeric,
	highlight: m.kind_highlight
};
