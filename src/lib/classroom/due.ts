import { closesAt, roundsTogether } from './context.ts';
import type { ClassEvent } from './event.ts';
import type { ClassState } from './fold.ts';
import { phaseOf } from './view.ts';

/**
 * What happens next in a class by itself, when the time for it has come; undefined where only the host goes on. It is
 * dated by when it is due, so that it is the same whoever sees to it, and however late.
 *
 * @param present the ids of those who take part: a round waits for those with extra time
 */
export function dueIn(state: ClassState, present: Iterable<string>): ClassEvent | undefined {
	const [round] = roundsTogether(state.context);
	if (!round) return undefined;
	const phase = phaseOf(state);
	if (phase === 'reading') return { type: 'open', at: round.opensAt, round: round.number };
	if (phase !== 'asking') return undefined;
	const at = closesAt(state.context, present);
	return Number.isFinite(at) ? { type: 'close', at, round: round.number } : undefined;
}

/** The numbers of the rounds that take answers, from the first to the last; null where none does. */
export function openRounds(state: ClassState): { first: number; last: number } | null {
	const rounds = roundsTogether(state.context);
	const [first, last] = [rounds.at(0), rounds.at(-1)];
	return phaseOf(state) === 'asking' && first && last ? { first: first.number, last: last.number } : null;
}
