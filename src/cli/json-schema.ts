import { toJsonSchema, type ConversionConfig } from '@valibot/to-json-schema';
import * as v from 'valibot';

import { commonSchema, itemsFileSchema } from '#lib/bank/item-schema.ts';
import { primerSchema } from '#lib/bank/primer.ts';
import { kindNames, kinds, type KindName } from '#lib/kinds/index.ts';

import { descriptions } from './descriptions.ts';

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** A JSON Schema, or a part of one. */
export type Json = { [key: string]: unknown };

const conversion: ConversionConfig = {
	target: 'draft-07',
	typeMode: 'input',
	// What a schema of JSON cannot say (a key among the options, a fact that exists) is left to the check.
	errorMode: 'ignore'
};

/** The JSON Schema of `primer.yaml`, for editors. */
export function primerJsonSchema(): Json {
	return described({
		$schema: DRAFT,
		title: 'A primer of Five Points',
		...toJsonSchema(primerSchema, conversion)
	});
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
	return described({
		$schema: DRAFT,
		title: 'Items of Five Points',
		...file,
		properties: { ...file.properties, items: { type: 'array', items: anyItem } },
		definitions: Object.fromEntries(kindNames.map((kind) => [kind, itemOfKind(kind)]))
	});
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

/** The schema with what is known of each key, wherever the key stands. */
function described(schema: Json): Json {
	return Object.fromEntries(
		Object.entries(schema).map(([key, value]) => [key, key === 'properties' ? withTexts(value) : deep(value)])
	);
}

function withTexts(properties: unknown): unknown {
	if (!isJson(properties)) return properties;
	return Object.fromEntries(
		Object.entries(properties).map(([name, schema]) => {
			const description = descriptions[name];
			if (!isJson(schema) || description === undefined)
				throw new Error(`Describe the key “${name}” in descriptions.ts.`);
			return [name, 'const' in schema ? schema : { description, ...described(schema) }];
		})
	);
}

function deep(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(deep);
	return isJson(value) ? described(value) : value;
}

/** Whether a part of a schema is itself made of keys. */
export function isJson(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
