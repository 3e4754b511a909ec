import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished } from 'vitest';

import { ITEMS, PRIMER, changed } from '#lib/bank/fixtures.ts';

import { test } from './browser.ts';
import { startServer } from './serve.ts';

test('a course in Hebrew runs from right to left on a page that does not', async ({ newPage }) => {
	const questions = mkdtempSync(join(tmpdir(), 'five-points-'));
	onTestFinished(() => rmSync(questions, { recursive: true }));
	mkdirSync(join(questions, 'ivrit'));
	writeFileSync(join(questions, 'ivrit/primer.yaml'), changed(PRIMER, [['language: en', 'language: he']]));
	writeFileSync(
		join(questions, 'ivrit/1.yaml'),
		changed(ITEMS, [['Which is *first*?', 'מהי בירת צרפת (1789)?']])
	);
	const server = await startServer({ QUESTIONS: join(questions, 'ivrit') });
	onTestFinished(async () => {
		await server.stop();
	});

	const page = await newPage({ baseURL: server.address });
	await page.goto('/ivrit/quiz?items=first');
	const directionOf = (selector: string) =>
		page
			.locator(selector)
			.first()
			.evaluate((element) => getComputedStyle(element).direction);
	expect(await directionOf('html')).toBe('ltr');
	expect(
		await page
			.getByText('מהי בירת צרפת')
			.first()
			.evaluate((e) => getComputedStyle(e).direction)
	).toBe('rtl');
	expect(await directionOf('.view')).toBe('rtl');
	await page.goto('/ivrit/quiz?items=number');
	expect(await page.getByRole('textbox').getAttribute('dir')).toBe('auto');
});
