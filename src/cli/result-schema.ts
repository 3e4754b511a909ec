import { toJsonSchema } from '@valibot/to-json-schema';

import { resultSchema } from '#lib/results/format.ts';

import { described, type Json } from './described.ts';
import { conversion, DRAFT } from './json-schema.ts';

/** What is said of each key of a result, by the key’s name. */
const descriptions: Record<string, string> = {
	attempt: 'Names the attempt for good: the same however often it is handed on, and under whatever name.',
	course: 'The course, by the name of its folder.',
	language: 'The language of the edition that was answered, as a tag.',
	behaviour: 'When feedback came, and how often one could try.',
	finishedAt: 'When the quiz was finished: milliseconds since 1970.',
	seconds: 'How long it took, in whole seconds.',
	name: 'What the learner wants to be called; missing where nothing was typed.',
	items: 'The questions in the order in which they were asked, each once.',
	item: 'The question, by its id.',
	rev: 'The revision of its key, from 1.',
	state: 'Whether it was answered, and if not, why it has no score.',
	fraction: 'The score of the first try, from 0 to 1; null unless scored.',
	earned: 'The marks after all tries: from −6 to 3 with certainty, otherwise from 0 to 1.',
	tries: 'How many tries were scored.',
	certainty: 'How sure the learner was: 1 not very, 2 fairly, 3 quite; null where nobody asked.',
	hinted: 'Whether a hint was read.',
	response: 'What the first try gave, as the kind of question writes it; null where that is not told.'
};

/** The JSON Schema of a learner’s result, for programs that read or write one. */
export function resultJsonSchema(): Json {
	const { $schema: _, ...schema } = toJsonSchema(resultSchema, conversion);
	return described({ $schema: DRAFT, title: 'A learner’s result in Five Points', ...schema }, descriptions);
}
