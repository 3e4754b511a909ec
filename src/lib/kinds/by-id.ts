import * as v from 'valibot';

/** A list has entries too, but none has an id. */
const noList = v.custom<never>(() => false);

/**
 * A schema for values kept by id. Unlike a schema of records, which drops or refuses `constructor` and
 * `prototype`, it allows any id. It is built for the ids of each value, so that an issue's path names the id.
 */
export function byId<T>(schema: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, Record<string, T>> {
	return v.lazy((value) => {
		if (Array.isArray(value)) return noList;
		return v.object(Object.fromEntries(idsIn(value).map((id) => [id, schema])));
	});
}

/** `__proto__` is no id but the prototype of its object, and is left out. */
function idsIn(value: unknown): string[] {
	return Object.keys(value ?? {}).filter((id) => id !== '__proto__');
}
