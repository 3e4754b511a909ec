import { formOrder, formParts, formValue, formValues, formVerdictAndReason } from './form.ts';

/** What is shown of most kinds is no answer before the learner gives one. */
const noAnswer = () => null;

/** Whoever checks an order that they did not touch means it as it is. */
const orderShown = ({ elements }: { elements: readonly { id: string }[] }) => elements.map(({ id }) => id);

/*
 * What a page knows of each kind before the rest is loaded: its name, as in an item's `kind`; how to read its
 * answer from a form, which may have been filled in before any script ran; which answer its view is before anything
 * was given; and where to find the code that runs it. The list of names comes from here, so a new kind begins with a
 * row in this table.
 */
export const light = {
	'single-choice': {
		fromForm: formValue,
		asShown: noAnswer,
		load: async () => (await import('./single-choice.ts')).run
	},
	'multiple-response': {
		fromForm: formValues,
		asShown: noAnswer,
		load: async () => (await import('./multiple-response.ts')).run
	},
	'true-false': {
		fromForm: formValue,
		asShown: noAnswer,
		load: async () => (await import('./true-false.ts')).run
	},
	'true-false-reason': {
		fromForm: formVerdictAndReason,
		asShown: noAnswer,
		load: async () => (await import('./true-false-reason.ts')).run
	},
	matching: { fromForm: formParts, asShown: noAnswer, load: async () => (await import('./matching.ts')).run },
	ordering: {
		fromForm: formOrder,
		asShown: orderShown,
		load: async () => (await import('./ordering.ts')).run
	},
	categorise: {
		fromForm: formParts,
		asShown: noAnswer,
		load: async () => (await import('./categorise.ts')).run
	},
	cloze: { fromForm: formParts, asShown: noAnswer, load: async () => (await import('./cloze.ts')).run },
	'short-text': {
		fromForm: formValue,
		asShown: noAnswer,
		load: async () => (await import('./short-text.ts')).run
	},
	numeric: { fromForm: formValue, asShown: noAnswer, load: async () => (await import('./numeric.ts')).run },
	highlight: {
		fromForm: formValues,
		asShown: noAnswer,
		load: async () => (await import('./highlight.ts')).run
	}
};

/** The name of a kind, as an item's `kind` gives it. */
export type KindName = keyof typeof light;

/** The names of all kinds. */
export const kindNames: readonly KindName[] = Object.keys(light).filter(isKindName);

/** Whether this is the name of a kind. */
export function isKindName(name: unknown): name is KindName {
	return typeof name === 'string' && Object.hasOwn(light, name);
}
