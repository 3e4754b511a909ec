import * as v from 'valibot';

import { idSchema } from '#lib/kinds/option.ts';
import { prose } from '#lib/text/markdown.ts';

import { ignoredRule } from './ignored-rule.ts';
import { plain, sourceSchema } from './source-schema.ts';

/** A case, or words of a document, that several items ask about: it is shown before each of them. */
export const stimulusSchema = v.pipe(
	v.strictObject({
		id: idSchema,
		title: plain,
		text: prose,
		/** What it is taken from, if it is from a document. */
		source: v.exactOptional(sourceSchema),
		/** The source is told with the explanation, since it would give an answer away. */
		sourceAfter: v.optional(v.boolean(), false),
		/** Rules of the checker that do not apply to its text. */
		ignore: v.exactOptional(v.array(ignoredRule))
	}),
	v.check(
		({ source, sourceAfter }) => !sourceAfter || source !== undefined,
		'has “sourceAfter”, and no “source”\nName the source, or leave “sourceAfter” out.'
	)
);

export type Stimulus = v.InferOutput<typeof stimulusSchema>;

/** What a learner may see of it before answering. */
export type StimulusView = Pick<Stimulus, 'id' | 'title' | 'text' | 'source'>;

/** Copies what may be seen of a stimulus before the answer: not a source that would give it away. */
export function stimulusView({ id, title, text, source, sourceAfter }: Stimulus): StimulusView {
	return { id, title, text, ...(source && !sourceAfter && { source }) };
}

/** The stimuli of some items, each once, in the order of the items. */
export function stimuliOf(items: readonly { stimulus?: Stimulus }[]): Stimulus[] {
	return [...new Map(items.flatMap(({ stimulus }) => (stimulus ? [[stimulus.id, stimulus]] : []))).values()];
}
