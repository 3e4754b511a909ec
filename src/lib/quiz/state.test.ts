import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';

import type { LearnerEvent } from './event.ts';
import { formWith } from './fixtures.ts';
import { quizMachine } from './machine.ts';
import { begunWith, initialState, isGiving, isIn, type QuizState, type StatePath } from './state.ts';

const input = { form: formWith(), at: 5000 };

test('a quiz begins as the statechart begins it', () => {
	const { value, context } = createActor(quizMachine, { input }).getSnapshot();
	expect(initialState(input)).toEqual({ value, context });
});

describe('what is said before the statechart is there', () => {
	test.each<[LearnerEvent, boolean]>([
		[{ type: 'answer', at: 6000, response: 'x' }, true],
		[{ type: 'certain', at: 6000, certainty: 2 }, true],
		[{ type: 'flag', at: 6000 }, false],
		[{ type: 'check', at: 6000 }, false]
	])('%j', (event, gives) => {
		expect(isGiving(event)).toBe(gives);
		const begun = initialState(input);
		const after = begunWith(begun, event);
		if (!gives) return expect(after).toBe(begun);
		const { type, at, ...given } = event;
		const moment = type === 'answer' ? { answeredAt: at } : {};
		const first = { ...begun.context.entries['a'], ...given, ...moment };
		expect(after).toEqual({
			...begun,
			context: { ...begun.context, entries: { ...begun.context.entries, a: first } }
		});
	});

	test('stays when more is said', () => {
		const answered = begunWith(initialState(input), { type: 'answer', at: 6000, response: 'x' });
		const both = begunWith(answered, { type: 'certain', at: 7000, certainty: 3 });
		expect(both.context.entries['a']).toMatchObject({ response: 'x', answeredAt: 6000, certainty: 3 });
	});
});

describe('a quiz is', () => {
	const composing: QuizState['value'] = { active: { answering: 'composing' } };

	test.each<[QuizState['value'], StatePath[]]>([
		[composing, ['active', 'active.answering', 'active.answering.composing']],
		[{ active: 'feedback' }, ['active', 'active.feedback']],
		['paused', ['paused']],
		[{ finished: 'results' }, ['finished', 'finished.results']]
	])('%j', (value, within) => {
		const all: StatePath[] = [
			...(['active', 'active.answering', 'active.answering.composing', 'active.answering.retrying'] as const),
			...(['active.feedback', 'paused', 'refused', 'finished', 'finished.results'] as const)
		];
		expect(all.filter((path) => isIn({ value }, path))).toEqual(within);
	});
});
