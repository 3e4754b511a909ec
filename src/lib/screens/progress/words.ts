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

/**
 * All that a cell of the map shows, in words.
 *
 * @param fact what the fact is called, or what stands for its name
 */
export function cellWords({ level, chance, missed, fading, due }: Cell, fact: string): string {
	if (chance === null) return m.cell_unseen({ fact });
	const given = { fact, level: levelWords[level](), percent: percent(chance) };
	if (missed) return due ? m.cell_due_missed(given) : m.cell_missed(given);
	if (fading) return due ? m.cell_due_fading(given) : m.cell_fading(given);
	return due ? m.cell_due(given) : m.cell_known(given);
}
