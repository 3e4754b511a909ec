import { isMapping } from '#lib/text/mapping.ts';

import { PRIMER_FILE } from './course-files.ts';
import type { Path, Place } from './yaml.ts';

/** Something of a bank that was written somewhere: an item, a stimulus, a fact, or the primer as a whole. */
export type Subject = { item: string } | { stimulus: string } | { fact: string } | 'primer';

/** Says where a subject, or what is at a path within it, was written. */
export type Locate = (subject: Subject, path?: Path) => { file: string } & Partial<Place>;

/** A file, or part of one, that can say where its parts are. */
export interface Placing {
	readonly name: string;
	placeOf: (path: Path) => Place | undefined;
}

/** Something with an id, and its path. */
export interface PlacedPart {
	/** As it is written, which may be wrong or missing. */
	id: unknown;
	file: Placing;
	at: Path;
}

/**
 * Keeps the files of a sound bank at hand, so that a fault of an item can be reported at its place.
 *
 * @param written what the primer of the original holds
 */
export function locator(
	primer: Placing,
	written: unknown,
	placed: readonly PlacedPart[],
	stimuli: readonly PlacedPart[]
): Locate {
	const items = new Map(placed.map((each) => [each.id, each]));
	const shared = new Map(stimuli.map((each) => [each.id, each]));
	return (subject, path = []) => {
		if (subject === 'primer') return { file: primer.name, ...primer.placeOf(path) };
		if ('fact' in subject) {
			return { file: primer.name, ...primer.placeOf([...factPath(written, subject.fact), ...path]) };
		}
		const found = 'item' in subject ? items.get(subject.item) : shared.get(subject.stimulus);
		if (!found) return { file: PRIMER_FILE };
		return { file: found.file.name, ...found.file.placeOf([...found.at, ...path]) };
	};
}

function factPath(primer: unknown, id: string): Path {
	const facts = isMapping(primer) ? primer['facts'] : undefined;
	if (!Array.isArray(facts)) return [];
	return ['facts', facts.findIndex((fact: unknown) => isMapping(fact) && fact['id'] === id)];
}
