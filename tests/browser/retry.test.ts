import { describe, expect } from 'vitest';

import { isItemOf } from '#lib/bank/item.ts';
import { solution } from '#lib/kinds/index.ts';

import { test } from './browser.ts';
import { courseKinds, itemOfKind, quizPath, spaced, words } from './course.ts';
import {
	answer,
	answerAndCheck,
	expectHeading,
	expectQuestion,
	feedback,
	openLive,
	press,
	typedInto
} from './learner.ts';
import { rationalesOf, secretsOf, timesIn } from './secrets.ts';

const choice = itemOfKind('single-choice');
const [firstWrong, secondWrong, thirdWrong] = wrongOptions();

test('each wrong try is reported with a hint, and costs a third of the marks for a right one', async ({
	page
}) => {
	await page.goto(quizPath({ behaviour: 'retry', items: [choice.id] }));
	expect(await page.getByRole('button', { name: 'Show the answer' }).count()).toBe(0);

	await answerAndCheck(page, choice, firstWrong);
	await page.getByRole('alert').getByText('Not right. You have 2 tries left.').waitFor();
	const hint = page.getByRole('complementary', { name: 'Hint' });
	expect(spaced(await hint.innerText())).toBe(`Hint. ${words(choice.hint ?? '')}`);
	for (const why of rationalesOf(choice, firstWrong)) await page.getByText(why).waitFor();

	await answer(page, choice, secondWrong);
	await press(page, 'Check again');
	await page.getByRole('alert').getByText('Not right. You have one try left.').waitFor();

	await answer(page, choice, solution(choice));
	await press(page, 'Check again');
	const told = page.getByRole('region', { name: /^Right/ });
	await told.getByText('0.3 marks').waitFor();
	expect(spaced(await told.innerText())).toContain(words(choice.explanation));
	expect(await hint.count()).toBe(0);
	await press(page, 'See the results');
	await expectHeading(page, '0.3 of 1 mark');
});

test('a right second try earns two thirds', async ({ page }) => {
	await page.goto(quizPath({ behaviour: 'retry', items: [choice.id] }));
	await answerAndCheck(page, choice, firstWrong);
	await page.getByRole('alert').getByText('2 tries left').waitFor();
	await answerAndCheck(page, choice, solution(choice));
	await feedback(page).getByText('0.7 marks').waitFor();
});

test('the third wrong try is the last, and reveals the answer', async ({ page }) => {
	await page.goto(quizPath({ behaviour: 'retry', items: [choice.id] }));
	for (const [wrong, left] of [
		[firstWrong, '2 tries left'],
		[secondWrong, 'one try left']
	]) {
		await answerAndCheck(page, choice, wrong);
		await page
			.getByRole('alert')
			.getByText(left ?? '')
			.waitFor();
	}
	await answerAndCheck(page, choice, thirdWrong);
	await page.getByRole('region', { name: 'Not right', exact: true }).waitFor();
	await expectRevealed(page.getByRole('main').innerText());
});

test('giving up reveals the answer, and earns nothing', async ({ page }) => {
	await page.goto(quizPath({ behaviour: 'retry', items: [choice.id] }));
	await answerAndCheck(page, choice, firstWrong);
	await press(page, 'Show the answer');
	await page.getByRole('region', { name: 'Not right', exact: true }).waitFor();
	await expectRevealed(page.getByRole('main').innerText());
	await press(page, 'See the results');
	await expectHeading(page, '0 of 1 mark');
});

describe('what a wrong try must not reveal', () => {
	for (const item of courseKinds.map(itemOfKind)) {
		test(`${item.kind}: no more of the answer than before it`, async ({ page }) => {
			await openLive(page, quizPath({ behaviour: 'retry', items: [item.id] }));
			await expectQuestion(page, item);
			// None of the wrong forms that the author expected, which have rationales of their own.
			const wrong = typedInto(item, '987654');
			const told = rationalesOf(item, wrong);
			const hint = words(item.hint ?? '');
			const secrets = secretsOf(item).filter((text) => !told.includes(text) && !hint.includes(text));
			const read = async () => spaced((await page.getByRole('main').textContent()) ?? '').replace(hint, '');

			await answer(page, item, wrong);
			const before = await read();
			await press(page, 'Check');
			await page.getByRole('button', { name: 'Check again' }).waitFor();
			const after = await read();
			const more = secrets.filter((text) => timesIn(after, text) > timesIn(before, text));
			expect(more, 'told after a wrong try').toEqual([]);
			expect(after).not.toContain('Right answer');
			expect(after).not.toContain('The right order');
		});
	}
});

async function expectRevealed(text: Promise<string>): Promise<void> {
	const shown = spaced(await text);
	expect(shown).toContain('Right answer');
	for (const why of rationalesOf(choice, solution(choice))) expect(shown).toContain(why);
	expect(shown).toContain(words(choice.explanation));
}

function wrongOptions(): [string, string, string] {
	if (!isItemOf(choice, 'single-choice')) throw new Error('a single choice was asked for');
	const [one, two, three] = choice.interaction.options.filter(({ key }) => !key).map(({ id }) => id);
	if (!one || !two || !three) throw new Error(`${choice.id} has fewer than three wrong options.`);
	return [one, two, three];
}
