import { isItemOf, type Item, type ItemOf } from '#lib/bank/item.ts';
import type { Interactions, KindName } from '#lib/kinds/index.ts';
import type { Option } from '#lib/kinds/option.ts';
import { plainText } from '#lib/text/rich.ts';

import { thresholds } from './thresholds.ts';
import { findPhrase } from './words.ts';

type Blank = Interactions['cloze']['blanks'][number];

/** Eight words that no bank has, as if its source had them. */
export const EIGHT_WORDS = 'seven grey geese flew slowly over the quiet';

/** What is right in each kind, changed. */
const otherKeys: { [K in KindName]: (interaction: Interactions[K]) => Partial<Interactions[K]> } = {
	'single-choice': ({ options }) => ({ options: swapped(options) }),
	'multiple-response': ({ options }) => ({ options: swapped(options) }),
	'true-false': ({ verdict }) => ({ verdict: { ...verdict, key: !verdict.key } }),
	'true-false-reason': ({ verdict }) => ({ verdict: { ...verdict, key: !verdict.key } }),
	matching: ({ premises }) => ({ premises: exchanged(premises, 'match') }),
	ordering: ({ elements }) => ({ elements: exchanged(elements, 'sort') }),
	categorise: ({ elements }) => ({ elements: exchanged(elements, 'category') }),
	cloze: ({ blanks }) => ({ blanks: blanks.map(blankWithOtherKey) }),
	'short-text': () => ({ accept: ['something else'] }),
	numeric: ({ value }) => ({ value: value + 1 }),
	highlight: ({ spans }) => ({ spans: swapped(spans) })
};

/** An item with a different key. */
export function withOtherKey<K extends KindName>(item: ItemOf<K>): ItemOf<K> {
	return changed(item, otherKeys[item.kind](item.interaction));
}

/** A true/false item with a different right reason. */
export function withOtherReason(item: Item): Item | undefined {
	if (!isItemOf(item, 'true-false-reason')) return undefined;
	return changed(item, { reasons: swapped(item.interaction.reasons) });
}

/** An item with its lists of options replaced; undefined if it has none to replace. */
export function withOptions(
	item: Item,
	write: (options: Option[]) => Option[] | undefined
): Item | undefined {
	if (isItemOf(item, 'single-choice') || isItemOf(item, 'multiple-response')) {
		const options = write(item.interaction.options);
		return options && { ...item, interaction: { ...item.interaction, options } };
	}
	if (isItemOf(item, 'true-false-reason')) {
		const reasons = write(item.interaction.reasons);
		return reasons && changed(item, { reasons });
	}
	if (isItemOf(item, 'cloze')) {
		const { blanks } = item.interaction;
		const others = blanks.map((blank) => {
			const choices = 'choices' in blank ? write(blank.choices) : undefined;
			return choices ? { id: blank.id, choices } : blank;
		});
		return others.some((blank, index) => blank !== blanks[index])
			? changed(item, { blanks: others })
			: undefined;
	}
	return undefined;
}

/**
 * Options whose keys say everything twice; undefined if the keys are so short that none becomes conspicuous.
 */
export function lengthened(options: readonly Option[]): Option[] | undefined {
	const twice = options.map((option) => {
		const text = plainText(option.text);
		return option.key ? { ...option, text: `${text} ${text}` } : option;
	});
	const lengths = (key: boolean) =>
		twice.filter((option) => option.key === key).map(({ text }) => plainText(text).length);
	const keys = lengths(true);
	const mean = keys.reduce((sum, length) => sum + length, 0) / keys.length;
	return mean > thresholds.keyOverSecond * Math.max(...lengths(false)) ? twice : undefined;
}

/** Adds an “all of the above” distractor in a language. */
export function withCatchAll(language: string): (options: readonly Option[]) => Option[] {
	const text = language === 'fr' ? 'toutes ces réponses' : 'all of the above';
	const why = 'It is not so, since one of them is wrong.';
	return (options) => [...options, { id: 'all', text, key: false, why }];
}

/** An item whose stem no longer says as of when it asks. */
export function undated({ asOf: _, ...item }: Item, phrases: readonly string[]): Item {
	return { ...item, stem: withoutPhrases(plainText(item.stem), phrases) };
}

function withoutPhrases(text: string, phrases: readonly string[]): string {
	const phrase = findPhrase(text, phrases);
	if (phrase === undefined) return text;
	const start = text.toLowerCase().indexOf(phrase.toLowerCase());
	if (start < 0) throw new Error(`“${phrase}” cannot be cut from “${text}”.`);
	return withoutPhrases(text.slice(0, start) + text.slice(start + phrase.length), phrases);
}

function changed<K extends KindName>(item: ItemOf<K>, changes: Partial<Interactions[K]>): ItemOf<K> {
	return { ...item, interaction: { ...item.interaction, ...changes } };
}

/** Parts in which the first key and the first other one have swapped roles. */
function swapped<T extends { key: boolean }>(parts: readonly T[]): T[] {
	const key = parts.findIndex((part) => part.key);
	const other = parts.findIndex((part) => !part.key);
	return parts.map((part, index) => (index === key || index === other ? { ...part, key: !part.key } : part));
}

/** Parts in which the first and another have swapped a field in which they differ. */
function exchanged<T extends object>(parts: readonly T[], field: keyof T): T[] {
	const [first] = parts;
	const other = parts.find((part) => part[field] !== first?.[field]);
	if (!first || !other) return [...parts];
	return parts.map((part) => {
		if (part === first) return { ...part, [field]: other[field] };
		return part === other ? { ...part, [field]: first[field] } : part;
	});
}

function blankWithOtherKey(blank: Blank): Blank {
	if ('choices' in blank) return { ...blank, choices: swapped(blank.choices) };
	return { ...blank, accept: ['something else'] };
}
