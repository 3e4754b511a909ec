import { plainText } from '#lib/text/rich.ts';

import type { Finding, Rule } from '../rule.ts';
import { thresholds as limit } from '../thresholds.ts';
import { wordsAsWritten } from '../words.ts';
import { isScored } from './coverage.ts';

/** S-11: what is asked was taught before, in texts that are read at one sitting. */
export const readings: Rule = {
	id: 'S-11',
	level: 'warning',
	wants:
		'Each of several readings has 110 to 200 words, and together they teach all facts of their point that are asked.',
	once: true,
	source: 'ours',
	check: ({ bank: { primer, items } }) => {
		const asked = new Set(items.flatMap(({ facts }) => facts));
		return primer.points.flatMap(({ id, readings }, point): Finding[] => {
			if (!readings) return [];
			const taught = new Set(readings.flatMap(({ facts }) => facts));
			const left = primer.facts.filter(
				(fact) => fact.point === id && isScored(fact) && asked.has(fact.id) && !taught.has(fact.id)
			);
			return [
				...readings.flatMap(({ text }, index): Finding[] => {
					const words = wordsAsWritten(plainText(text), primer.language).length;
					if (words >= limit.fewestReadingWords && words <= limit.mostReadingWords) return [];
					return [
						{
							subject: 'primer',
							path: ['points', point, 'readings', index, 'text'],
							message: `the reading has ${words} words`,
							fix: `Write ${limit.fewestReadingWords} to ${limit.mostReadingWords}: fewer explain too little, and more are not read.`
						}
					];
				}),
				...left.map((fact): Finding => ({
					subject: { fact: fact.id },
					path: [],
					message: `${fact.id} is asked, and no reading of point ${id} teaches it`,
					fix: 'Teach it in one of the readings, and name it among the facts of that reading.'
				}))
			];
		});
	}
};
