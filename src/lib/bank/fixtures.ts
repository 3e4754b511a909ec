import type { Bank } from './bank.ts';
import { checkBank } from './check.ts';
import type { SourceFile } from './source-file.ts';
import type { TranslationFolder } from './translation/check-translation.ts';

/** A small sound bank as its author would write it, for tests to break. */
export const PRIMER = `title: A primer
summary: What it is about.
language: en
source: { title: A source, publisher: A press, date: 2018-11-13 }
points:
  - { id: 1, title: One, summary: The first., asks: what is first }
  - { id: 2, title: Two, summary: The second., asks: what is second }
facts:
  - { id: F1.1, point: 1, status: stable, claim: One is first., where: Page 1 }
  - { id: F2.1, point: 2, status: as-of, claim: Two is second., where: Page 2 }
`;

/** Two items of point 1; the first line of the first is line 3, and its options begin in line 9. */
export const ITEMS = `point: 1
items:
  - id: first
    kind: single-choice
    facts: [F1.1]
    difficulty: 1
    level: remember
    stem: Which is *first*?
    options:
      - { text: one, key: true, why: It is. }
      - { text: two, why: It is second. }
    explanation: One comes first.
  - id: number
    kind: numeric
    facts: [F1.1]
    difficulty: 2
    level: apply
    stem: How many are there?
    value: 2
    why: One and two.
    explanation: There are two.
`;

/** The two files with some words replaced, each at its first occurrence. */
export function filesWith({
	primer = [],
	items = []
}: { primer?: [string, string][]; items?: [string, string][] } = {}): SourceFile[] {
	return [
		{ name: 'b/1.yaml', text: changed(ITEMS, items) },
		{ name: 'b/primer.yaml', text: changed(PRIMER, primer) }
	];
}

/** The bank of the two files, with such changes; a sound one. */
export function bankWith(changes: Parameters<typeof filesWith>[0] = {}): Bank {
	const { bank, problems } = checkBank('b', filesWith(changes));
	if (!bank) throw new Error(`The sample bank is not sound: ${JSON.stringify(problems)}`);
	return bank;
}

/** A text with some words replaced, each at its first occurrence. */
export function changed(text: string, changes: [string, string][]): string {
	return changes.reduce((before, [from, to]) => {
		if (!before.includes(from)) throw new Error(`The sample has no “${from}”.`);
		return before.replace(from, () => to);
	}, text);
}

/** Every problem of some files, as `file:line:column path: message | fix`. */
export function complaints(files: SourceFile[], folders: TranslationFolder[] = []): string[] {
	return checkBank('b', files, folders).problems.map(({ file, line, column, path, message, fix }) => {
		const place = [file, line, column].filter((part) => part !== undefined).join(':');
		return `${place} ${path ? `${path}: ` : ''}${message} | ${fix}`;
	});
}
