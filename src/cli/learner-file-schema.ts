import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';

import { scoreSchema } from '#lib/kinds/score-schema.ts';
import { recordSchema } from '#lib/quiz/parse-record.ts';
import { learnerFileSchema } from '#lib/store/export/schema.ts';

import { described, type Json } from './described.ts';
import { conversion, DRAFT } from './json-schema.ts';
import { learnerFileDescriptions } from './learner-file-descriptions.ts';

/** A record whose grades are a plain record here: the schema that allows any id cannot be converted. */
const convertible = v.strictObject({
	...recordSchema.entries,
	grades: v.nullable(v.record(v.string(), scoreSchema))
});

/** The JSON Schema of a file of a learner’s data, for programs that read or write one. */
export function learnerFileJsonSchema(): Json {
	const title = 'What a device keeps of a learner in Five Points';
	const file = v.strictObject({ ...learnerFileSchema.entries, attempts: v.array(convertible) });
	const { $schema: _, ...schema } = toJsonSchema(file, conversion);
	return described({ $schema: DRAFT, title, ...schema }, learnerFileDescriptions);
}
