import type { Rule } from '../rule.ts';
import { thresholds } from '../thresholds.ts';
import { blindResults } from './blind.ts';
import { chanceOf, mean } from './chance.ts';

/** B-08: without knowledge, cleverness gains nothing. */
export const blindStrategies: Rule = {
	id: 'B-08',
	level: 'warning',
	wants: 'No blind strategy earns more than 0.10 above chance over the bank.',
	source: 'NBME',
	check: ({ bank, language }) =>
		blindResults(bank, language)
			.filter(({ score, chance }) => score > chance + thresholds.blindGain)
			.map(({ says, score, chance }) => ({
				subject: 'primer',
				path: [],
				message: `to ${says} earns ${score.toFixed(2)}, and chance ${chance.toFixed(2)}`,
				fix: 'Look for what the keys have in common, and give it to the distractors as well.'
			}))
};

/** B-07: guessing does not pass. */
export const guessFloor: Rule = {
	id: 'B-07',
	level: 'warning',
	wants: 'Random answers are expected to earn at most a quarter of the score.',
	once: true,
	source: 'ours',
	check: ({ bank: { items } }) => {
		const chance = mean(items.map(chanceOf));
		if (chance <= thresholds.guessFloor) return [];
		return [
			{
				subject: 'primer',
				path: [],
				message: `random answers are expected to earn ${chance.toFixed(2)} of the score`,
				fix: 'Add items that are typed or ordered, or options to those that have few.'
			}
		];
	}
};
