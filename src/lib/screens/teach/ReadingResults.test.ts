import { join } from 'node:path';

import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { Bank } from '#lib/bank/bank.ts';
import { readSoundLibrary } from '#lib/bank/read.server.ts';
import { samples } from '#lib/kinds/index.ts';
import { writeResultCode } from '#lib/results/code.ts';
import { played } from '#lib/results/fixtures.ts';
import type { Result } from '#lib/results/format.ts';
import { pasted, readResults } from '#lib/results/read-results.ts';

import ReadingResults from './ReadingResults.svelte';
import { learnerRows } from './results-tables.ts';

const library = await readSoundLibrary(join(import.meta.dirname, '../../../../questions'));
const editions = library.flatMap(({ bank, editions: others }) => [
	bank,
	...others.map((other) => other.bank)
]);
const inLanguage = (language: string): Bank => {
	const found = editions.find(({ primer }) => primer.language === language);
	if (!found) throw new Error(`There is no edition in ${language}.`);
	return found;
};
const [english, french] = [inLanguage('en'), inLanguage('fr')];
const user = userEvent.setup();

/** A thread of its own, in the same one: jsdom has no other. */
class WorkerHere extends EventTarget {
	postMessage({
		given,
		bank,
		others
	}: {
		given: { text: string; name: string }[];
		bank: Bank;
		others?: Bank[];
	}) {
		const sources = given.map(({ text, name }) => pasted(text, name));
		void readResults(sources, bank, others).then((data) =>
			this.dispatchEvent(new MessageEvent('message', { data }))
		);
	}

	terminate() {
		return undefined;
	}
}
beforeEach(() => vi.stubGlobal('Worker', WorkerHere));
afterEach(() => vi.unstubAllGlobals());

/** Gives texts to a page that reads them. */
async function give(
	text: string,
	{
		kept = 0,
		fetchOthers = () => Promise.resolve([french])
	}: { kept?: number; fetchOthers?: () => Promise<Bank[]> } = {}
) {
	render(ReadingResults, { bank: english, kept, fetchOthers });
	const field = screen.getByRole('textbox');
	await user.click(field);
	await user.paste(text);
	await user.click(screen.getByRole('button', { name: 'Read the codes' }));
	await screen.findByText(/results? w(as|ere) read\.$/);
}

const refused = () => screen.getByRole('region', { name: 'What does not count, and why' });

/** The result of somebody who answers some items rightly. */
function rightly(items: Bank['items'], { of = english, startedAt = 0 } = {}): Result {
	const { id: course, language } = of.primer;
	const all = new Map(items.map((item) => [item.id, item]));
	return played(
		all,
		(id) => {
			const item = all.get(id);
			return item ? [samples(item).right] : [];
		},
		'practice',
		{ course, language, startedAt, revOf: (id) => all.get(id)?.rev }
	);
}

describe('what does not count is told in part, and the rest is counted', () => {
	test('of 20,000 bad codes', async () => {
		await give('FP1-abc-00000000\n'.repeat(20_000));
		expect(within(refused()).getAllByRole('listitem')).toHaveLength(20);
		expect(within(refused()).getByText('and 19,980 more')).toBeTruthy();
		expect(screen.getByText(/^20,?000 could not be taken/)).toBeTruthy();
	});

	test('of one result, again and again', async () => {
		const code = writeResultCode(rightly(english.items.slice(0, 2)));
		await give(`${code}\n`.repeat(1200));
		expect(within(refused()).getAllByRole('listitem')).toHaveLength(20);
		expect(within(refused()).getByText('and 1,179 more')).toBeTruthy();
	});

	test('all of it where there is little', async () => {
		await give('FP1-abc-00000000\n'.repeat(20));
		expect(within(refused()).getAllByRole('listitem')).toHaveLength(20);
		expect(within(refused()).queryByText(/^and /)).toBeNull();
	});
});

describe('the marks of a learner', () => {
	const rowOf = async (result: Result) => {
		const read = await readResults([pasted(writeResultCode(result), 'chat')], english);
		return learnerRows(read)[0];
	};
	const two = rightly(english.items.slice(0, 2));
	const withItem = (change: Partial<Result['items'][number]>, at = 1): Result => ({
		...two,
		items: two.items.map((item, place) => (place === at ? { ...item, ...change } : item))
	});

	test('are those of all that counts', async () => {
		expect(await rowOf(two)).toMatchObject({ earned: 2, possible: 2, answered: 2, asked: 2 });
	});

	test.each<[string, Partial<Result['items'][number]>]>([
		['earned more than it gives', { earned: 3 }],
		['is not in the course', { item: 'nowhere' }],
		['has another key now', { rev: 77 }],
		['was scored otherwise', { fraction: 0.3, earned: 0.3 }],
		['tells no answer', { response: null }],
		['had left the course', { state: 'gone', fraction: null, response: null, earned: 0, tries: 0 }]
	])('leave out an item that %s', async (_, change) => {
		expect(await rowOf(withItem(change))).toMatchObject({ earned: 1, possible: 1, answered: 1, asked: 1 });
	});

	test('count what was passed over, as nothing', async () => {
		const nothing = { state: 'unanswered', fraction: null, response: null, earned: 0, tries: 0 } as const;
		expect(await rowOf(withItem(nothing))).toMatchObject({ earned: 1, possible: 2, answered: 1, asked: 2 });
	});
});

describe('answers in another language of the course', () => {
	const typed = french.items.filter(({ kind }) => kind === 'short-text').slice(0, 2);
	const code = writeResultCode(rightly(typed, { of: french }));

	test('are scored by its own edition', async () => {
		await give(code);
		expect(screen.getByRole('row', { name: /^Learner 1/ }).textContent).toContain('2 of 2');
	});

	test('count where that cannot be fetched, and what was not checked is told', async () => {
		const forged = rightly(typed, { of: french });
		const items = forged.items.map((item) => ({ ...item, response: 'quelque chose' }));
		await give(writeResultCode({ ...forged, items }), {
			fetchOthers: () => Promise.reject(new Error('Away.'))
		});
		expect(screen.getByText(/2 scores could not be checked/)).toBeTruthy();
	});

	test('that are not right there do not count', async () => {
		const forged = rightly(typed, { of: french });
		const items = forged.items.map((item, place) =>
			place === 0 ? { ...item, response: 'quelque chose' } : item
		);
		await give(writeResultCode({ ...forged, items }));
		const row = screen.getByRole('row', { name: /^Learner 1/ });
		expect(row.textContent).toContain('1 of 1');
		expect(row.textContent).toContain('1 question is not counted: what was answered does not earn');
	});
});

describe('questions that are kept for exams', () => {
	test('are told as not counted, with the reason, beside each result and for all', async () => {
		const one = rightly(english.items.slice(0, 3));
		const items = one.items.map((item, place) => (place === 0 ? { ...item, item: 'kept-for-exams' } : item));
		await give(writeResultCode({ ...one, items }), { kept: 4 });
		expect(
			screen.getByText(/^4 questions of this course are kept for exams\. .* not counted here/)
		).toBeTruthy();
		const row = screen.getByRole('row', { name: /^Learner 1/ });
		expect(row.textContent).toMatch(/1 question is not counted: .* kept for exams/);
		expect(row.textContent).toContain('2 of 2');
	});
});
