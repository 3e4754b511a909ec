import type { Bank } from './bank.ts';
import { readSoundBanks } from './read.server.ts';

let banks: Bank[] = [];
let folder = '';

/**
 * Reads the banks of a folder into the library, once, at start.
 *
 * @throws {BrokenBanks} with every problem, if there is any; the library then stays as it was.
 */
export async function openLibrary(directory: string): Promise<void> {
	banks = await readSoundBanks(directory);
	folder = directory;
}

/** The folder that the library was read from; empty before {@link openLibrary}. */
export function libraryFolder(): string {
	return folder;
}

/** All banks, in the order of their folders’ names. */
export function allBanks(): readonly Bank[] {
	return banks;
}

/** The bank of a primer. */
export function findBank(primer: string): Bank | undefined {
	return banks.find((bank) => bank.primer.id === primer);
}
