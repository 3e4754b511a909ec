import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';

import { checkBank } from '#lib/bank/check.ts';
import { filesOf, translationOf, wholeCourse } from '#lib/bank/whole-fixtures.ts';
import { kindNames, samples } from '#lib/kinds/index.ts';
import { hostWith } from '#lib/player/fixtures.ts';
import { loadKinds } from '#lib/player/kinds/index.ts';
import { loadCertainty } from '#lib/player/load-later.ts';
import { loadLater } from '#lib/player/load-later.ts';
import Quiz from '#lib/player/Quiz.svelte';
import { examWith } from '#lib/quiz/fixtures.ts';
import { gradeAnswers } from '#lib/server/exam/grade.ts';
import { plainText } from '#lib/text/rich.ts';

import { give } from './give.ts';
import { found, outcomeOf, press, quizOf, words } from './playing.ts';

// jsdom has no layout, and so nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

const course = wholeCourse();
const { bank, editions, problems } = checkBank('b', filesOf(course), [translationOf(course)]);
await Promise.all([loadKinds(kindNames), loadLater(), loadCertainty()]);

test('a course of each kind is sound in two languages, and nothing of it is left untranslated', () => {
	expect(problems).toEqual([]);
	expect(bank?.items.map(({ kind }) => kind)).toEqual(kindNames);
	expect(editions.flatMap(({ missing }) => missing)).toEqual([]);
});

const banks = [bank, ...editions.map((edition) => edition.bank)].flatMap((each) => each ?? []);

/** Each kind with its fixture, so that the course that comes with the app need not have it. */
describe.each(banks.map((each) => [each.primer.language, each] as const))('in %s', (_, edition) => {
	describe.each(['practice', 'retry', 'certainty'] as const)('in %s', (behaviour) => {
		test.for(edition.items)('$kind is answered, scored and explained', async (item) => {
			const { right, partlyRight, wrong } = samples(item);
			const given = [right, partlyRight ?? wrong, wrong];
			// A wrong answer that may be tried again is not explained yet.
			for (const response of behaviour === 'retry' ? [right] : given) {
				const { unmount } = render(Quiz, {
					data: quizOf(edition, item, behaviour, JSON.stringify(response)),
					host: hostWith({})
				});
				if (behaviour === 'retry')
					for (const before of [wrong, partlyRight ?? wrong]) {
						await give(item, before);
						await press('check');
						await waitFor(() => found('.notice.shown'));
						expect(document.querySelector('.feedback')).toBeNull();
					}
				await give(item, response);
				if (behaviour === 'certainty') await fireEvent.click(found('[name="certainty"][value="3"]'));
				await press('check');
				const told = await waitFor(() => found('.feedback'));
				await waitFor(() => expect(found('.feedback [data-focus]')).toHaveFocus());
				expect(told.className).toContain(outcomeOf(item, response));
				expect(words(told.textContent)).toContain(words(plainText(item.explanation)));
				unmount();
			}
		});
	});

	test.for(edition.items)('$kind is graded in an exam', (item) => {
		const exam = examWith({ items: [item.id] });
		const graded = (response: unknown) =>
			gradeAnswers(edition, exam, [{ item: item.id, response, at: 1 }]).grades[item.id];
		expect(graded(samples(item).right)).toMatchObject({ state: 'scored', fraction: 1 });
		expect(graded(samples(item).wrong)).toMatchObject({ state: 'scored', fraction: 0 });
	});
});
