import { isMapping } from '#lib/text/mapping.ts';

/** A JSON Schema, or a part of one. */
export type Json = { [key: string]: unknown };

/**
 * A schema with a description for each key, wherever the key is.
 *
 * @param texts the description of each key, by its name
 * @throws {Error} if a key has no text
 */
export function described(schema: Json, texts: Readonly<Record<string, string>>): Json {
	return Object.fromEntries(
		Object.entries(schema).map(([key, value]) => [
			key,
			key === 'properties' ? withTexts(value, texts) : deep(value, texts)
		])
	);
}

function withTexts(properties: unknown, texts: Readonly<Record<string, string>>): unknown {
	if (!isMapping(properties)) return properties;
	return Object.fromEntries(
		Object.entries(properties).map(([name, schema]) => {
			// A constant needs no description.
			if (isMapping(schema) && 'const' in schema) return [name, schema];
			const description = texts[name];
			if (!isMapping(schema) || description === undefined)
				throw new Error(`Describe the key “${name}” among the descriptions.`);
			return [name, { description, ...described(schema, texts) }];
		})
	);
}

function deep(value: unknown, texts: Readonly<Record<string, string>>): unknown {
	if (Array.isArray(value)) return value.map((each) => deep(each, texts));
	return isMapping(value) ? described(value, texts) : value;
}
