import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import { examWith } from '#lib/quiz/fixtures.ts';
import { Exams } from '#lib/server/exam/exams.ts';
import { sittingsInMemory } from '#lib/server/sittings/memory.ts';
import { examPage, hostWith } from '#lib/player/fixtures.ts';
import Quiz from '#lib/player/Quiz.svelte';
import PaperItem from '#lib/screens/print/PaperItem.svelte';

const bank = bankWith();

/** Shows the first question of a course in English, which may be in another language itself. */
async function show(language: string | undefined) {
	const exams = new Exams({ sittings: sittingsInMemory(() => Date.now()), now: () => Date.now() });
	const { id } = await exams.begin(examWith());
	const seen = await exams.look(id, bank);
	if (typeof seen === 'string') throw new Error(seen);
	const data = examPage(bank, seen, Date.now());
	const views = data.views.map((view) => (language === undefined ? view : { ...view, language }));
	render(Quiz, { data: { ...data, views }, host: hostWith({}) });
	return screen.findByRole('heading', { level: 1 });
}

test.each([
	['fr', 'in French'],
	['pt-BR', 'in Brazilian Portuguese'],
	['x-none', 'in x-none']
])('a question that was not translated says in which language it is: %s', async (language, words) => {
	expect(await show(language)).toHaveAttribute('lang', language);
	expect(screen.getByText(words)).toBeVisible();
});

test('one in the language of its course says nothing', async () => {
	await show(undefined);
	expect(screen.queryByText(/^in /)).toBeNull();
});

test.each([['fr'], [undefined]])('so it is on paper, in %s', (language) => {
	const [first] = bank.items;
	if (!first) throw new Error('The bank has items.');
	const item = language === undefined ? first : { ...first, language };
	render(PaperItem, { item, seed: 's', number: 1, language: 'en' });
	expect(screen.queryAllByText('(in French)')).toHaveLength(language === undefined ? 0 : 1);
});
