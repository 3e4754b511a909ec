import type { Scored } from '#lib/kinds/score.ts';
import { behaviours, type Behaviour } from '#lib/quiz/behaviour.ts';
import { newEntry } from '#lib/quiz/entry.ts';
import { fullMark, markOf } from '#lib/quiz/mark.ts';

import { takenAt, type Round } from './context.ts';
import type { ClassAnswer } from './pupil.ts';
import type { ClassSetup } from './setup.ts';

/** How much more a fast answer earns at most, as a share of its marks. */
const SPEED_BONUS = 0.25;

/** What decides what answers earn. */
export type Rules = Pick<ClassSetup, 'scoring' | 'certainty' | 'pace'>;

/** A round as somebody has it: `times` is how many times as long as the others; null: as long as it is open. */
interface OwnRound {
	round: Round;
	times: number | null;
}

/**
 * What an answer earns, in marks.
 *
 * - `marks`: its fraction, from 0 to 1; where certainty is asked for, from −6 to 3 by Moodle’s certainty-based marking.
 * - `speed`: the same, and up to a quarter more of what it gains: all of that at the moment the round opens, and less in
 *   a straight line until its end, which is a pupil’s own where they have extra time. There is nothing to gain by speed
 *   without a limit, in a second round, or where pupils go at their own pace. A wrong answer neither gains nor loses by it.
 * - `none`: nothing.
 *
 * Time is that of the server’s clock, without pauses.
 */
export function marksFor(
	rules: Rules,
	{ round, times }: OwnRound,
	answer: Pick<ClassAnswer, 'response' | 'certainty' | 'at'>,
	score: Scored
): number {
	if (rules.scoring === 'none') return 0;
	const { response, certainty, at } = answer;
	const marks = markOf({ ...newEntry(), certainty, tries: [{ response, score }] }, behaviourOf(rules));
	const length = timedLength(rules, round, times);
	if (marks <= 0 || length === null) return marks;
	return marks * (1 + SPEED_BONUS * Math.max(0, 1 - takenAt(round, at) / length));
}

/** The most that anybody can earn in a round by the same rules, in marks. */
export function mostFor(rules: Rules, { round, times }: OwnRound): number {
	if (rules.scoring === 'none') return 0;
	const full = fullMark(behaviourOf(rules));
	return timedLength(rules, round, times) === null ? full : full * (1 + SPEED_BONUS);
}

function behaviourOf({ certainty }: Rules): Behaviour {
	return behaviours[certainty ? 'certainty' : 'exam'];
}

/** How long somebody has where speed counts, in milliseconds; null where it does not. */
function timedLength({ scoring, pace }: Rules, round: Round, times: number | null): number | null {
	if (scoring !== 'speed' || pace === 'own' || round.isSecond || times === null || !round.length) return null;
	return round.length * times;
}
