import { withoutPauses } from '#lib/interop/suspend/without-pauses.ts';
import type { QuizOutcome } from '#lib/player/host.ts';
import { behaviours } from '#lib/quiz/behaviour.ts';
import { timeAllowed } from '#lib/quiz/form.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';

/** The outcome of an attempt that was finished at an earlier launch, as it would have been told then; undefined without one. */
export function outcomeIn(record: AttemptRecord): QuizOutcome | undefined {
	const { outcome, startedAt, form } = record;
	if (!outcome) return undefined;
	const until = { ...record, log: record.log.filter(({ at }) => at <= outcome.at) };
	const end = (log: AttemptRecord['log']): number => log.at(-1)?.at ?? startedAt;
	const paused = behaviours[form.behaviour].pauses ? end(until.log) - end(withoutPauses(until).log) : 0;
	return { ...outcome, duration: Math.min(outcome.at - startedAt - paused, timeAllowed(form)) };
}
