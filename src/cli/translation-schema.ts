import { IGNORE, isText } from '#lib/bank/translation/texts.ts';
import { kindNames } from '#lib/kinds/index.ts';
import { isMapping } from '#lib/text/mapping.ts';

import type { Json } from './described.ts';
import { guideJsonSchema, itemsJsonSchema, primerJsonSchema } from './json-schema.ts';

/** The JSON Schema of a translated `primer.yaml`, for editors: its texts, all optional. */
export function primerTranslationJsonSchema(): Json {
	const { $schema, ...primer } = primerJsonSchema();
	return { $schema, title: 'A translated primer of Five Points', ...textsOf(primer) };
}

/** The JSON Schema of a translated `guide.yaml`, for editors: its texts, all optional. */
export function guideTranslationJsonSchema(): Json {
	const { $schema, ...guide } = guideJsonSchema();
	return { $schema, title: 'A translated teacher’s guide of Five Points', ...textsOf(guide) };
}

/**
 * The JSON Schema of a file of translated items, for editors. A translation does not repeat the kind of an
 * item, so an item may have the texts of any kind.
 */
export function itemsTranslationJsonSchema(): Json {
	const { $schema, definitions, properties } = itemsJsonSchema();
	const stimuli = isMapping(properties) ? textsOf(properties['stimuli']) : undefined;
	const kinds = isMapping(definitions) ? kindNames.map((kind) => textsOf(definitions[kind]) ?? {}) : [];
	return {
		$schema,
		title: 'Translated items of Five Points',
		type: 'object',
		properties: { ...(stimuli && { stimuli }), items: { type: 'array', items: kinds.reduce(joined) } },
		required: ['items'],
		additionalProperties: false
	};
}

/** A schema reduced to texts and what identifies them; undefined if nothing is left. */
function textsOf(schema: unknown): Json | undefined {
	if (!isMapping(schema)) return undefined;
	if (schema['type'] === 'array') {
		const items = textsOf(schema['items']);
		return items && { ...described(schema), type: 'array', items };
	}
	const { properties } = schema;
	if (!isMapping(properties)) return undefined;
	const texts = Object.entries(properties).flatMap(([key, value]): [string, unknown][] => {
		if (isText(key) || key === IGNORE) return [[key, value]];
		const below = textsOf(value);
		return below ? [[key, below]] : [];
	});
	if (texts.length === 0) return undefined;
	const identity = ['id', 'value'].find((key) => key in properties);
	const known: [string, unknown][] = identity === undefined ? [] : [[identity, properties[identity]]];
	return {
		...described(schema),
		type: 'object',
		properties: Object.fromEntries([...known, ...texts]),
		required: identity === undefined ? [] : [identity],
		additionalProperties: false
	};
}

function described({ description }: Json): Json {
	return description === undefined ? {} : { description };
}

/** A schema that accepts what either of two accepts. */
function joined(one: Json, other: Json): Json {
	const [here, there] = [one['properties'], other['properties']];
	if (isMapping(here) && isMapping(there)) {
		const keys = new Set([...Object.keys(here), ...Object.keys(there)]);
		const properties = [...keys].map((key): [string, unknown] => {
			const [mine, theirs] = [here[key], there[key]];
			return [key, isMapping(mine) && isMapping(theirs) ? joined(mine, theirs) : (mine ?? theirs)];
		});
		return { ...one, properties: Object.fromEntries(properties) };
	}
	const [mine, theirs] = [one['items'], other['items']];
	return isMapping(mine) && isMapping(theirs) ? { ...one, items: joined(mine, theirs) } : one;
}
