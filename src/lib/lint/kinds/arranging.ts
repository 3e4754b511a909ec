import { isItemOf } from '#lib/bank/item.ts';
import type { Ordering } from '#lib/kinds/ordering.ts';
import { plainText } from '#lib/text/rich.ts';

import type { Language } from '../languages/language.ts';
import { itemRule, type ItemFinding } from '../rule.ts';
import { thresholds as limit } from '../thresholds.ts';
import { hasPhrase } from '../words.ts';

/**
 * T-03: enough to put in order. Reading the file already refuses ties, and the right order is never shown.
 */
export const ordering = itemRule({
	id: 'T-03',
	level: 'warning',
	wants: 'Ordering has four to seven elements.',
	once: true,
	source: 'ours',
	check: (item) => {
		if (!isItemOf(item, 'ordering')) return [];
		const { length } = item.interaction.elements;
		if (length >= limit.fewestInOrder && length <= limit.mostInOrder) return [];
		return [
			{
				path: ['elements'],
				message: `there are ${length} elements to put in order`,
				fix: `Write ${limit.fewestInOrder} to ${limit.mostInOrder}.`
			}
		];
	}
});

/** T-04: no element gives away its place. */
export const tellingDates = itemRule({
	id: 'T-04',
	level: 'warning',
	wants: 'No element to put in order gives away its own place.',
	source: 'ours',
	check: (item, { language }) => {
		if (!isItemOf(item, 'ordering')) return [];
		return item.interaction.elements.flatMap((element, index) => telling(element, index, language));
	}
});

function telling(
	{ text, sort }: Ordering['elements'][number],
	index: number,
	language: Language | undefined
): ItemFinding[] {
	const words = plainText(text);
	const places = [
		typeof sort === 'number' ? String(sort) : sort.slice(0, 'YYYY'.length),
		...((typeof sort === 'number' && language?.ordinals[sort - 1]) || [])
	];
	const place = places.find((each) => hasPhrase(words, each));
	if (place === undefined) return [];
	return [
		{
			path: ['elements', index, 'text'],
			message: `“${words}” gives away its place by “${place}”`,
			fix: 'Leave the number out; “why” may tell it afterwards.'
		}
	];
}

/** T-05: categories that are worth sorting into. */
export const categorise = itemRule({
	id: 'T-05',
	level: 'warning',
	wants: 'Sorting has two to four categories with two members or more, and six to twelve elements.',
	once: true,
	source: 'ours',
	check: (item) => {
		if (!isItemOf(item, 'categorise')) return [];
		const { categories, elements } = item.interaction;
		const members = categories.map(({ id }) => elements.filter(({ category }) => category === id).length);
		const found: ItemFinding[] = [];
		if (categories.length < limit.fewestCategories || categories.length > limit.mostCategories) {
			found.push({
				path: ['categories'],
				message: `there are ${categories.length} categories`,
				fix: `Write ${limit.fewestCategories} to ${limit.mostCategories}.`
			});
		}
		members.forEach((count, index) => {
			if (count >= limit.fewestMembers) return;
			found.push({
				path: ['categories', index],
				message: `the category “${plainText(categories[index]?.text ?? '')}” has ${count} elements`,
				fix: `Give it ${limit.fewestMembers} or more, or leave it out.`
			});
		});
		if (elements.length < limit.fewestElements || elements.length > limit.mostElements) {
			found.push({
				path: ['elements'],
				message: `there are ${elements.length} elements to sort`,
				fix: `Write ${limit.fewestElements} to ${limit.mostElements}.`
			});
		}
		if (Math.max(...members) > limit.memberRatio * Math.max(1, Math.min(...members))) {
			found.push({
				path: ['elements'],
				level: 'warning',
				message: 'one category has more than three times as many elements as another',
				fix: 'Balance them: a guess for the largest would be right too often.'
			});
		}
		return found;
	}
});
