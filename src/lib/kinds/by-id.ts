import * as v from 'valibot';

/**
 * A schema of what is kept by id: unlike a schema of records, which leaves `constructor` and `prototype` out or refuses
 * them, it takes any id.
 */
export function byId<T>(schema: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, Record<string, T>> {
	return v.pipe(
		v.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
		// What names the prototype of its object is no id, and is left out.
		v.transform((value): [string, unknown][] => Object.entries(value).filter(([id]) => id !== '__proto__')),
		v.array(v.tuple([v.string(), schema])),
		v.transform((entries) => Object.fromEntries(entries))
	);
}
