/** Brings a value of one version to the next; {@link migrate} raises the version itself. */
export type Migration = (old: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/**
 * Brings a value with a `version` up to date: the first migration leads from version 1 to 2, the next from 2 to 3. A
 * value with no version, or with one later than the last, is returned as it is.
 */
export function migrate(value: unknown, chain: readonly Migration[]): unknown {
	if (!hasVersion(value)) return value;
	const steps = chain.slice(value.version - 1);
	return steps.reduce<Readonly<Record<string, unknown>> & { version: number }>(
		(old, step) => ({ ...step(old), version: old.version + 1 }),
		value
	);
}

function hasVersion(value: unknown): value is Readonly<Record<string, unknown>> & { version: number } {
	return (
		typeof value === 'object' &&
		value !== null &&
		'version' in value &&
		typeof value.version === 'number' &&
		Number.isInteger(value.version) &&
		value.version >= 1
	);
}
