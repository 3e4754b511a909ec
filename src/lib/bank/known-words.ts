import { fold } from '#lib/kinds/fold.ts';
import { informed, type KindName } from '#lib/kinds/index.ts';
import type { About } from '#lib/kinds/informed.ts';

import type { Bank } from './bank.ts';
import type { ItemOf } from './item.ts';

/**
 * Gives items what they need from the rest of the bank. Typed answers and numbers: the language, the words of the
 * question, and every word of the course that looks like a slip of an accepted form, which is kept with the accepted
 * forms and nowhere else, since it gives them away. What is sorted in a drawing: which groups are within its frame.
 */
export function withKnownWords(bank: Bank): Bank {
	const like = likeIn(bank);
	const { language, support } = bank.primer;
	const hasBacked: About['hasBacked'] = (place) =>
		support?.groups.some(({ id, backed }) => id === place && backed) === true;
	return { ...bank, items: bank.items.map((item) => withWords(item, { language, like, hasBacked })) };
}

/** What is the same for all items of a bank. */
interface Known extends Pick<About, 'language' | 'hasBacked'> {
	like: (form: string) => string[];
}

function withWords<K extends KindName>(item: ItemOf<K>, { like, hasBacked, ...bank }: Known): ItemOf<K> {
	const language = item.language ?? bank.language;
	const added: About['added'] = ({ accept, slips }) => {
		const known = slips === 0 ? [] : [...new Set(accept.flatMap(like))];
		const stem = [...wordsIn(item.stem)];
		return { language, stem, ...(known.length > 0 && { known }) };
	};
	return { ...item, interaction: informed(item, { language, added, hasBacked }) };
}

/**
 * Finds the words of a bank that have one letter more, fewer or different from a word of a form, or two
 * letters swapped.
 */
function likeIn({ primer, items }: Bank): (form: string) => string[] {
	const forgives = items.some(({ interaction }) => JSON.stringify(interaction).includes('"slips":1'));
	if (!forgives) return () => [];
	// Words are alike if they are equal after dropping a letter from one or both.
	const byRest = new Map<string, Set<string>>();
	for (const word of wordsIn([primer.title, primer.facts, items])) {
		for (const rest of restsOf(word)) byRest.set(rest, (byRest.get(rest) ?? new Set()).add(word));
	}
	return (form) =>
		fold(form)
			.split(' ')
			.flatMap((word) =>
				restsOf(word).flatMap((rest) => [...(byRest.get(rest) ?? [])].filter((other) => other !== word))
			);
}

/** A word, and what is left of it without one letter. */
function restsOf(word: string): string[] {
	const rests = [word];
	let at = 0;
	for (const letter of word) {
		rests.push(word.slice(0, at) + word.slice(at + letter.length));
		at += letter.length;
	}
	return rests;
}

/** The folded words of all texts in a value, whatever its shape. */
function wordsIn(value: unknown): Set<string> {
	const words = new Set([...textsIn(value)].flatMap((text) => fold(text).split(' ')));
	words.delete('');
	return words;
}

/** The texts in a value, each once: ids, kinds and tags are in it over and over. */
function textsIn(value: unknown, texts = new Set<string>()): Set<string> {
	if (typeof value === 'string') texts.add(value);
	else if (typeof value === 'object' && value !== null) {
		for (const each of Object.values(value)) textsIn(each, texts);
	}
	return texts;
}
