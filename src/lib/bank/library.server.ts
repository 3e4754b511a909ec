import { createHash } from 'node:crypto';

import type { Bank } from './bank.ts';
import { readSoundLibrary, type LocatedBank } from './read.server.ts';
import { lookup } from './translation/language-tag.ts';
import type { Edition } from './translation/check-translation.ts';

let library: LocatedBank[] = [];
let folder = '';
let fingerprint = '';

/**
 * Reads the banks of a folder into the library, in all their languages, once, at start.
 *
 * @throws {BrokenBanks} with every problem, if there is any; the library then stays as it was.
 */
export async function openLibrary(directory: string): Promise<void> {
	library = await readSoundLibrary(directory);
	folder = directory;
	const banks = library.flatMap(({ bank, editions }) => [bank, ...editions.map((edition) => edition.bank)]);
	fingerprint = createHash('sha256').update(JSON.stringify(banks)).digest('hex').slice(0, 12);
}

/** A hash of all that the library holds, in all languages; empty before {@link openLibrary}. */
export function libraryFingerprint(): string {
	return fingerprint;
}

/** The folder that the library was read from; empty before {@link openLibrary}. */
export function libraryFolder(): string {
	return folder;
}

/**
 * All banks, in the order of their folders’ names.
 *
 * @param language as {@link findBank} takes it
 */
export function allBanks(language?: string): readonly Bank[] {
	return library.map((each) => editionFor(each, language));
}

/**
 * The bank of a primer, in a language as far as there is one: in just that (`fr-CA`), else in that which it belongs to
 * (`fr`), else as it was written.
 *
 * @param language a language tag; without it, the bank as it was written
 */
export function findBank(primer: string, language?: string): Bank | undefined {
	const found = library.find(({ bank }) => bank.primer.id === primer);
	return found && editionFor(found, language);
}

/** The editions of a primer in other languages than its own. */
export function editionsOf(primer: string): readonly Edition[] {
	return library.find(({ bank }) => bank.primer.id === primer)?.editions ?? [];
}

function editionFor({ bank, editions }: LocatedBank, language: string | undefined): Bank {
	const banks = [bank, ...editions.map((edition) => edition.bank)];
	for (const tag of language === undefined ? [] : lookup(language)) {
		const found = banks.find(({ primer }) => primer.language.toLowerCase() === tag);
		if (found) return found;
	}
	return bank;
}
