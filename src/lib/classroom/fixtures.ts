import { usual, type ClassSetup } from './setup.ts';

/** A set-up of two items with what a test needs to be otherwise. */
export function setupOf(otherwise: Partial<ClassSetup> = {}): ClassSetup {
	return {
		...usual,
		teams: [],
		primer: 'primer',
		language: 'en',
		items: ['one', 'two'],
		seed: 'seed',
		...otherwise
	};
}
