import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { BrowserContext } from 'playwright-core';

import type { Review } from '#lib/review/review.ts';
import { writeLearnerFile } from '#lib/store/export/write.ts';

/**
 * Puts some reviews on the device of a browser profile, by importing them as a learner would.
 *
 * @param address of the running app
 */
export async function importReviews(
	context: BrowserContext,
	address: string,
	reviews: Review[]
): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'five-points-learner-'));
	try {
		const path = join(folder, 'learner.json');
		const data = { reviews, flaws: [], attempts: [], settings: null };
		writeFileSync(path, writeLearnerFile(data, Date.now(), '0').text);
		const page = await context.newPage();
		await page.goto(new URL('/settings', address).href, { waitUntil: 'networkidle' });
		await page.getByLabel('Import', { exact: true }).setInputFiles(path);
		await page.getByRole('status').getByRole('listitem').first().waitFor({ timeout: 180_000 });
		await page.close();
	} finally {
		rmSync(folder, { recursive: true });
	}
}
