import { toJsonSchema } from '@valibot/to-json-schema';

import { learnerFileSchema } from '#lib/store/export/schema.ts';

import { described, type Json } from './described.ts';
import { conversion, DRAFT } from './json-schema.ts';
import { learnerFileDescriptions } from './learner-file-descriptions.ts';

/** The JSON Schema of a file of a learner’s data, for whoever wants to read or write one. */
export function learnerFileJsonSchema(): Json {
	const title = 'What a device keeps of a learner in Five Points';
	const { $schema: _, ...schema } = toJsonSchema(learnerFileSchema, conversion);
	return described({ $schema: DRAFT, title, ...schema }, learnerFileDescriptions);
}
