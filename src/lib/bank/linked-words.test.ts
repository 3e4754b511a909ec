import { expect, test } from 'vitest';

import type { Bank } from './bank.ts';
import { bankWith } from './fixtures.ts';
import { withLinkedWords } from './linked-words.ts';
import type { Word } from './primer.ts';

const words: Word[] = [
	{ id: 'norm', term: 'norm', also: ['norms'], meaning: 'What states expect of one another.' },
	{ id: 'core', term: 'core', meaning: 'The middle of something.' },
	{ id: 'public-core', term: 'public core', meaning: 'What all of the Internet depends on.' },
	{ id: 'who', term: 'WHO', meaning: 'An agency for health.' }
];

/** A link to a word. */
const to = (id: string, text: string) => ({ tag: 'word', href: `/b/words#word-${id}`, children: [text] });

/** The small bank, with a text in the place of another. */
function itemWith(changes: Partial<Bank['items'][number]>): Bank['items'][number] {
	const bank = bankWith();
	const [first] = bank.items;
	if (!first) throw new Error('The sample has no item.');
	const changed = { ...bank, primer: { ...bank.primer, words }, items: [{ ...first, ...changes }] };
	const [item] = withLinkedWords(changed, '/b/words').items;
	if (!item) throw new Error('The item is gone.');
	return item;
}

const explained = (explanation: Bank['items'][number]['explanation']) =>
	itemWith({ explanation }).explanation;

test('a word leads to its meaning where it first stands in a text, in any of its forms', () => {
	expect(explained('Norms are no laws. A norm is kept, and other norms too.')).toEqual([
		to('norm', 'Norms'),
		' are no laws. A norm is kept, and other norms too.'
	]);
});

test('only whole words lead somewhere, the longer before the shorter', () => {
	expect(explained('Normal hardcore scores.')).toBe('Normal hardcore scores.');
	expect(explained('The public core, and no other core.')).toEqual([
		'The ',
		to('public-core', 'public core'),
		', and no other ',
		to('core', 'core'),
		'.'
	]);
});

test('an abbreviation has to be in capitals', () => {
	expect(explained('Who asks? The WHO.')).toEqual(['Who asks? The ', to('who', 'WHO'), '.']);
});

test('emphasis is kept, and what leads elsewhere or is code stays as it is', () => {
	const code = { tag: 'code' as const, children: ['norm'] };
	const link = { tag: 'a' as const, href: 'https://example.org', children: ['norm'] };
	expect(explained([code, link, { tag: 'em', children: ['norm'] }])).toEqual([
		code,
		link,
		{ tag: 'em', children: [to('norm', 'norm')] }
	]);
});

test('rationales lead to words, options do not', () => {
	const { interaction } = withLinkedWords(
		{ ...bankWith(), primer: { ...bankWith().primer, words } },
		'/b/words'
	).items[0] ?? { interaction: {} };
	expect(JSON.stringify(interaction)).not.toContain('"word"');
	const bank = bankWith({
		items: [
			['text: one', 'text: norm'],
			['why: It is.', 'why: A norm is.']
		]
	});
	const [item] = withLinkedWords({ ...bank, primer: { ...bank.primer, words } }, '/b/words').items;
	expect(item?.interaction).toMatchObject({
		options: [{ text: 'norm', why: ['A ', to('norm', 'norm'), ' is.'] }, { text: 'two' }]
	});
});

test('a stem leads to no word whose meaning shares a word with the key', () => {
	const stem = 'Which norm is meant?';
	const [changedStem] = [['stem: Which is *first*?', `stem: ${stem}`] as [string, string]];
	const stemWith = (key: string) => {
		const bank = bankWith({ items: [changedStem, ['text: one', `text: ${key}`]] });
		return withLinkedWords({ ...bank, primer: { ...bank.primer, words } }, '/b/words').items[0]?.stem;
	};
	expect(stemWith('one of them')).toEqual(['Which ', to('norm', 'norm'), ' is meant?']);
	expect(stemWith('what was expected')).toBe(stem);
	expect(stemWith('a norm for states')).toBe(stem);
	expect(stemWith('many states')).toBe(stem);
	expect(stemWith('all another')).toEqual(['Which ', to('norm', 'norm'), ' is meant?']);
});

test('short words and other forms of a word tell as well', () => {
	const known: Word[] = [
		{ id: 'treaty', term: 'treaty', meaning: 'A text in which states bind themselves in law.' },
		{ id: 'igf', term: 'IGF', also: ['Internet Governance Forum'], meaning: 'A meeting each year.' }
	];
	const linkedStem = (stem: string, key: string, language = 'en') => {
		const bank = bankWith({
			items: [
				['stem: Which is *first*?', `stem: ${stem}`],
				['text: one', `text: ${key}`]
			]
		});
		const primer = { ...bank.primer, language, words: known };
		return JSON.stringify(withLinkedWords({ ...bank, primer }, '/b/words').items[0]?.stem);
	};
	expect(linkedStem('What does a treaty do?', 'takes on a duty')).toContain('#word-treaty');
	expect(linkedStem('What does a treaty do?', 'takes on a duty in law')).not.toContain('#word-treaty');
	expect(linkedStem('What does a law of a treaty do?', 'takes on a duty in law')).not.toContain(
		'#word-treaty'
	);
	expect(linkedStem('What is the Internet Governance Forum?', 'the IGF')).not.toContain('#word-igf');
	expect(linkedStem('What is the Internet Governance Forum?', 'a town')).toContain('#word-igf');
	expect(linkedStem('What is the IGF?', 'what governs')).not.toContain('#word-igf');
	// “which” and “in” are in any sentence.
	expect(linkedStem('What is a treaty?', 'which the other has')).toContain('#word-treaty');
});

test('a course without words, and an item in another language, stay as they are', () => {
	const bank = bankWith();
	expect(withLinkedWords(bank, '/b/words')).toBe(bank);
	const explanation = 'A norm.';
	expect(itemWith({ explanation, language: 'de' }).explanation).toBe(explanation);
});

test('a reading leads to words, and the same bank is linked once', () => {
	const bank = bankWith({ primer: [['summary: The first.', 'summary: The first., reading: A norm.']] });
	const withWords = { ...bank, primer: { ...bank.primer, words } };
	const linked = withLinkedWords(withWords, '/b/words');
	expect(linked.primer.points[0]?.reading).toEqual(['A ', to('norm', 'norm'), '.']);
	expect(withLinkedWords(withWords, '/b/words')).toBe(linked);
});

test('so does the reading of the primer as a whole', () => {
	const bank = bankWith({ primer: [['points:', 'reading: A norm.\npoints:']] });
	const linked = withLinkedWords({ ...bank, primer: { ...bank.primer, words } }, '/b/words');
	expect(linked.primer.reading).toEqual(['A ', to('norm', 'norm'), '.']);
});
