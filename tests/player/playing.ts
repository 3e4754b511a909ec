import { fireEvent, waitFor } from '@testing-library/svelte';

import type { Bank } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import { revealed } from '#lib/bank/revealed.ts';
import { score } from '#lib/kinds/index.ts';
import type { QuizData } from '#lib/player/quiz-data.ts';
import type { BehaviourName } from '#lib/quiz/behaviour.ts';

/* For tests: a quiz of one item in a document without a screen. */

/** A quiz of one item, with all of it on the page. */
export function quizOf(bank: Bank, item: Item, behaviour: BehaviourName, id: string): QuizData {
	return {
		...revealed(bank, [item]),
		id: `${bank.primer.language} ${item.id} ${id}`,
		address: '?seed=s',
		form: {
			primer: bank.primer.id,
			seed: 's',
			behaviour,
			items: [item.id],
			minutes: null,
			extraTime: 1
		},
		points: bank.primer.points,
		asOf: bank.primer.source.date,
		language: bank.primer.language,
		views: [],
		elapsed: 0,
		posted: null,
		sitting: null
	};
}

/** The words for how a response turned out. */
export function outcomeOf(item: Item, response: unknown): string {
	const scored = score(item, response);
	if (scored.state !== 'scored') throw new Error(`The response to ${item.id} is ${scored.state}.`);
	return scored.fraction === 1 ? 'right' : scored.fraction > 0 ? 'partly' : 'wrong';
}

/** What the page shows there. */
export function found(selector: string): Element {
	const element = document.querySelector(selector);
	if (!element) throw new Error(`The page has no ${selector}.`);
	return element;
}

/** Presses a button of the quiz, as soon as it is there. */
export async function press(what: string): Promise<void> {
	await fireEvent.click(await waitFor(() => found(`button[name="do"][value="${what}"]`)));
}

/** A text with single spaces. */
export function words(text: string | null): string {
	return (text ?? '').replaceAll(/\s+/g, ' ').trim();
}
