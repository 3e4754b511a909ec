import * as v from 'valibot';

import { isMapping } from '#lib/text/mapping.ts';

/** What a schema knows of the mapping at a path. */
export interface KnownKeys {
	all: string[];
	required: string[];
}

/** The keys that the mapping at a path may have and must have, as far as the schema can be followed. */
export function keysAt(schema: v.GenericSchema, path: readonly unknown[]): KnownKeys {
	const entries = entriesOf(path.reduce<unknown>(below, schema)) ?? {};
	const all = Object.keys(entries);
	return { all, required: all.filter((key) => !isOptional(entries[key])) };
}

/**
 * Whether something may be left out of its mapping or list: it is optional, and no rule of the whole requires
 * it.
 *
 * @param parent the mapping or list that holds it
 */
export function canBeLeftOut(schema: v.GenericSchema, path: readonly unknown[], parent: unknown): boolean {
	const around = unwrapped(path.slice(0, -1).reduce<unknown>(below, schema));
	const last = path.at(-1);
	const entries = entriesOf(around);
	if (!isSchema(around) || (entries && !isOptional(entries[String(last)]))) return false;
	const { issues = [] } = v.safeParse(around, without(parent, last));
	const isOfWhole = issues.some((issue) => (issue.path ?? []).length === 0);
	// If the parts have faults of their own, the rules of the whole are not even checked.
	return !isOfWhole && (issues.length === 0 || !('pipe' in around));
}

function without(parent: unknown, last: unknown): unknown {
	if (Array.isArray(parent)) return parent.filter((_, index) => index !== last);
	return Object.fromEntries(Object.entries(isMapping(parent) ? parent : {}).filter(([key]) => key !== last));
}

function isSchema(value: unknown): value is v.GenericSchema {
	return isMapping(value) && value['kind'] === 'schema';
}

function below(schema: unknown, key: unknown): unknown {
	const entries = entriesOf(schema);
	if (entries && typeof key === 'string') return entries[key];
	const inner = unwrapped(schema);
	if (!isMapping(inner)) return undefined;
	return inner['type'] === 'record' ? inner['value'] : inner['item'];
}

function entriesOf(schema: unknown): Record<string, unknown> | undefined {
	const inner = unwrapped(schema);
	return isMapping(inner) && isMapping(inner['entries']) ? inner['entries'] : undefined;
}

function isOptional(schema: unknown): boolean {
	return isMapping(schema) && isMapping(schema['wrapped']);
}

/** A schema without the pipes and the “optional” wrapped around it. */
function unwrapped(schema: unknown): unknown {
	return isMapping(schema) && isMapping(schema['wrapped']) ? unwrapped(schema['wrapped']) : schema;
}
