import { describe, expect, test } from 'vitest';

import { answer, check, formWith, next, play, scoredAt } from './fixtures.ts';
import { firstTries } from './first-tries.ts';

describe('the items whose first try was scored', () => {
	test('are those of this moment, whatever came of them', () => {
		const form = formWith();
		const asked = play(form, [answer(0)]).context;
		const told = play(form, [answer(0), check]).context;
		const later = play(form, [answer(0), check, next, answer(1), check]).context;
		expect(firstTries(asked, told)).toEqual(['a']);
		expect(firstTries(told, later)).toEqual(['b']);
		expect(firstTries(told, told)).toEqual([]);
	});

	test('are none of those that nothing is known of', () => {
		const told = play(formWith(), [answer(0), check]).context;
		expect(firstTries({ ...told, entries: {} }, told)).toEqual(['a']);
		expect(firstTries(told, { ...told, entries: {} })).toEqual([]);
	});

	test('are told once where there are several tries', () => {
		const form = formWith({ behaviour: 'retry' });
		const once = play(form, [answer(0), check]).context;
		expect(firstTries(once, play(form, [answer(0), check, answer(1), check]).context)).toEqual([]);
	});

	test('are told together when an exam is graded, but for those without an answer', () => {
		const form = formWith({ behaviour: 'exam' });
		const said = [answer(1), { type: 'finish' } as const];
		const graded = play(form, [...said, { type: 'submit' }], {
			type: 'graded',
			grades: { a: scoredAt(1), b: scoredAt(0), c: { state: 'unanswered' } }
		});
		expect(firstTries(play(form, said).context, graded.context)).toEqual(['a', 'b']);
	});
});
