import type { StateValue, StateValueFrom } from 'xstate';

import { initialContext, withEntry, type QuizContext, type QuizInput } from './context.ts';
import type { LearnerEvent } from './event.ts';
import type { QuizMachine } from './machine.ts';

/**
 * Where a quiz is in the statechart, and all that it knows. A running quiz's snapshot is one; so is the beginning of
 * a quiz, which can be shown before the statechart itself has been loaded.
 */
export interface QuizState {
	value: StateValueFrom<QuizMachine>;
	context: QuizContext;
}

/** A state of the statechart, named from the outermost inwards, such as `active.answering.composing`. */
export type StatePath = PathIn<StateValueFrom<QuizMachine>>;

type PathIn<Value> = Value extends string
	? Value
	: { [Name in keyof Value & string]: Name | `${Name}.${PathIn<NonNullable<Value[Name]>>}` }[keyof Value &
			string];

/** Whether a quiz is in a state or in one within it. */
export function isIn({ value }: Pick<QuizState, 'value'>, path: StatePath): boolean {
	let within: StateValue | undefined = value;
	for (const step of path.split('.')) {
		if (typeof within === 'string') return within === step;
		within = within[step];
		if (within === undefined) return false;
	}
	return true;
}

/** The state in which every quiz begins: its first question, unanswered. */
export function initialState(input: QuizInput): QuizState {
	return { value: { active: { answering: 'composing' } }, context: initialContext(input) };
}

/**
 * The beginning, after an event that comes before the statechart is loaded: a response to the first question is
 * entered, and everything else waits.
 */
export function begunWith(state: QuizState, event: LearnerEvent): QuizState {
	const { context } = state;
	if (event.type === 'answer')
		return {
			...state,
			context: { ...context, ...withEntry(context, { response: event.response, answeredAt: event.at }) }
		};
	if (event.type === 'certain')
		return { ...state, context: { ...context, ...withEntry(context, { certainty: event.certainty }) } };
	return state;
}

/** Whether an event gives something to the present question, and does nothing with it. */
export function isGiving(event: LearnerEvent): boolean {
	return event.type === 'answer' || event.type === 'certain';
}
