import type { Bank } from '#lib/bank/bank.ts';
import type { ScoreTable } from '#lib/stats/table.ts';

import { readResultCodes } from './code.ts';
import { readResultFile } from './file.ts';
import type { Result } from './format.ts';
import { LARGEST, MOST_RESULTS, refused, type Reading, type ResultRefusal } from './refusal.ts';
import { fitOf, tableOf, type CourseFit } from './table-of.ts';

/** A file that a teacher chose, or a text that was pasted and that they call something. */
export type ResultSource = Pick<File, 'name' | 'size' | 'text'>;

/** Where something was read. */
export interface Where {
	/** The source’s name. */
	source: string;
	/** The line of a text in which a code begins, from 1; null for a file, and a source as a whole. */
	line: number | null;
}

/** A result that counts, and how its items stand against the course. */
export interface ReadResult extends CourseFit {
	where: Where;
	result: Result;
	/** Whether another result has the same name: two learners, or one who did it twice. Both count. */
	sameName: boolean;
}

/** A result that does not count, as the same attempt was read before. */
export interface ReadAgain {
	where: Where;
	result: Result;
	/** Where it was read first. */
	first: Where;
	/** Whether what it says of the answers is not the same: one of the two was changed by hand. */
	differs: boolean;
}

/** What cannot be taken, and why. */
export interface Problem {
	where: Where;
	refusal: ResultRefusal;
}

/** How many of what does not count is listed. Nobody reads more, and a thread takes seconds to hand on half a million. */
export const MOST_TOLD = 100;

/** What some sources hold. */
export interface ReadResults {
	/** In the order in which they were read. */
	results: ReadResult[];
	/** The first of those that were read before, and of what cannot be read: at most {@link MOST_TOLD} of each. */
	again: ReadAgain[];
	problems: Problem[];
	/** How many there are of each. */
	counts: { again: number; problems: number };
	/** Those that count, a row each in their order, for item analysis. Its learners are their attempts. */
	table: ScoreTable;
}

/** A text that was pasted, as a source. */
export function pasted(text: string, name: string): ResultSource {
	return { name, size: text.length, text: () => Promise.resolve(text) };
}

/**
 * Reads the results of a class: files, texts with one or many codes, or both. It never throws: what cannot be read is
 * listed with its reason, and all else counts.
 *
 * @param bank the course whose results are wanted, with all items that could have been asked
 * @param others the same course in its other languages, as far as they are at hand: what was typed in one that is not
 * counts unchecked
 */
export async function readResults(
	sources: readonly ResultSource[],
	bank: Bank,
	others: readonly Bank[] = []
): Promise<ReadResults> {
	const found = (await Promise.all(sources.map(readSource))).flat();
	const results: ReadResult[] = [];
	const again: ReadAgain[] = [];
	const problems: Problem[] = [];
	const known = new Map<string, ReadResult>();
	for (const { where, reading } of found) {
		if (!reading.ok) {
			problems.push({ where, refusal: reading.refusal });
			continue;
		}
		const { result } = reading;
		const fit = fitOf(result, bank, others);
		const unwanted = unwantedFor(result, fit, bank);
		if (unwanted) {
			problems.push({ where, refusal: unwanted });
			continue;
		}
		const before = known.get(result.attempt);
		if (before) {
			const differs = answersIn(result) !== answersIn(before.result);
			again.push({ where, result, first: before.where, differs });
		} else if (results.length === MOST_RESULTS) {
			problems.push({ where, refusal: { why: 'too-many', limit: MOST_RESULTS } });
			break;
		} else {
			const read: ReadResult = { where, result, sameName: false, ...fit };
			results.push(read);
			known.set(result.attempt, read);
		}
	}
	const names = Map.groupBy(results, ({ result: { name } }) => comparable(name));
	const marked = results.map((read) => ({
		...read,
		sameName: read.result.name !== undefined && (names.get(comparable(read.result.name))?.length ?? 0) > 1
	}));
	return {
		results: marked,
		again: again.slice(0, MOST_TOLD),
		problems: problems.slice(0, MOST_TOLD),
		counts: { again: again.length, problems: problems.length },
		table: tableOf(marked, bank)
	};
}

async function readSource(source: ResultSource): Promise<{ where: Where; reading: Reading<Result> }[]> {
	const where = { source: source.name, line: null };
	if (source.size > LARGEST) return [{ where, reading: refused({ why: 'too-large', size: source.size }) }];
	let text: string;
	try {
		text = await source.text();
	} catch {
		return [{ where, reading: refused({ why: 'unreadable' }) }];
	}
	if (/^\uFEFF?\s*[{[]/.test(text)) {
		const reading = readResultFile(text);
		if (reading.ok || reading.refusal.why !== 'nothing') return [{ where, reading }];
	}
	const codes = readResultCodes(text);
	if (codes.length === 0) return [{ where, reading: refused({ why: 'nothing' }) }];
	return codes.map(({ line, reading }) => ({ where: { source: source.name, line }, reading }));
}

/** Why a result is not of this course, or of nothing in it; undefined where it counts. */
function unwantedFor({ course, items }: Result, { unfit }: CourseFit, bank: Bank): ResultRefusal | undefined {
	if (course !== bank.primer.id) return { why: 'other-course', course };
	return unfit.length === items.length ? { why: 'other-edition' } : undefined;
}

function answersIn({ items, finishedAt, behaviour }: Result): string {
	return JSON.stringify([items, finishedAt, behaviour]);
}

/** Names that look the same to a teacher who calls them out. */
function comparable(name = ''): string {
	return name.normalize('NFKC').toLowerCase();
}
