import { Checked } from './checked.ts';
import type { SchemaFault } from './issue.ts';
import { inEnglish, outsized } from './outsized.ts';
import type { Problem } from './problem.ts';
import { writtenPath } from './written-path.ts';
import { readYaml, YamlError, type Path, type Place, type ReadYaml } from './yaml.ts';

/** A file of a bank, to be checked: its text and its name as the author knows it. */
export interface SourceFile {
	name: string;
	text: string;
}

/** The most problems of a course to report: after correcting these, its author checks again. */
export const MOST_PROBLEMS = 1000;

/** A file that is YAML, with the problems found in it so far and the means to place them. */
export class CheckedFile extends Checked {
	readonly name: string;
	readonly value: unknown;
	readonly problems: Problem[] = [];
	readonly #yaml: ReadYaml | undefined;
	#unchecked = 0;

	constructor({ name, text }: SourceFile) {
		super();
		this.name = name;
		try {
			this.#yaml = readYaml(text);
			this.value = this.#yaml.value;
			if (this.value === undefined || this.value === null) {
				this.problems.push({ file: name, message: 'the file is empty', fix: 'Write it, or delete it.' });
			}
			for (const fault of outsized(this.value)) this.report([], fault);
		} catch (error) {
			if (!(error instanceof YamlError)) throw error;
			for (const { place, ...slip } of error.slips) this.problems.push({ file: name, ...place, ...slip });
		}
	}

	/** Whether the file holds something that can be checked further. */
	get readable(): boolean {
		return this.problems.length === 0;
	}

	/** Whether so much is wrong that checking stops. */
	get isFull(): boolean {
		return this.problems.length >= MOST_PROBLEMS;
	}

	/** Notes how many items are not looked at, since the file is full of problems. */
	leaveUnchecked(items: number): void {
		this.#unchecked += items;
	}

	/** The problems found so far, from the top of the file to its end, and how much was left unchecked. */
	problemsInOrder(): Problem[] {
		const sorted = this.problems.toSorted(
			(one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0)
		);
		if (this.#unchecked === 0) return sorted;
		const message = `${inEnglish(this.#unchecked)} more items were not checked`;
		return [...sorted, { file: this.name, message, fix: 'Correct those before them, and check again.' }];
	}

	/** Where the value at a path is. */
	placeOf(path: Path): Place | undefined {
		return this.#yaml?.placeOf(path);
	}

	override report(at: Path, fault: SchemaFault, subject = ''): void {
		if (this.isFull) return;
		const path = [...at, ...fault.path];
		const where = [subject, writtenPath(subject ? fault.path : path)].filter((part) => part !== '').join(' ');
		this.problems.push({
			file: this.name,
			...this.#placeOf(path, fault),
			...(where && { path: where }),
			message: fault.message,
			fix: fault.fix
		});
	}

	override writtenAt(path: Path): string {
		return this.#yaml?.writtenAt(path) ?? '';
	}

	#placeOf(path: Path, { key, piece }: SchemaFault): Place | undefined {
		if (key !== undefined) return this.#yaml?.placeOfKey(path, key);
		return piece === undefined ? this.placeOf(path) : this.#yaml?.placeWithin(path, piece);
	}
}

/** The name of a file without its folders. */
export function baseName(file: string): string {
	return file.slice(file.lastIndexOf('/') + 1);
}
