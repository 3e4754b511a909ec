import { isMapping } from './mapping.ts';
import { PRIMER_FILE } from './primer.ts';
import type { Path, Place } from './yaml.ts';

/** Something of a bank that was written somewhere: an item, a fact, or the primer as a whole. */
export type Subject = { item: string } | { fact: string } | 'primer';

/** Says where a subject, or what stands at a path within it, was written. */
export type Locate = (subject: Subject, path?: Path) => { file: string } & Partial<Place>;

/** A file, or what a file holds, that can say where its parts stand. */
export interface Placing {
	readonly name: string;
	placeOf: (path: Path) => Place | undefined;
}

/** Something with an id, and the path at which it stands. */
export interface PlacedPart {
	/** As it is written, which may be wrong or missing. */
	id: unknown;
	file: Placing;
	at: Path;
}

/**
 * Keeps the files of a sound bank at hand, so that whoever finds fault with an item can say where it stands.
 *
 * @param written what the primer of the original holds
 */
export function locator(primer: Placing, written: unknown, placed: readonly PlacedPart[]): Locate {
	const items = new Map(placed.map((each) => [each.id, each]));
	return (subject, path = []) => {
		if (subject === 'primer') return { file: primer.name, ...primer.placeOf(path) };
		if ('fact' in subject) {
			return { file: primer.name, ...primer.placeOf([...factPath(written, subject.fact), ...path]) };
		}
		const found = items.get(subject.item);
		if (!found) return { file: PRIMER_FILE };
		return { file: found.file.name, ...found.file.placeOf([...found.at, ...path]) };
	};
}

function factPath(primer: unknown, id: string): Path {
	const facts = isMapping(primer) ? primer['facts'] : undefined;
	if (!Array.isArray(facts)) return [];
	return ['facts', facts.findIndex((fact: unknown) => isMapping(fact) && fact['id'] === id)];
}
