import type { ReadOption } from '../parts.ts';
import { read } from '../reading.ts';
import { itemRule } from '../rule.ts';

interface Range {
	option: ReadOption;
	from: number;
	to: number;
}

/** An option that is a number or a span of numbers; undefined for words, and for numbers among words. */
function rangeOf(option: ReadOption): Range | undefined {
	const numbers = [...option.text.matchAll(/\d+(?:[.,]\d+)?/g)].map(([text]) =>
		Number(text.replace(',', '.'))
	);
	const letters = option.text.match(/\p{L}+/gu) ?? [];
	const [first, second = first] = numbers;
	if (first === undefined || second === undefined || numbers.length > 2 || letters.length > 3)
		return undefined;
	return { option, from: Math.min(first, second), to: Math.max(first, second) };
}

/** W-13: numbers and spans of numbers exclude one another. */
export const overlap = itemRule({
	id: 'W-13',
	level: 'warning',
	wants: 'Options that are spans of numbers do not overlap.',
	source: 'HDR',
	check: (item) =>
		read(item).sets.flatMap(({ options }) => {
			const ranges = options.flatMap((option) => rangeOf(option) ?? []);
			return ranges.flatMap((one, index) => {
				const other = ranges.slice(0, index).find(({ from, to }) => one.from < to && from < one.to);
				if (!other) return [];
				const ofKey = one.option.key || other.option.key;
				return [
					{
						path: one.option.path,
						message: `“${one.option.text}” and “${other.option.text}” overlap`,
						fix: 'Let each span end before the next begins.',
						...(ofKey && { level: 'error' as const })
					}
				];
			});
		})
});

/** W-14: numbers that keep their order are in order, and all options are of one form. */
export const numericOrder = itemRule({
	id: 'W-14',
	level: 'warning',
	wants: 'Options that are numbers stand in order, and all of them are numbers.',
	source: 'HDR',
	check: (item) =>
		read(item).sets.flatMap(({ options, path, shuffled }) => {
			const ranges = options.flatMap((option) => rangeOf(option) ?? []);
			if (ranges.length === 0) return [];
			if (ranges.length < options.length) {
				return [
					{ path, message: 'some options are numbers and some are not', fix: 'Write all in one form.' }
				];
			}
			const rising = ranges.every(({ from }, index) => index === 0 || (ranges[index - 1]?.from ?? 0) <= from);
			const falling = ranges.every(
				({ from }, index) => index === 0 || (ranges[index - 1]?.from ?? 0) >= from
			);
			if (shuffled || rising || falling) return [];
			return [
				{ path, message: 'the numbers stand in no order', fix: 'Sort them, or leave “shuffle: false” out.' }
			];
		})
});
