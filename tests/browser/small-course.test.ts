import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'vitest';

import { ITEMS, PRIMER, changed } from '#lib/bank/fixtures.ts';

import { test } from './browser.ts';
import { startServer } from './serve.ts';

/** A course of points 1 and 3, with a single fact to learn, which belongs to the primer as a whole. */
const files = {
	'primer.yaml': changed(PRIMER, [
		['id: 2, title', 'id: 3, title'],
		['id: F1.1, point: 1', 'id: F0.1, point: 0'],
		['id: F2.1, point: 2', 'id: F3.1, point: 3']
	]),
	'0.yaml': changed(ITEMS, [
		['point: 1', 'point: 0'],
		['facts: [F1.1]', 'facts: [F0.1]'],
		['facts: [F1.1]', 'facts: [F0.1]']
	])
};

test('a course whose points have no facts begins with the whole, wherever it is begun', async ({
	newPage
}) => {
	const questions = mkdtempSync(join(tmpdir(), 'five-points-'));
	mkdirSync(join(questions, 'small'));
	for (const [name, text] of Object.entries(files)) writeFileSync(join(questions, 'small', name), text);
	const server = await startServer({ QUESTIONS: questions });
	try {
		const page = await newPage({ baseURL: server.address });
		const begin = page.getByRole('link', { name: 'Begin with the course as a whole' });
		for (const place of ['', '/progress', '/review']) {
			await page.goto(`/small${place}`);
			expect(await begin.getAttribute('href'), place).toMatch(/learn\/0$/);
		}
		await page.goto('/small/practice/mistakes');
		await page.getByRole('button', { name: 'Begin the questions' }).click();
		expect(await begin.getAttribute('href')).toMatch(/learn\/0$/);
		await page.getByRole('link', { name: 'Learn', exact: true }).click();
		await page.getByRole('link', { name: 'Learn the course as a whole' }).click();
		await page.getByText('The course as a whole', { exact: true }).waitFor();
		await page.getByRole('button', { name: 'Begin the questions' }).waitFor();

		await page.goto('/small/quiz?n=1&items=number');
		await page.getByRole('textbox').fill('2');
		await page.getByRole('button', { name: 'Check' }).click();
		await page.getByRole('button', { name: 'See the results' }).click();
		await page.getByRole('link', { name: 'To the course' }).waitFor();
	} finally {
		await server.stop();
		rmSync(questions, { recursive: true });
	}
});
