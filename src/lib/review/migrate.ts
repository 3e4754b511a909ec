/** Brings a value of one version to the next; the version itself is counted on by {@link migrate}. */
export type Migration = (old: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/**
 * Brings a value with a `version` up to date: the first migration leads from version 1 to 2, the next from 2 to 3. What
 * has no version, or one that comes after the last, is given back as it is.
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
		Number(value.version) >= 1 &&
		Number.isInteger(value.version)
	);
}
