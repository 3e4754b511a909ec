import { fileURLToPath } from 'node:url';

import type { Bank } from '#lib/bank/bank.ts';
import { readSoundBanks } from '#lib/bank/read.server.ts';

import type { Given } from './lint.ts';
import { readAids } from './read.server.ts';

/** The folder of the questions that come with the project. */
export const QUESTIONS = fileURLToPath(new URL('../../../questions', import.meta.url));

/** Every bank that comes with the project, with what stands beside it for the checker. */
export async function shippedBanks(): Promise<{ bank: Bank; given: Given }[]> {
	const banks = await readSoundBanks(QUESTIONS);
	return Promise.all(
		banks.map(async (bank) => {
			const { problems, ...aids } = await readAids(QUESTIONS, bank.primer.id);
			if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('; '));
			// On that day no note is old yet: a suite that fails as time goes by helps nobody, and “check” tells it.
			return { bank, given: { ...aids, today: bank.primer.source.date } };
		})
	);
}
