import { areViews, isRecord, isRevealed } from '#lib/bank/arrived.ts';
import type { ClassView, Phase } from '#lib/classroom/view.ts';
import { isKindName } from '#lib/kinds/names.ts';

/** Every phase that a page of this version can show. */
const PHASES: Record<Phase, true> = {
	...{ lobby: true, reading: true, asking: true, closed: true, discussing: true },
	...{ revealed: true, standings: true, paused: true, ended: true }
};

/** A view as a server has sent it; undefined for what is none, as from one of another version. */
export function readView(sent: unknown): ClassView | undefined {
	return isView(sent) ? sent : undefined;
}

/** The server has made it from what was checked, so that its outline tells. */
function isView(sent: unknown): sent is ClassView {
	if (!isRecord(sent)) return false;
	const { version, phase, total, rules, rounds, shown, asked, revealed } = sent;
	return (
		typeof version === 'number' &&
		typeof phase === 'string' &&
		Object.hasOwn(PHASES, phase) &&
		typeof total === 'number' &&
		areRules(rules) &&
		Array.isArray(rounds) &&
		rounds.every(isRound) &&
		Array.isArray(shown) &&
		areViews(asked) &&
		asked.length === rounds.length &&
		asked.every(({ kind }) => isKindName(kind)) &&
		(revealed === null || (isRevealed(revealed) && revealed.items.every(({ kind }) => isKindName(kind))))
	);
}

function areRules(rules: unknown): boolean {
	return isRecord(rules) && typeof rules['language'] === 'string' && Array.isArray(rules['teams']);
}

function isRound(round: unknown): boolean {
	if (!isRecord(round)) return false;
	const { number, position, opensAt, length } = round;
	const isTimed = typeof opensAt === 'number' && (length === null || typeof length === 'number');
	return typeof number === 'number' && typeof position === 'number' && isTimed;
}
