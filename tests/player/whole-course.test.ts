import { join } from 'node:path';

import { render, waitFor } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';

import { readLibrary } from '#lib/bank/read.server.ts';
import { kindNames, samples } from '#lib/kinds/index.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { hostWith } from '#lib/player/fixtures.ts';
import { loadKinds } from '#lib/player/kinds/index.ts';
import { loadLater } from '#lib/player/load-later.ts';
import Quiz from '#lib/player/Quiz.svelte';
import { plainText } from '#lib/text/rich.ts';

import { give } from './give.ts';
import { found, outcomeOf, press, quizOf, words } from './playing.ts';

// jsdom has no layout, and so nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

const { located } = await readLibrary(join(import.meta.dirname, '../../questions'));
const editions = located.flatMap(({ bank, editions }) => [bank, ...editions.map((each) => each.bank)]);
await Promise.all([loadKinds(kindNames), loadLater()]);

/** Each item in a quiz of its own, in a document without a screen; other tests try each kind in a browser. */
describe.each(editions.map((bank) => [bank.primer.language, bank] as const))(
	'in %s, right, partly right and wrong answers are scored and explained:',
	(language, bank) => {
		test.for(bank.items)('$id', async (item) => {
			overwriteGetLocale(() => (language === 'fr' ? 'fr' : 'en'));
			for (const how of ['right', 'partlyRight', 'wrong'] as const) {
				const response = samples(item)[how];
				if (response === null) continue;
				const { unmount } = render(Quiz, {
					data: quizOf(bank, item, 'practice', how),
					host: hostWith({ fetchItems: () => Promise.reject(new Error('All is there.')) })
				});
				await give(item, response);
				await press('check');
				const told = await waitFor(() => found('.feedback'));
				await waitFor(() => expect(found('.feedback [data-focus]')).toHaveFocus());
				expect(told.className, how).toContain(outcomeOf(item, response));
				expect(words(told.textContent), how).toContain(words(plainText(item.explanation)));
				unmount();
			}
		});
	}
);
