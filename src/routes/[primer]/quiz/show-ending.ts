import { mount, unmount } from 'svelte';

import type { PrimerHead } from '#lib/bank/primer-head.ts';
import type { ScoredItem } from '#lib/quiz/scored-item.ts';
import { isOutline } from '#lib/review/outline.ts';
import { newlyReached } from '#lib/review/outcomes.ts';
import { nextStepFor } from '#lib/screens/progress/next-step.ts';
import type { QuizEnding as Shown } from '#lib/player/host.ts';
import { movedText } from '#lib/screens/study/ending-text.ts';
import QuizEnding from '#lib/screens/study/QuizEnding.svelte';
import { openLearner } from '#lib/study/open-learner.ts';
import { whatMoved } from '#lib/study/what-moved.ts';

import { addressOf } from '../../address-of.ts';
import { fetchJson } from '../../fetch-json.ts';
import { addressesOf } from '../addresses-of.ts';
import { fetchOutcomes } from '../fetch-outcomes.ts';

/** A quiz that has ended on its page. */
export interface Ended {
	primer: PrimerHead;
	/** Its answers, by their ids. */
	answers: readonly string[];
	/** All answers that the page was told of, each once it is kept. */
	keeping: readonly Promise<Pick<ScoredItem, 'id' | 'facts'>>[];
	/** Whether the quiz itself says what to do next. */
	hasStep: boolean;
}

/**
 * Shows what a quiz has moved in what the device keeps of its learner.
 *
 * @returns undefined where the answers have moved nothing
 * @throws when the device cannot be read, or the course not be fetched
 */
export async function showEnding(
	place: HTMLElement,
	{ primer, answers, keeping, hasStep }: Ended
): Promise<Shown | undefined> {
	const scored = (await Promise.all(keeping)).filter(({ id }) => answers.includes(id));
	const [learner, outline, outcomes] = await Promise.all([
		openLearner(),
		fetchJson(addressOf('/[primer]/outline', { primer: primer.id }), isOutline),
		// What moved is told without them, too.
		fetchOutcomes(primer.id).catch(() => [])
	]);
	const what = await whatMoved(learner, outline, new Set(answers), Date.now());
	if (what.moved.length === 0 || what.after.total === 0) return undefined;
	const step =
		what.advice && !hasStep ? nextStepFor(what.advice, addressesOf(primer.id), what.today) : undefined;
	const facts = scored.flatMap((each) => each.facts);
	const reached = newlyReached(outcomes, what);
	const props = { what, reached, facts, language: primer.language, step };
	const shown = mount(QuizEnding, { target: place, props });
	return { asText: () => movedText(what, facts), remove: () => void unmount(shown) };
}
