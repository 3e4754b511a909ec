import type { KindName } from '#lib/kinds/index.ts';
import * as m from '#lib/paraglide/messages.js';
import type { Cell, CellLevel } from '#lib/review/mastery.ts';
import { percent } from '#lib/ui/amounts.ts';

/** What each level is called. */
export const levelWords: Record<CellLevel, () => string> = {
	unseen: m.level_unseen,
	seen: m.level_seen,
	familiar: m.level_familiar,
	proficient: m.level_proficient,
	mastered: m.level_mastered
};

/** What each kind of question is called. */
export const kindWords: Record<KindName, () => string> = {
	'single-choice': m.kind_single_choice,
	'multiple-response': m.kind_multiple_response,
	'true-false-reason': m.kind_true_false_reason,
	matching: m.kind_matching,
	ordering: m.kind_ordering,
	categorise: m.kind_categorise,
	cloze: m.kind_cloze,
	'short-text': m.kind_short_text,
	numeric: m.kind_numeric,
	highlight: m.kind_highlight
};

/** All that a cell of the map shows, in words. */
export function cellWords({ fact, level, chance, fading, due }: Cell): string {
	if (chance === null) return m.cell_unseen({ fact });
	const given = { fact, level: levelWords[level](), percent: percent(chance) };
	if (fading) return due ? m.cell_due_fading(given) : m.cell_fading(given);
	return due ? m.cell_due(given) : m.cell_known(given);
}
