import * as v from 'valibot';

/** A list has entries too, but none has an id. */
const noList = v.custom<never>(() => false);

/**
 * A schema of what is kept by id: unlike a schema of records, which leaves `constructor` and `prototype` out or refuses
 * them, it takes any id. It is made anew for the ids of each value, so that an issue tells its place by the id.
 */
export function byId<T>(schema: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, Record<string, T>> {
	return v.lazy((value) => {
		if (Array.isArray(value)) return noList;
		return v.object(Object.fromEntries(idsIn(value).map((id) => [id, schema])));
	});
}

/** What names the prototype of its object is no id, and is left out. */
function idsIn(value: unknown): string[] {
	return Object.keys(value ?? {}).filter((id) => id !== '__proto__');
}
