import * as v from 'valibot';

import { describeIssue, type SchemaFault, type KeySlip } from './issue.ts';
import { describeKeys } from './key-slips.ts';
import type { Path } from './yaml.ts';

/** A schema and what it is to check. */
export interface ToCheck<T> {
	schema: v.GenericSchema<unknown, T>;
	value: unknown;
	/** Keys that the value may have here although this schema does not know them. */
	alsoKnown?: readonly string[];
}

/** Something an author wrote, which schemas check and which knows where its problems are. */
export abstract class Checked {
	/** Notes a problem at a path below `at`. */
	abstract report(at: Path, fault: SchemaFault, subject?: string): void;

	/** The value at a path as its author wrote it; empty for lists and mappings. */
	abstract writtenAt(path: Path): string;

	/**
	 * Checks a value by a schema and notes every problem.
	 *
	 * @returns the compiled value, or undefined where the schema refused it
	 */
	check<T>(schema: v.GenericSchema<unknown, T>, value: unknown, at: Path, subject = ''): T | undefined {
		const [compiled] = this.checkBoth([{ schema, value }, NOTHING], at, subject);
		return compiled;
	}

	/**
	 * Checks two parts of one mapping, each by its own schema, and reports every problem: a key missing in
	 * one part may be the unknown key of the other.
	 *
	 * @returns both compiled, each undefined where its schema refused it
	 */
	checkBoth<A, B>(
		[one, other]: [ToCheck<A>, ToCheck<B>],
		at: Path,
		subject: string
	): [A | undefined, B | undefined] {
		const results = [v.safeParse(one.schema, one.value), v.safeParse(other.schema, other.value)] as const;
		const faults: SchemaFault[] = [];
		const slips: KeySlip[] = [];
		[one, other].forEach(({ schema, alsoKnown = [] }, index) => {
			for (const issue of results[index]?.issues ?? []) {
				const described = describeIssue(issue, schema, alsoKnown, (path) => this.writtenAt([...at, ...path]));
				faults.push(...described.faults);
				slips.push(...described.slips);
			}
		});
		for (const fault of onlyWholes([...faults, ...describeKeys(slips)])) this.report(at, fault, subject);
		const [first, second] = results;
		return [first.success ? first.output : undefined, second.success ? second.output : undefined];
	}
}

const NOTHING: ToCheck<unknown> = { schema: v.unknown(), value: undefined };

/** Findings without those inside another that covers them, and each of those only once. */
function onlyWholes(faults: readonly SchemaFault[]): SchemaFault[] {
	return faults.filter(
		({ path }, index) =>
			!faults.some(
				(whole, place) =>
					whole.isWhole &&
					place !== index &&
					whole.path.every((step, at) => step === path[at]) &&
					(place < index || path.length > whole.path.length)
			)
	);
}
