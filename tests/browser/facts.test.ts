import { expect } from 'vitest';

import type { FactStatus } from '#lib/bank/primer.ts';
import { dayInWords } from '#lib/ui/when.ts';

import { test } from './browser.ts';
import { course, spaced, words } from './course.ts';

const { facts, source } = course.primer;

const statuses: Record<FactStatus, string> = {
	stable: 'stands on its own',
	'as-of': `as of ${dayInWords(source.date)}`,
	opinion: 'the author’s view',
	slip: 'imprecise in the source',
	background: 'Background'
};

test('the facts page lists every fact with its status, its place and what is known since, with sources', async ({
	page
}) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Background' }).click();
	await page.getByRole('link', { name: `All ${facts.length} facts` }).click();
	await page.getByRole('heading', { level: 1, name: 'The facts' }).waitFor();
	await page.getByText(`(${source.publisher}, ${dayInWords(source.date)}) states, in our words`).waitFor();
	expect(await page.getByRole('article').count()).toBe(facts.length);
	// Other pages count those that are learnt, and the cards.
	const numbers = /^There are (\d+) facts: (\d+) to learn with questions, (\d+) on flashcards\./;
	const [, all, asked, cards] = numbers.exec(await page.getByText(numbers).innerText()) ?? [];
	expect(Number(all)).toBe(facts.length);
	const other = await page.context().newPage();
	await other.goto(`/${course.primer.id}/progress`);
	await other.getByText(`${asked} facts to learn, and all of them wait for you.`).waitFor();
	await other.goto(`/${course.primer.id}/flashcards`);
	await other.getByText(`Card 1 of ${cards}`, { exact: true }).waitFor();

	for (const fact of facts) {
		const article = page.getByRole('article', { name: fact.title ?? `Fact ${fact.id}`, exact: true });
		const text = spaced(await article.innerText());
		expect(text).toContain(words(fact.claim));
		expect(text.toLowerCase()).toContain(statuses[fact.status].toLowerCase());
		expect(text.toLowerCase()).toContain((fact.where ?? fact.source?.title ?? '').toLowerCase());
		for (const { note, checked, source: origin } of fact.since) {
			expect(text).toContain(words(note));
			expect(text).toContain(`checked ${dayInWords(checked)}`);
			if (origin.address === undefined) expect(text).toContain(origin.title);
			else
				expect(
					await article.getByRole('link', { name: origin.title, exact: true }).first().getAttribute('href')
				).toBe(origin.address);
		}
	}
});

test('on a desk the facts of a point stand in two columns, and on a phone in one', async ({ newPage }) => {
	for (const [width, columns] of [
		[1280, 2],
		[390, 1]
	] as const) {
		const page = await newPage({ viewport: { width, height: 800 } });
		await page.goto(`/${course.primer.id}/facts`);
		const lefts = await page
			.getByRole('article')
			.evaluateAll((all) => all.map((fact) => Math.round(fact.getBoundingClientRect().left)));
		expect(new Set(lefts).size, `columns at ${width} px`).toBe(columns);
	}
});

test('a fact has an address of its own', async ({ page }) => {
	const last = facts.at(-1);
	if (!last) throw new Error('the primer has no fact');
	await page.goto(`/${course.primer.id}/facts#${last.id}`);
	const article = page.getByRole('article', { name: last.title ?? `Fact ${last.id}`, exact: true });
	await expect
		.poll(() => article.evaluate((element) => element.getBoundingClientRect().top < innerHeight))
		.toBe(true);
	const name = article.getByRole('heading', { level: 3 }).getByRole('link');
	expect(await name.getAttribute('href')).toBe(`#${last.id}`);
});
