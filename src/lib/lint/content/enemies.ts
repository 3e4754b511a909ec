import type { Item } from '#lib/bank/item.ts';

import { read } from '../reading.ts';
import type { Finding, Rule } from '../rule.ts';
import { thresholds } from '../thresholds.ts';
import { hasPhrase, wordsOf } from '../words.ts';

/** C-09: an item that another gives away never meets it. */
export const giveaways: Rule = {
	id: 'C-09',
	level: 'error',
	wants: 'Where the text of one item holds the key of another on the same fact, they are enemies.',
	source: 'ours',
	check: ({ bank: { items } }) =>
		items.flatMap((item) => {
			const answers = answersOf(item);
			return items.flatMap((other): Finding[] => {
				if (other === item || !sharesFact(item, other) || areEnemies(item, other)) return [];
				const answer = answers.find((each) => tells(other, each));
				if (answer === undefined) return [];
				return [
					{
						subject: { item: item.id },
						path: ['enemies'],
						message: `its key “${answer}” can be read in “${other.id}”`,
						fix: `Add “${other.id}” to its “enemies”, or word that item otherwise.`
					}
				];
			});
		})
};

/** Keys that a text can give away: what is typed, or the one option that is right. */
function answersOf(item: Item): string[] {
	const { typed, sets } = read(item);
	const options = sets.filter(({ many }) => !many).flatMap((set) => set.options);
	const keys = [
		...typed.flatMap(({ accept }) => accept),
		...options.filter(({ key }) => key).map(({ text }) => text)
	];
	return keys.filter((key) => wordsOf(key).join('').length >= thresholds.givenAwayLetters);
}

function tells(item: Item, answer: string): boolean {
	return read(item).visible.some(({ path, text }) => path[0] !== 'hint' && hasPhrase(text, answer));
}

function sharesFact(one: Item, other: Item): boolean {
	return one.facts.some((fact) => other.facts.includes(fact));
}

function areEnemies(one: Item, other: Item): boolean {
	return one.enemies.includes(other.id) || other.enemies.includes(one.id);
}
