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
	if (!isJson(properties)) return properties;
	return Object.fromEntries(
		Object.entries(properties).map(([name, schema]) => {
			// A constant needs no description.
			if (isJson(schema) && 'const' in schema) return [name, schema];
			const description = texts[name];
			if (!isJson(schema) || description === undefined)
				throw new Error(`Describe the key “${name}” among the descriptions.`);
			return [name, { description, ...described(schema, texts) }];
		})
	);
}

function deep(value: unknown, texts: Readonly<Record<string, string>>): unknown {
	if (Array.isArray(value)) return value.map((each) => deep(each, texts));
	return isJson(value) ? described(value, texts) : value;
}

/** Whether a part of a schema is itself made of keys. */
export function isJson(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
