import { Checked } from '../checked.ts';
import type { SchemaFault } from '../issue.ts';
import type { CheckedFile } from '../source-file.ts';
import type { Path, Place } from '../yaml.ts';
import { pathInTranslation } from './trace.ts';

/**
 * An item, or a primer, put together from an original and its translation. Its problems are those of the
 * translation, since the original was sound, and are reported there.
 */
export class TranslatedPart extends Checked {
	readonly #file: CheckedFile;
	readonly #at: Path;
	readonly #original: unknown;
	readonly #translation: unknown;

	/** @param at where the translation of the part is in its file */
	constructor(file: CheckedFile, at: Path, original: unknown, translation: unknown) {
		super();
		this.#file = file;
		this.#at = at;
		this.#original = original;
		this.#translation = translation;
	}

	/** The name of the file that holds the translation. */
	get name(): string {
		return this.#file.name;
	}

	override report(at: Path, fault: SchemaFault, subject = ''): void {
		const path = this.#within([...at, ...fault.path]);
		this.#file.report(this.#at, { ...fault, path }, subject);
	}

	override writtenAt(path: Path): string {
		return this.#file.writtenAt([...this.#at, ...this.#within(path)]);
	}

	/** Where the file has the translation of what is at this path in the merged whole. */
	placeOf(path: Path): Place | undefined {
		return this.#file.placeOf([...this.#at, ...this.#within(path)]);
	}

	#within(path: Path): Path {
		return pathInTranslation(this.#original, this.#translation, path);
	}
}
