import { areViews, isRecord, isRevealed } from '#lib/bank/arrived.ts';
import type { ClassView, Phase } from '#lib/classroom/view.ts';

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
	return (
		isRecord(sent) &&
		typeof sent['version'] === 'number' &&
		typeof sent['phase'] === 'string' &&
		Object.hasOwn(PHASES, sent['phase']) &&
		isRecord(sent['rules']) &&
		Array.isArray(sent['rounds']) &&
		Array.isArray(sent['shown']) &&
		areViews(sent['asked']) &&
		(sent['revealed'] === null || isRevealed(sent['revealed']))
	);
}
