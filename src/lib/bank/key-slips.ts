import type { SchemaFault, KeySlip } from './issue.ts';
import { nearest } from './nearest.ts';
import { writtenPath } from './written-path.ts';
import type { Path } from './yaml.ts';

/** The most characters of a key to show. */
const SHOWN = 60;

/**
 * Puts missing and unknown keys into words, so that each mistake is reported once: a misspelt or wrongly
 * indented key is not also missing.
 */
export function describeKeys(slips: readonly KeySlip[]): SchemaFault[] {
	const missing = slips.filter((slip) => slip.missing !== undefined);
	const unknown = slips.filter((slip) => slip.unknown !== undefined);
	const told = new Set<KeySlip>();
	const faults = unknown.map(({ path, unknown: key = '', absent }): SchemaFault => {
		const message = `the key “${key.length > SHOWN ? `${key.slice(0, SHOWN)}…` : key}” is not known`;
		const here = missing.filter((slip) => isSame(slip.path, path) && !told.has(slip));
		const meant =
			nearest(
				key,
				here.map((slip) => slip.missing ?? '')
			) ?? nearest(key, absent);
		const lacks = here.find((slip) => slip.missing === meant);
		if (lacks) told.add(lacks);
		if (meant !== undefined) return { path, key, message, fix: `Did you mean “${meant}”?` };
		const elsewhere = missing.find((slip) => slip.missing === key && !told.has(slip));
		if (elsewhere) {
			told.add(elsewhere);
			const where = writtenPath(elsewhere.path) || 'its file';
			const fix = `It is missing in ${where}: indent it as the keys there.`;
			return { path, key, message: `${message} here`, fix };
		}
		const only =
			here.length === 1 && unknown.filter((slip) => isSame(slip.path, path)).length === 1
				? here[0]
				: undefined;
		if (!only) return { path, key, message, fix: 'Check its spelling and how far it is indented.' };
		told.add(only);
		const fix = `Write “${only.missing}: …” in its place, or beside it if it was indented too little or too far.`;
		return { path, key, message: `${message}, and “${only.missing}” is missing`, fix };
	});
	return [
		...missing
			.filter((slip) => !told.has(slip))
			.map(({ path, missing: key = '' }) => ({
				path,
				message: `“${key}” is missing`,
				fix: `Add “${key}: …”.`
			})),
		...faults
	];
}

function isSame(one: Path, other: Path): boolean {
	return one.length === other.length && one.every((step, index) => step === other[index]);
}
