import { join } from 'node:path';

import { render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, describe, expect, test, vi } from 'vitest';

import { isItemOf } from '#lib/bank/item.ts';
import { readSoundBanks } from '#lib/bank/read.server.ts';
import { revealed } from '#lib/bank/revealed.ts';
import { samples } from '#lib/kinds/index.ts';
import { loadKinds } from '#lib/player/kinds/index.ts';
import { loadCertainty, loadLater } from '#lib/player/load-later.ts';
import type { BehaviourName, Certainty } from '#lib/quiz/behaviour.ts';
import { readResultCodes } from '#lib/results/code.ts';
import { readResultFile } from '#lib/results/file.ts';
import { plainText } from '#lib/text/rich.ts';
import * as files from '#lib/ui/save-file.ts';

import { hostWith } from '../fixtures.ts';
import type { QuizHost } from '../host.ts';
import Quiz from '../Quiz.svelte';
import type { QuizData } from '../quiz-data.ts';

const [bank] = await readSoundBanks(join(import.meta.dirname, '../../../../questions'));
if (!bank) throw new Error('There is no course.');
const course = bank;
const asked = course.items.filter((item) => isItemOf(item, 'single-choice')).slice(0, 2);
const user = userEvent.setup();

// jsdom draws nothing, so it has nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

beforeAll(() => Promise.all([loadLater(), loadCertainty(), loadKinds(['single-choice'])]));

/** Plays a quiz to its end: to each question, whether the answer is right, and how sure the learner says they are. */
async function play(
	answers: readonly { right: boolean; certainty?: Certainty }[],
	behaviour: BehaviourName = 'practice',
	given: Partial<QuizHost> = {}
) {
	const items = asked.slice(0, answers.length);
	const data: QuizData = {
		...revealed(course, items),
		id: `${behaviour} ${answers.length}`,
		address: '?seed=s',
		form: {
			primer: course.primer.id,
			seed: 's',
			behaviour,
			items: items.map(({ id }) => id),
			minutes: null,
			extraTime: 1
		},
		points: course.primer.points,
		asOf: course.primer.source.date,
		language: 'en',
		views: [],
		elapsed: 0,
		posted: null,
		sitting: null
	};
	render(Quiz, { data, host: hostWith({ course: 'A course', ...given }) });
	for (const [place, { right, certainty }] of answers.entries()) {
		const item = items[place];
		if (!item) throw new Error('There are too few questions.');
		const chosen = item.interaction.options.find(({ id }) => id === samples(item)[right ? 'right' : 'wrong']);
		await user.click(await screen.findByRole('radio', { name: plainText(chosen?.text ?? '') }));
		if (certainty) {
			const levels = within(screen.getByRole('group', { name: 'How sure are you?' })).getAllByRole('radio');
			await user.click(levels[certainty - 1] ?? document.body);
		}
		await user.click(screen.getByRole('button', { name: 'Check' }));
		await user.click(await screen.findByRole('button', { name: /^(Next question|See the results)$/ }));
	}
	await screen.findByRole('heading', { name: 'For your teacher' });
}

/** What the page has put on the clipboard. */
const copied = () => navigator.clipboard.readText();

