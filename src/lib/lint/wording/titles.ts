import type { Fact } from '#lib/bank/primer.ts';

import type { Finding, Rule } from '../rule.ts';
import { thresholds } from '../thresholds.ts';
import { lengthOf, wordsOf } from '../words.ts';

/** W-26: learners know a fact by a title, since a code says nothing to them. */
export const titles: Rule = {
	id: 'W-26',
	level: 'warning',
	wants: 'Each fact has a title.',
	once: true,
	source: 'ours',
	// One finding for all: a course without titles has one fault, not fifty.
	check: ({ bank: { primer } }) => {
		const [first, ...others] = primer.facts.filter(({ title }) => title === undefined).map(({ id }) => id);
		if (first === undefined) return [];
		return [
			{
				subject: { fact: first },
				path: [],
				message:
					others.length === 0
						? `the fact ${first} has no title, and learners read its code`
						: `${others.length + 1} facts have no title, and learners read their codes: ${named([first, ...others])}`,
				fix: 'Add a “title” that says what the fact is about, in a few words, and does not tell the answer.'
			}
		];
	}
};

/** How many codes a message names at most. */
const MOST_NAMED = 8;

function named(ids: readonly string[]): string {
	const rest = ids.length - MOST_NAMED;
	return rest > 0 ? `${ids.slice(0, MOST_NAMED).join(', ')} and ${rest} more` : ids.join(', ');
}

/** W-27: a title fits where it is read, and names one fact. */
export const titleForm: Rule = {
	id: 'W-27',
	level: 'warning',
	wants: 'The title of a fact has 40 characters at most, and no other fact has it.',
	source: 'ours',
	check: ({ bank: { primer } }) => {
		const first = new Map<string, string>();
		return primer.facts.flatMap(({ id, title }) => {
			if (title === undefined) return [];
			const words = wordsOf(title, primer.language).join(' ');
			const twin = first.get(words);
			if (twin === undefined) first.set(words, id);
			return [
				...(lengthOf(title) > thresholds.titleLength ? [tooLong(id, title)] : []),
				...(twin === undefined ? [] : [twins(id, title, twin)])
			];
		});
	}
};

function tooLong(id: Fact['id'], title: string): Finding {
	return {
		subject: { fact: id },
		path: ['title'],
		message: `the title has ${lengthOf(title)} characters, more than ${thresholds.titleLength}`,
		fix: 'Shorten it to what the fact is about, in two to five words.'
	};
}

function twins(id: Fact['id'], title: string, twin: string): Finding {
	return {
		subject: { fact: id },
		path: ['title'],
		message: `${twin} has the title “${title}” too`,
		fix: 'Let one of them say what tells the two facts apart.'
	};
}
