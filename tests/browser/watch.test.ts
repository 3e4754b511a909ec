import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, onTestFinished } from 'vitest';

import { ITEMS, PRIMER } from '#lib/bank/fixtures.ts';

import { test } from './browser.ts';
import { startDevelopment } from './development.ts';
import { startServer } from './serve.ts';
import { waitFor } from '../wait-for.ts';

let questions: string;

/** Writes the items as an editor does: first beside the old file, then in its place. */
function save(text: string): void {
	writeFileSync(join(questions, 'course/1.yaml~'), text);
	renameSync(join(questions, 'course/1.yaml~'), join(questions, 'course/1.yaml'));
}

const asking = (stem: string) => ITEMS.replace('How many are there?', stem);
const BROKEN = ITEMS.replace('stem:', 'steem:');
const QUIZ = '/course/quiz?items=number';

beforeEach(() => {
	questions = mkdtempSync(join(tmpdir(), 'five-points-'));
	mkdirSync(join(questions, 'course'));
	writeFileSync(join(questions, 'course/primer.yaml'), PRIMER);
	save(ITEMS);
});

afterEach(() => rmSync(questions, { recursive: true }));

test('under “npm start -- --watch” a saved question appears on the page, and so does what is wrong with it', async ({
	newPage
}) => {
	const server = await startServer({ QUESTIONS: questions }, ['--watch']);
	onTestFinished(async () => {
		await server.stop();
	});
	const page = await newPage({ baseURL: server.address });
	await page.goto(QUIZ);
	await page.getByText('How many are there?').waitFor();

	save(asking('How many of them?'));
	await page.getByText('How many of them?').waitFor();

	save(BROKEN);
	await page.getByText(/course\/1\.yaml:8:5: .*steem/).waitFor();
	await page.getByText('Did you mean “stem”?').waitFor();
	await page.getByText('How many of them?').waitFor();
	expect(server.printed()).toMatch(/course\/1\.yaml:8:5: .*steem/);

	save(asking('How many, at last?'));
	await page.getByText('How many, at last?').waitFor();
	expect(await page.getByText(/steem/).count()).toBe(0);
});

test('without it, no page looks for changes', async () => {
	const server = await startServer({ QUESTIONS: questions });
	onTestFinished(async () => {
		await server.stop();
	});
	expect((await fetch(`${server.address}/watch`)).status).toBe(404);
	expect(await (await fetch(server.address)).text()).not.toContain('watched');
});

test('under “npm run dev” too, even when it begins with a broken course', async () => {
	save(BROKEN);
	const { address, printed, stop } = await startDevelopment({ QUESTIONS: questions });
	onTestFinished(async () => {
		await stop();
	});
	const page = async (path: string) => (await fetch(address + path)).text();

	expect(await page('/')).toMatch(/course\/1\.yaml:8:5: .*steem/);
	expect(printed()).toMatch(/course\/1\.yaml:8:5: .*steem/);
	save(asking('How many of them?'));
	await waitFor(async () => expect(await page(QUIZ)).toContain('How many of them?'));
	save(asking('How many, at last?'));
	await waitFor(async () => expect(await page(QUIZ)).toContain('How many, at last?'));
});
