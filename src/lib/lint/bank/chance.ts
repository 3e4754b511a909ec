import type { Item } from '#lib/bank/item.ts';
import { isItemOf } from '#lib/bank/item.ts';
import { score } from '#lib/kinds/index.ts';

const known = new WeakMap<Item, number>();

/** The score that an answer at random may expect, from 0 to 1: the mean over all answers, each as likely as another. */
export function chanceOf(item: Item): number {
	const chance = known.get(item) ?? expectedScore(item);
	known.set(item, chance);
	return chance;
}

/** The fraction that a response earns; 0 where it is no answer. */
export function fraction(item: Item, response: unknown): number {
	const result = score(item, response);
	return result.state === 'scored' ? result.fraction : 0;
}

function expectedScore(item: Item): number {
	if (isItemOf(item, 'single-choice')) return 1 / item.interaction.options.length;
	if (isItemOf(item, 'multiple-response')) return overSubsets(item, item.interaction.options);
	if (isItemOf(item, 'highlight')) return overSubsets(item, item.interaction.spans);
	if (isItemOf(item, 'true-false-reason')) {
		const reasons = item.interaction.reasons.map(({ id }) => id);
		return mean(
			reasons.flatMap((reason) => [true, false].map((verdict) => fraction(item, { verdict, reason })))
		);
	}
	if (isItemOf(item, 'ordering')) {
		const ids = item.interaction.elements.map(({ id }) => id);
		return mean(permutations(ids).map((order) => fraction(item, order)));
	}
	if (isItemOf(item, 'matching')) {
		const { premises, options, scoring } = item.interaction;
		return shared(
			premises.map(() => 1 / options.length),
			scoring
		);
	}
	if (isItemOf(item, 'categorise')) {
		const { elements, categories, scoring } = item.interaction;
		return shared(
			elements.map(() => 1 / categories.length),
			scoring
		);
	}
	if (isItemOf(item, 'cloze')) {
		const { blanks, scoring } = item.interaction;
		return shared(
			blanks.map((blank) => ('choices' in blank ? 1 / blank.choices.length : 0)),
			scoring
		);
	}
	// Whoever types blindly hits nothing.
	return 0;
}

/** Parts that are right independently of one another. */
function shared(parts: readonly number[], scoring: 'share-right' | 'all-or-nothing'): number {
	return scoring === 'share-right' ? mean(parts) : parts.reduce((product, part) => product * part, 1);
}

/** Every choice of one or more. */
function overSubsets(item: Item, options: readonly { id: string }[]): number {
	const subsets = Array.from({ length: 2 ** options.length - 1 }, (_, mask) =>
		options.filter((_option, index) => ((mask + 1) >> index) & 1).map(({ id }) => id)
	);
	return mean(subsets.map((subset) => fraction(item, subset)));
}

function permutations(ids: readonly string[]): string[][] {
	if (ids.length < 2) return [[...ids]];
	return ids.flatMap((id) => permutations(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]));
}

/** The mean of some numbers; 0 of none. */
export function mean(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
