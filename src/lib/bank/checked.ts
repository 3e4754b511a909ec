import * as v from 'valibot';

import { describeIssue, type Finding } from './issue.ts';
import type { Path } from './yaml.ts';

/** Something written by an author that is checked by schemas, and that knows where its problems stand. */
export abstract class Checked {
	/** Notes a problem at a path below `at`. */
	abstract report(at: Path, finding: Finding, subject?: string): void;

	/**
	 * Checks a value by a schema and notes every problem.
	 *
	 * @param alsoKnown keys that the value may have where it stands though this schema does not know them
	 * @returns the compiled value, or undefined where the schema refused it
	 */
	check<T>(
		schema: v.GenericSchema<unknown, T>,
		value: unknown,
		at: Path,
		subject = '',
		alsoKnown: readonly string[] = []
	): T | undefined {
		const result = v.safeParse(schema, value);
		if (result.success) return result.output;
		for (const issue of result.issues) {
			const known = [...knownKeys(schema, issue), ...(issue.path?.length === 1 ? alsoKnown : [])];
			for (const finding of describeIssue(issue, known)) this.report(at, finding, subject);
		}
		return undefined;
	}
}

/** The keys of the mapping in which an issue lies, as far as the schema can be followed to it. */
function knownKeys(schema: v.GenericSchema, issue: v.BaseIssue<unknown>): string[] {
	let current: unknown = schema;
	for (const { key } of issue.path?.slice(0, -1) ?? []) current = below(current, key);
	return Object.keys(entriesOf(current) ?? {});
}

function below(schema: unknown, key: unknown): unknown {
	const entries = entriesOf(schema);
	if (entries && typeof key === 'string') return entries[key];
	const inner = unwrapped(schema);
	return isRecord(inner) ? inner['item'] : undefined;
}

function entriesOf(schema: unknown): Record<string, unknown> | undefined {
	const inner = unwrapped(schema);
	return isRecord(inner) && isRecord(inner['entries']) ? inner['entries'] : undefined;
}

/** A schema without the pipes and the “optional” around it. */
function unwrapped(schema: unknown): unknown {
	if (!isRecord(schema)) return schema;
	if (isRecord(schema['wrapped'])) return unwrapped(schema['wrapped']);
	return schema;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
