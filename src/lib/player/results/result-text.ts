import * as m from '#lib/paraglide/messages.js';
import { certaintyWords } from '#lib/player/question/certainties.ts';
import { headlines, marksInWords, correctnessOf } from '#lib/player/question/correctness.ts';
import type { QuizSession } from '#lib/player/session/quiz-session.svelte.ts';
import { entriesInOrder } from '#lib/quiz/context.ts';
import { calibrationOf, judgedAmong } from '#lib/quiz/judged.ts';
import { tally } from '#lib/quiz/mark.ts';
import { plainText } from '#lib/text/rich.ts';
import { momentInWords } from '#lib/ui/when.ts';

import { earnedOf, sumInWords, talliesOf, totalInWords } from './result-words.ts';

/**
 * A result as plain text, for a note, a chat or a mail: what it was of, the marks, what the answers have moved, each point
 * and each question.
 *
 * @param around what the course is called, missing where nobody says, and what has moved, empty where nobody says
 */
export function resultText(
	session: Pick<QuizSession, 'state' | 'contents' | 'data' | 'keeper'>,
	{ course, moved }: { course: string | undefined; moved: string }
): string {
	const { contents, data } = session;
	const { context } = session.state;
	const entries = entriesInOrder(context);
	const total = tally(entries, context.behaviour);
	const titleOf = (point: number) => {
		const title = data.points.find(({ id }) => id === point)?.title;
		return title === undefined ? m.point_whole() : `${m.short_point({ point })} ${plainText(title)}`;
	};
	const points = talliesOf(session).map((each) => `${titleOf(each.point)} · ${earnedOf(each)}`);
	const sure = calibrationOf(judgedAmong(entries))
		.filter(({ asked }) => asked > 0)
		.map(
			({ certainty, right, asked }) =>
				`${certaintyWords[certainty]()} · ${m.earned_of({ earned: right, possible: asked })}`
		);
	const questions = entries.map((entry, position) => {
		const id = context.form.items[position] ?? '';
		const stem = contents.isRemoved(id) ? m.question_removed() : contents.item(id)?.stem;
		const correctness = correctnessOf(entry);
		const inWords =
			correctness === 'gone'
				? headlines.gone()
				: m.question_outcome({
						outcome: headlines[correctness](),
						marks: marksInWords(entry, context.behaviour)
					});
		return `${position + 1}. ${stem ? `${plainText(stem)}\n   ` : ''}${inWords}`;
	});
	return [
		[[course, momentInWords(context.now)].filter((each) => each !== undefined).join(', ')],
		[totalInWords(total), sumInWords(total)],
		...(moved === '' ? [] : [[moved]]),
		[m.point_by_point(), ...points],
		...(sure.length > 0 ? [[m.calibration(), ...sure]] : []),
		[m.question_by_question(), ...questions]
	]
		.map((part) => part.join('\n'))
		.join('\n\n');
}
