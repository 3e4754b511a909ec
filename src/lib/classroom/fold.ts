import { initialTransition, transition, type SnapshotFrom } from 'xstate';

import type { ClassInput } from './context.ts';
import type { ClassEvent } from './event.ts';
import { classMachine, type ClassMachine } from './machine.ts';

/** Where a class is, and all that its log says of it. */
export type ClassState = SnapshotFrom<ClassMachine>;

/** A class before anything has happened in it. */
export function newClass(input: ClassInput): ClassState {
	return initialTransition(classMachine, input)[0];
}

/** A class after more has happened. What means nothing where it is changes nothing. */
export function folded(state: ClassState, events: Iterable<ClassEvent>): ClassState {
	return [...events].reduce(
		(before, event) => (mayHappen(before, event) ? transition(classMachine, before, event)[0] : before),
		state
	);
}

/** Whether something may happen in a class now. Its log keeps nothing else. */
export function mayHappen(state: ClassState, event: ClassEvent): boolean {
	return state.status === 'active' && state.can(event);
}
