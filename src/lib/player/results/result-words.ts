import * as m from '#lib/paraglide/messages.js';
import type { QuizSession } from '#lib/player/session/quiz-session.svelte.ts';
import type { Tally } from '#lib/quiz/mark.ts';
import { tallyByPoint, type PointTally } from '#lib/quiz/attempt-score.ts';
import { earnedNumber, shortNumber } from '#lib/ui/when.ts';

/** What each point earned, as it was at the end: the course may have lost items since, and with them their points. */
export function talliesOf({
	state,
	contents,
	keeper
}: Pick<QuizSession, 'state' | 'contents' | 'keeper'>): readonly Pick<
	PointTally,
	'point' | 'earned' | 'possible'
>[] {
	return keeper.record.outcome?.points ?? tallyByPoint(state.context, contents.pointOf);
}

/** The marks that were earned, of those that could be: “7.5 of 10 marks”. @param shown what stands for those earned */
export function totalInWords(
	{ earned, possible }: Pick<Tally, 'earned' | 'possible'>,
	shown = earnedNumber(earned, possible)
): string {
	return m.score_of_marks({ earned: shown, count: possible, shown: shortNumber(possible) });
}

/** The same in short, for a row: “7.5 of 10”. */
export function earnedOf({ earned, possible }: Pick<Tally, 'earned' | 'possible'>): string {
	return m.earned_of({ earned: earnedNumber(earned, possible), possible: shortNumber(possible) });
}

/** How many questions were right, and what the others were. */
export function sumInWords(total: Tally): string {
	const { right, unanswered, unreadable, partlyOrWrong } = total;
	// What could not be read is not right; the notes say which items these were.
	const partly = partlyOrWrong + unreadable;
	const counts = { right, total: right + partly + unanswered, partly, unanswered };
	if (partly && unanswered) return m.some_not_right_some_unanswered(counts);
	if (partly) return m.some_not_right(counts);
	return unanswered ? m.some_unanswered(counts) : m.all_right(counts);
}
