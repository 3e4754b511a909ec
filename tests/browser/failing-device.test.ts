import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { samples, solution } from '#lib/kinds/index.ts';

import { test } from './browser.ts';
import { itemsAskedAt, quizPath } from './course.ts';
import { expectKept } from './device.ts';
import { answerAndCheck, expectHeading, feedback, press } from './learner.ts';
import { answersKept, itemAsked, studyPath, studySession } from './studying.ts';

const address = quizPath({ count: 2 });
const asked = itemsAskedAt(address);

/** The ways in which a browser’s database fails after it was opened. */
const failures = {
	'cannot be read': () => {
		const fail = () => {
			throw new DOMException('Internal error.', 'UnknownError');
		};
		for (const source of [IDBObjectStore.prototype, IDBIndex.prototype])
			for (const name of ['get', 'getKey', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor', 'count'])
				Reflect.set(source, name, fail);
	},
	'breaks off whatever is begun': () => {
		const begin = Reflect.get(IDBDatabase.prototype, 'transaction');
		IDBDatabase.prototype.transaction = function (...asked) {
			const transaction = begin.apply(this, asked);
			queueMicrotask(() => {
				transaction.abort();
			});
			return transaction;
		};
	},
	'has no room': () => {
		const fail = () => {
			throw new DOMException('Full.', 'QuotaExceededError');
		};
		for (const name of ['add', 'put']) Reflect.set(IDBObjectStore.prototype, name, fail);
	},
	'lets nobody begin': () => {
		IDBDatabase.prototype.transaction = () => {
			throw new DOMException('Closing.', 'InvalidStateError');
		};
	}
};

describe.each(Object.entries(failures))('where the database %s', (name, fail) => {
	test('a quiz says that nothing is kept, and goes on to its results', async ({ page }) => {
		await page.addInitScript(fail);
		await page.goto(address);
		for (const item of asked) {
			await answerAndCheck(page, item, solution(item));
			await feedback(page).waitFor();
			await page.getByRole('alert').getByText('This browser does not let the page keep anything').waitFor();
			await press(page, /^(Next question|See the results)$/);
		}
		await expectHeading(page, '2 of 2 marks');
	});

	test('self-study says that nothing is kept, and goes on to its end', async ({ page }) => {
		await page.addInitScript(fail);
		await page.goto(studyPath('learn/5'));
		await press(page, 'Begin the questions');
		const item = await itemAsked(page);
		await answerAndCheck(page, item, samples(item).wrong);
		await page.getByText(/This browser did not keep your last answer|is forgotten when you close/).waitFor();
		await press(page, 'Next question');
		const again = await studySession(page, () => true);
		expect(again.some(({ facts }) => facts.some((fact) => item.facts.includes(fact)))).toBe(true);
	});

	test('the pages about what was learnt say that they cannot read it', async ({ page }) => {
		// If only room is lacking, they can.
		if (name === 'has no room') return;
		await page.addInitScript(fail);
		for (const path of ['', 'progress']) {
			await page.goto(studyPath(path));
			await page.getByText('What this device has kept could not be read').waitFor();
		}
		await page.goto('/settings');
		await page.getByRole('alert').getByText('What is kept could not be read').waitFor();
	});
});

/** Keeps the database of a page from ever answering a look into the log, until {@link mend}. */
async function stall(page: Page): Promise<void> {
	await page.addInitScript(() => {
		if (sessionStorage.getItem('mended')) return;
		const look = Reflect.get(IDBObjectStore.prototype, 'getKey');
		IDBObjectStore.prototype.getKey = function (query) {
			const request = look.call(this, query);
			request.addEventListener('success', (event) => event.stopImmediatePropagation());
			return request;
		};
	});
}

/** @param held whether the page still holds what it was holding itself */
async function mend(page: Page, held: boolean): Promise<void> {
	await page.evaluate((keeps) => {
		sessionStorage.setItem('mended', 'yes');
		if (!keeps) localStorage.clear();
	}, held);
}

describe('an answer whose page is closed before it is in the log', () => {
	test('still counts in self-study', async ({ page }) => {
		await stall(page);
		await page.goto(studyPath('learn/5'));
		await press(page, 'Begin the questions');
		const item = await itemAsked(page);
		await answerAndCheck(page, item, samples(item).wrong);
		await feedback(page).waitFor();
		expect(await answersKept(page)).toBe(0);
		await mend(page, true);
		await page.goto(studyPath('review'));
		const again = await studySession(page, () => true);
		const missed = item.facts.filter((fact) => again.some(({ facts }) => facts.includes(fact)));
		expect(missed).toEqual(item.facts);
		expect(await answersKept(page)).toBe(1 + again.length);
	});

	test('of a quiz is reported again when the quiz goes on, and counts once', async ({ page }) => {
		await stall(page);
		await page.goto(address);
		const [item] = asked;
		if (!item) throw new Error('Nothing was asked.');
		await answerAndCheck(page, item, solution(item));
		await feedback(page).waitFor();
		await expectKept(page, 'check');
		expect(await answersKept(page)).toBe(0);
		await mend(page, false);
		for (let times = 0; times < 2; times++) {
			await page.reload();
			await feedback(page).waitFor();
			await expect.poll(() => answersKept(page)).toBe(1);
		}
		await press(page, 'Next question');
		for (const other of asked.slice(1)) await answerAndCheck(page, other, solution(other));
		await expect.poll(() => answersKept(page)).toBe(asked.length);
	});
});
