import { join } from 'node:path';

import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';

import type { Bank } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import { readLibrary } from '#lib/bank/read.server.ts';
import { revealed } from '#lib/bank/revealed.ts';
import { kindNames, samples, score } from '#lib/kinds/index.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { hostWith } from '#lib/player/fixtures.ts';
import { loadKinds } from '#lib/player/kinds/index.ts';
import { loadLater } from '#lib/player/load-later.ts';
import type { QuizData } from '#lib/player/quiz-data.ts';
import Quiz from '#lib/player/Quiz.svelte';
import { plainText } from '#lib/text/rich.ts';

import { give } from './give.ts';

// jsdom draws nothing, so it has nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

const { located } = await readLibrary(join(import.meta.dirname, '../../questions'));
const editions = located.flatMap(({ bank, editions }) => [bank, ...editions.map((each) => each.bank)]);
await Promise.all([loadKinds(kindNames), loadLater()]);

/** Each item in a quiz of its own, in a document without a screen; what a browser makes of each kind, others test. */
describe.each(editions.map((bank) => [bank.primer.language, bank] as const))(
	'in %s, right, partly right and wrong answers are scored and explained:',
	(language, bank) => {
		test.for(bank.items)('$id', async (item) => {
			overwriteGetLocale(() => (language === 'fr' ? 'fr' : 'en'));
			for (const how of ['right', 'partlyRight', 'wrong'] as const) {
				const response = samples(item)[how];
				if (response === null) continue;
				const { unmount } = render(Quiz, {
					data: quizOf(bank, item, how),
					host: hostWith({ fetchItems: () => Promise.reject(new Error('All is there.')) })
				});
				await give(item, response);
				await press('check');
				const told = await waitFor(() => found('.feedback'));
				await waitFor(() => expect(told).toHaveFocus());
				expect(told.className, how).toContain(outcomeOf(item, response));
				expect(words(told.textContent), how).toContain(words(plainText(item.explanation)));
				unmount();
			}
		});
	}
);

function quizOf(bank: Bank, item: Item, id: string): QuizData {
	return {
		...revealed(bank, [item]),
		id: `${bank.primer.language} ${item.id} ${id}`,
		address: '?seed=s',
		form: {
			primer: bank.primer.id,
			seed: 's',
			behaviour: 'practice',
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

function outcomeOf(item: Item, response: unknown): string {
	const scored = score(item, response);
	if (scored.state !== 'scored') throw new Error(`The response to ${item.id} is ${scored.state}.`);
	return scored.fraction === 1 ? 'right' : scored.fraction > 0 ? 'partly' : 'wrong';
}

function found(selector: string): Element {
	const element = document.querySelector(selector);
	if (!element) throw new Error(`The page has no ${selector}.`);
	return element;
}

async function press(what: string): Promise<void> {
	await fireEvent.click(await waitFor(() => found(`button[name="do"][value="${what}"]`)));
}

function words(text: string | null): string {
	return (text ?? '').replaceAll(/\s+/g, ' ').trim();
}
