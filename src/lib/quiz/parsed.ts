import * as v from 'valibot';

/** What a schema makes of a value from outside; undefined where it is anything else. */
export function parsed<Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown
): v.InferOutput<Schema> | undefined {
	const result = v.safeParse(schema, value);
	return result.success ? result.output : undefined;
}
