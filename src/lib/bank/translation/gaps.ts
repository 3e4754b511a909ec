import type { Placing } from '../locate.ts';
import type { PlacedStimulus } from '../check-stimuli.ts';
import type { Problem } from '../problem.ts';
import type { Placed } from '../references.ts';
import { baseName } from '../source-file.ts';
import { writtenPath } from '../written-path.ts';
import type { Path } from '../yaml.ts';
import { told } from './entries.ts';
import { languageName } from './language-tag.ts';

/**
 * Collects what a translation lacks, in the form of problems: where it belongs, and what is shown until it is
 * written.
 */
export class Gaps {
	readonly found: Problem[] = [];
	readonly #folder: string;
	readonly #to: string;
	readonly #from: string;

	/** @param from the tag of the language of the original */
	constructor({ name, language }: { name: string; language: string }, from: string) {
		this.#folder = name;
		this.#to = languageName(language);
		this.#from = languageName(from);
	}

	/** A text is missing, or a part with all its texts. */
	text(part: Placing, path: Path, subject = '', isWholeItem = false): void {
		const where = [subject, writtenPath(path)].filter((each) => each !== '').join(' ');
		const shown = path[0] === 'wording' ? 'the rules that need it are silent' : this.#shown(isWholeItem);
		this.found.push({
			file: part.name,
			...part.placeOf(path),
			path: where,
			message: 'is not translated',
			fix: `Write it in ${this.#to}; until then ${shown}.`
		});
	}

	/** A whole stimulus is missing. */
	stimulus({ id, file }: PlacedStimulus): void {
		this.found.push({
			file: `${this.#folder}/${baseName(file.name)}`,
			path: `“${told(id)}”`,
			message: 'the stimulus is not translated',
			fix: `Write it in ${this.#to}; until then its items are shown in ${this.#from}.`
		});
	}

	/** A whole item is missing. */
	item({ id, file }: Placed): void {
		this.found.push({
			file: `${this.#folder}/${baseName(file.name)}`,
			path: `“${told(id)}”`,
			message: 'the item is not translated',
			fix: `Write it in ${this.#to}; until then ${this.#shown(true)}.`
		});
	}

	/** A whole file is missing. */
	file(name: string): void {
		this.found.push({
			file: `${this.#folder}/${name}`,
			message: 'the file is missing',
			fix: `Write it in ${this.#to}; until then ${this.#shown(false)}.`
		});
	}

	#shown(isWholeItem: boolean): string {
		return isWholeItem ? `the whole item is shown in ${this.#from}` : `the ${this.#from} is shown`;
	}
}
