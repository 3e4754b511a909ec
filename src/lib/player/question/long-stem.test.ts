import { render, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import { examPage, hostWith } from '#lib/player/fixtures.ts';
import Quiz from '#lib/player/Quiz.svelte';
import { examWith } from '#lib/quiz/fixtures.ts';
import PaperItem from '#lib/screens/print/PaperItem.svelte';
import { Exams } from '#lib/server/exam/exams.ts';
import { sittingsInMemory } from '#lib/server/sittings/memory.ts';
import { compileMarkdown } from '#lib/text/markdown.ts';
import type { Rich } from '#lib/text/rich.ts';

const bank = bankWith();
const stem = compileMarkdown(
	'A contractor was paid to break in.\n\nNobody *helped*.\n\nWhich rule speaks against it?'
);

/** Shows a first question with that stem; returns its heading. */
async function ask(stem: Rich) {
	const exams = new Exams({ sittings: sittingsInMemory(() => Date.now()), now: () => Date.now() });
	const { id } = await exams.begin(examWith());
	const seen = await exams.look(id, bank);
	if (typeof seen === 'string') throw new Error(seen);
	const data = examPage(bank, seen, Date.now());
	render(Quiz, {
		data: { ...data, views: data.views.map((view) => ({ ...view, stem })) },
		host: hostWith({})
	});
	return screen.findByRole('heading', { level: 1 });
}

describe('of a stem of several paragraphs', () => {
	test('the last is the heading, and those before it are text before it', async () => {
		const heading = await ask(stem);
		expect(heading).toHaveTextContent(/^Which rule speaks against it\?$/);
		const lead = screen.getByText('A contractor was paid to break in.');
		expect(lead.compareDocumentPosition(heading)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
		expect(heading).not.toContainElement(lead);
	});

	test('reading begins at the first of them, which is named by the question', async () => {
		await ask(stem);
		const begins = document.querySelectorAll('[data-focus-question]');
		expect(begins).toHaveLength(1);
		expect(begins[0]).toHaveTextContent(/^A contractor/);
		expect(begins[0]).toHaveAccessibleName('Which rule speaks against it?');
	});

	test('only the last is bold on paper', () => {
		const [first] = bank.items;
		if (!first) throw new Error('The bank has items.');
		render(PaperItem, { item: { ...first, stem }, seed: 's', number: 1, language: 'en' });
		expect(screen.getByText('A contractor was paid to break in.').closest('.lead')).not.toBeNull();
		expect(screen.getByText('Which rule speaks against it?').closest('.lead')).toBeNull();
	});
});

test('a stem of one short paragraph is the heading, in its size', async () => {
	expect(await ask('Why?')).toHaveClass('stem');
});

test('a stem of one long paragraph is set smaller', async () => {
	const heading = await ask('It was said, and it was done. '.repeat(6));
	expect(heading).not.toHaveClass('stem');
	expect(document.querySelector('[data-focus-question]')).toBe(heading);
});
