import { toJsonSchema, type ConversionConfig } from '@valibot/to-json-schema';
import * as v from 'valibot';

import { guideSchema } from '#lib/bank/guide.ts';
import { commonSchema, itemsFileSchema } from '#lib/bank/item-schema.ts';
import { primerSchema } from '#lib/bank/primer.ts';
import { stimulusSchema } from '#lib/bank/stimulus.ts';
import { kindNames, kinds, type KindName } from '#lib/kinds/index.ts';
import { answersSchema } from '#lib/lint/answers/schema.ts';

import { described, type Json } from './described.ts';
import { answerDescriptions, descriptions } from './descriptions.ts';

/** The form of JSON Schema that editors know. */
export const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** How the schemas of the code become JSON Schemas. */
export const conversion: ConversionConfig = {
	target: 'draft-07',
	typeMode: 'input',
	// What a JSON Schema cannot express (a key among the options, a fact that exists) is left to the check.
	errorMode: 'ignore'
};

/** The JSON Schema of `primer.yaml`, for editors. */
export function primerJsonSchema(): Json {
	return described(
		{ $schema: DRAFT, title: 'A primer of Five Points', ...toJsonSchema(primerSchema, conversion) },
		descriptions
	);
}

/** The JSON Schema of `guide.yaml`, for editors. */
export function guideJsonSchema(): Json {
	return described(
		{ $schema: DRAFT, title: 'A teacher’s guide of Five Points', ...toJsonSchema(guideSchema, conversion) },
		descriptions
	);
}

/**
 * The JSON Schema of a file of items, for editors. An item's `kind` decides which other keys it may have; before it is
 * written, those that every item has are known.
 */
export function itemsJsonSchema(): Json {
	const names = Object.keys(commonSchema.entries);
	const anyItem = {
		type: 'object',
		properties: { kind: { enum: kindNames }, ...Object.fromEntries(names.map((name) => [name, {}])) },
		required: ['kind'],
		allOf: kindNames.map(whenOfKind)
	};
	const file = toJsonSchema(itemsFileSchema, conversion);
	return described(
		{
			$schema: DRAFT,
			title: 'Items of Five Points',
			...file,
			properties: {
				...file.properties,
				stimuli: { type: 'array', items: part(stimulusSchema) },
				items: { type: 'array', items: anyItem }
			},
			definitions: Object.fromEntries(kindNames.map((kind) => [kind, itemOfKind(kind)]))
		},
		descriptions
	);
}

function whenOfKind(kind: KindName): Json {
	return {
		if: { properties: { kind: { const: kind } }, required: ['kind'] },
		then: { $ref: `#/definitions/${kind}` }
	};
}

function itemOfKind(kind: KindName): Json {
	return part(v.strictObject({ ...commonSchema.entries, kind: v.literal(kind), ...kinds[kind].fields }));
}

function part(schema: v.GenericSchema): Json {
	const { $schema: _, ...rest } = toJsonSchema(schema, conversion);
	return rest;
}

/** The JSON Schema of a list of answers, for editors. */
export function answersJsonSchema(): Json {
	return described(
		{ $schema: DRAFT, title: 'Answers of Five Points', ...toJsonSchema(answersSchema, conversion) },
		answerDescriptions
	);
}
