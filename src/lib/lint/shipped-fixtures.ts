import { fileURLToPath } from 'node:url';

import type { Bank } from '#lib/bank/bank.ts';
import type { Locate } from '#lib/bank/locate.ts';
import { readSoundLibrary } from '#lib/bank/read.server.ts';
import type { Edition } from '#lib/bank/translation/check-translation.ts';

import type { LintOptions } from './lint.ts';
import { readAids } from './read.server.ts';

/** The folder of the questions that come with the project. */
export const QUESTIONS = fileURLToPath(new URL('../../../questions', import.meta.url));

/** A bank that comes with the project, in one language, with what the checker needs besides. */
export interface Shipped {
	/** Such as `paris-call in fr`. */
	name: string;
	bank: Bank;
	given: LintOptions;
	locate: Locate;
	/** The same bank in other languages; empty if this is itself a translation. */
	editions: readonly Edition[];
}

/** Every bank that comes with the project, as it was written. */
export async function shippedBanks(): Promise<Shipped[]> {
	return (await shippedEditions()).filter(({ given }) => !given.original);
}

/** Every bank that comes with the project, in each of its languages. */
export async function shippedEditions(): Promise<Shipped[]> {
	const library = await readSoundLibrary(QUESTIONS);
	const all = await Promise.all(
		library.map(async ({ bank: original, locate, editions, folder }) => {
			const { problems, ...aids } = await readAids(folder);
			if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('; '));
			// On that day no note is too old yet: a suite that starts failing as time passes helps nobody,
			// and “check” reports old notes.
			const given = { ...aids, today: original.primer.source.date };
			return [
				{ bank: original, given, locate, editions },
				...editions.map((edition) => ({ ...edition, given: { ...given, original }, editions: [] }))
			];
		})
	);
	return all.flat().map((each) => ({ ...each, name: nameOf(each.bank) }));
}

function nameOf({ primer }: Bank): string {
	return `${primer.id} in ${primer.language}`;
}
