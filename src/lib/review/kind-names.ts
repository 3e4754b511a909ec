import type { KindName } from '#lib/kinds/index.ts';

// Spelt out, since the table of kinds would bring the code of each along; one that is forgotten does not compile.
const names: Record<KindName, true> = {
	'single-choice': true,
	'multiple-response': true,
	'true-false-reason': true,
	matching: true,
	ordering: true,
	categorise: true,
	cloze: true,
	'short-text': true,
	numeric: true,
	highlight: true
};

/** The names of all kinds, without their code. */
export const namesOfKinds = Object.keys(names).filter(isNameOfKind);

/** Whether this is the name of a kind. */
export function isNameOfKind(value: unknown): value is KindName {
	return typeof value === 'string' && Object.hasOwn(names, value);
}
