import { own } from '#lib/kinds/own.ts';
import type { QuizContext } from '#lib/quiz/context.ts';

import type { StudySession } from './study-session.svelte.ts';

/**
 * What became of each question of a session: of those of earlier rounds in the order of their answers, of those of the
 * present one each at its place, and of those that are planned beyond it nothing yet.
 */
export function sessionBars(
	{ answered, before, planned }: Pick<StudySession, 'answered' | 'before' | 'planned'>,
	{ form, entries }: { form: Pick<QuizContext['form'], 'items'>; entries: QuizContext['entries'] }
): { look: string; flagged?: boolean }[] {
	const inRound = answered.slice(before);
	const bars = [
		...answered.slice(0, before).map(({ right }) => ({ look: right ? 'right' : 'wrong' })),
		...form.items.map((id) => {
			const answer = inRound.find(({ item }) => item === id);
			const entry = own(entries, id);
			const unanswered = entry?.status === 'skipped' ? 'skipped' : 'open';
			return {
				look: answer === undefined ? unanswered : answer.right ? 'right' : 'wrong',
				flagged: entry?.flagged ?? false
			};
		})
	];
	const ahead = Math.max(0, planned - bars.length);
	return [...bars, ...Array.from({ length: ahead }, () => ({ look: 'open' }))];
}
