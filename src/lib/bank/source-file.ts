import * as v from 'valibot';

import { describeIssue, type Finding } from './issue.ts';
import type { Problem } from './problem.ts';
import { readYaml, YamlError, type Path, type Place, type ReadYaml } from './yaml.ts';

/** A file of a bank, to be checked: its text and its name as the author knows it. */
export interface SourceFile {
	name: string;
	text: string;
}

/** A file that is YAML, with the problems found in it so far and the means to place them. */
export class CheckedFile {
	readonly name: string;
	readonly value: unknown;
	readonly problems: Problem[] = [];
	readonly #yaml: ReadYaml | undefined;

	constructor({ name, text }: SourceFile) {
		this.name = name;
		try {
			this.#yaml = readYaml(text);
			this.value = this.#yaml.value;
			if (this.value === undefined || this.value === null) {
				this.problems.push({ file: name, message: 'the file is empty', fix: 'Write it, or delete it.' });
			}
		} catch (error) {
			if (!(error instanceof YamlError)) throw error;
			this.problems.push({
				file: name,
				...error.place,
				message: `this is not YAML: ${error.message}`,
				fix: 'Check quotation marks, brackets and indentation; quote a text that holds “: ” or begins with a sign.'
			});
		}
	}

	/** Whether the file holds something that can be checked further. */
	get readable(): boolean {
		return this.problems.length === 0;
	}

	/** Where the value at a path stands. */
	placeOf(path: Path): Place | undefined {
		return this.#yaml?.placeOf(path);
	}

	/**
	 * Checks a value of the file by a schema and notes every problem.
	 *
	 * @param alsoKnown keys that the value may have in the file though this schema does not know them
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

	/** Notes a problem at a path below `at`. */
	report(at: Path, finding: Finding, subject = ''): void {
		const path = [...at, ...finding.path];
		const place =
			finding.key === undefined ? this.#yaml?.placeOf(path) : this.#yaml?.placeOfKey(path, finding.key);
		const where = [subject, writtenPath(subject ? finding.path : path)]
			.filter((part) => part !== '')
			.join(' ');
		this.problems.push({
			file: this.name,
			...place,
			...(where && { path: where }),
			message: finding.message,
			fix: finding.fix
		});
	}
}

/** A path as people write it: `options[1].text`. */
export function writtenPath(path: Path): string {
	return path
		.map((step, index) => (typeof step === 'number' ? `[${step}]` : index ? `.${step}` : step))
		.join('');
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
