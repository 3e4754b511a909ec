import { PRIMER_FILE } from './primer.ts';
import type { Placed } from './references.ts';
import type { CheckedFile } from './source-file.ts';
import type { Path, Place } from './yaml.ts';

/** Something of a bank that was written somewhere: an item, a fact, or the primer as a whole. */
export type Subject = { item: string } | { fact: string } | 'primer';

/** Says where a subject, or what stands at a path within it, was written. */
export type Locate = (subject: Subject, path?: Path) => { file: string } & Partial<Place>;

/** Keeps the files of a sound bank at hand, so that whoever finds fault with an item can say where it stands. */
export function locator(primer: CheckedFile, placed: readonly Placed[]): Locate {
	const items = new Map(placed.map((each) => [each.id, each]));
	return (subject, path = []) => {
		if (subject === 'primer') return { file: primer.name, ...primer.placeOf(path) };
		if ('fact' in subject) {
			return { file: primer.name, ...primer.placeOf([...factPath(primer.value, subject.fact), ...path]) };
		}
		const found = items.get(subject.item);
		if (!found) return { file: PRIMER_FILE };
		return { file: found.file.name, ...found.file.placeOf([...found.at, ...path]) };
	};
}

function factPath(primer: unknown, id: string): Path {
	const facts = isRecord(primer) ? primer['facts'] : undefined;
	if (!Array.isArray(facts)) return [];
	return ['facts', facts.findIndex((fact: unknown) => isRecord(fact) && fact['id'] === id)];
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