describe('a result', () => {
	test('is handed on as a code, with a name only where one was typed', async () => {
		await play([{ right: true }, { right: false }]);
		await user.click(screen.getByRole('button', { name: 'Copy the code for your teacher' }));
		await screen.findByText('Copied.');
		const [nameless] = readResultCodes(await copied());
		expect(nameless?.reading).toMatchObject({
			ok: true,
			result: {
				course: course.primer.id,
				language: 'en',
				behaviour: 'practice',
				items: [
					{ item: asked[0]?.id, fraction: 1 },
					{ item: asked[1]?.id, fraction: 0 }
				]
			}
		});
		expect(nameless?.reading.ok && nameless.reading.result).not.toHaveProperty('name');

		await user.type(screen.getByRole('textbox', { name: 'Your name, if you like' }), ' Ada  L ');
		await user.click(screen.getByRole('button', { name: 'Copy the code for your teacher' }));
		await waitFor(async () => {
			const [named] = readResultCodes(await copied());
			expect(named?.reading).toMatchObject({ ok: true, result: { name: 'Ada L' } });
		});
	});

	test('is handed on as a file', async () => {
		const saved = vi.spyOn(files, 'saveFile').mockImplementation(() => undefined);
		await play([{ right: true }]);
		await user.click(screen.getByRole('button', { name: 'Save as a file' }));
		const [name = '', text = ''] = saved.mock.lastCall ?? [];
		expect(name).toMatch(/^five-points-result-paris-call-[0-9a-f]{6}\.json$/);
		expect(readResultFile(text)).toMatchObject({ ok: true, result: { items: [{ fraction: 1 }] } });
		saved.mockRestore();
	});

	test('is copied as text, under the name of the course', async () => {
		await play([{ right: true }, { right: false }]);
		await user.click(screen.getByRole('button', { name: 'Copy as text' }));
		await screen.findByText('Copied.');
		const text = await copied();
		expect(text).toMatch(
			/^A course, \d+ \w+ 20\d\d, \d\d:\d\d\n\n1 of 2 marks\n1 of 2 entirely right, 1 partly or not\./
		);
		expect(text).toContain(`1. ${plainText(asked[0]?.stem ?? '')}\n   Right, 1 mark`);
		expect(text).toContain(`2. ${plainText(asked[1]?.stem ?? '')}\n   Not right, 0 marks`);
	});

	test('is copied with what it has moved, once its host shows that', async () => {
		let moved = '';
		const ending = () => ({ asText: () => moved, remove: () => undefined });
		await play([{ right: true }], 'practice', { ending });
		moved = '1 fact rose\n- Its title';
		await user.click(screen.getByRole('button', { name: 'Copy as text' }));
		await screen.findByText('Copied.');
		expect(await copied()).toMatch(/entirely right[^\n]*\n\n1 fact rose\n- Its title\n\nPoint by point\n/);
	});

	test('is shown to be copied by hand where the page may not copy', async () => {
		await play([{ right: true }]);
		vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('not allowed'));
		await user.click(screen.getByRole('button', { name: 'Copy the code for your teacher' }));
		const shown = await screen.findByRole('textbox', { name: 'The text to copy' });
		expect(shown).toHaveFocus();
		expect(readResultCodes((shown as HTMLTextAreaElement).value)[0]?.reading.ok).toBe(true);
	});

	test('is printed only where the host can', async () => {
		const print = vi.fn();
		await play([{ right: true }], 'practice', { print });
		await user.click(screen.getByRole('button', { name: 'Print' }));
		expect(print).toHaveBeenCalledOnce();
		document.body.replaceChildren();
		await play([{ right: true }]);
		expect(screen.queryByRole('button', { name: 'Print' })).toBeNull();
	});

	test('below zero is told kindly, explained, and as it would be without certainty', async () => {
		await play(
			[
				{ right: true, certainty: 1 },
				{ right: false, certainty: 3 }
			],
			'certainty'
		);
		screen.getByRole('heading', { level: 1, name: /^−5\s*of 6 marks$/ });
		await screen.findByText(
			/^Below zero, and that is no disaster.* Counted without certainty, this would be 1 of 2 right\.$/
		);
	});

	test('above zero needs no such words', async () => {
		await play([{ right: true, certainty: 3 }], 'certainty');
		expect(screen.queryByText(/^Below zero/)).toBeNull();
	});

	test('makes room for what the host tells, and says whether it has a next step', async () => {
		const ending = vi.fn((place: HTMLElement) => {
			place.textContent = 'What moved';
			return { asText: () => '', remove: () => undefined };
		});
		const links = { withOptions: (query: string) => query };
		await play([{ right: false }], 'practice', { ending, links });
		screen.getByText('What moved');
		expect(ending).toHaveBeenLastCalledWith(expect.anything(), {
			hasStep: true,
			answers: [expect.any(String)]
		});
		document.body.replaceChildren();
		await play([{ right: true }], 'practice', { ending, links });
		expect(ending).toHaveBeenLastCalledWith(expect.anything(), {
			hasStep: false,
			answers: [expect.any(String)]
		});
	});
});
