import { itemTexts } from '../item-texts.ts';
import { itemRule } from '../rule.ts';
import { spanOf, type Span } from './spans.ts';

/** W-13: numbers and spans of numbers exclude one another. */
export const overlap = itemRule({
	id: 'W-13',
	level: 'warning',
	wants: 'Options that are spans of numbers or days do not overlap.',
	source: 'HDR',
	check: (item, { bank }) =>
		itemTexts(item).sets.flatMap(({ options }) => {
			const spans = options.flatMap((option) => spanOf(option, bank.primer.language) ?? []);
			return spans.flatMap((one, index) => {
				const other = spans.slice(0, index).find((earlier) => doOverlap(one, earlier));
				if (!other) return [];
				return [
					{
						path: one.option.path,
						message: `“${one.option.text}” and “${other.option.text}” overlap`,
						fix: 'Let each span end before the next begins.'
					}
				];
			});
		})
});

/** Whether two spans have a value in common. Single values may be equal: 50 states are not 50 firms. */
function doOverlap(one: Span, other: Span): boolean {
	const single = one.from === one.to && other.from === other.to;
	return !single && one.form === other.form && one.from <= other.to && other.from <= one.to;
}

/** W-14: numbers that are not shuffled are in order, and all options have one form. */
export const numericOrder = itemRule({
	id: 'W-14',
	level: 'warning',
	wants: 'Options that are numbers or days are in order, and all have the same form.',
	source: 'HDR',
	check: (item, { bank }) =>
		itemTexts(item).sets.flatMap(({ options, path, shuffled }) => {
			const spans = options.flatMap((option) => spanOf(option, bank.primer.language) ?? []);
			const [first] = spans;
			if (!first) return [];
			if (spans.length < options.length || spans.some(({ form }) => form !== first.form)) {
				return [
					{
						path,
						message: 'some options are numbers or days, and some are of another form',
						fix: 'Write all in one form.'
					}
				];
			}
			if (shuffled || isSorted(spans) || isSorted(spans.toReversed())) return [];
			return [
				{ path, message: 'the numbers are not in order', fix: 'Sort them, or leave “shuffle: false” out.' }
			];
		})
});

function isSorted(spans: readonly Span[]): boolean {
	return spans.every(({ from }, index) => (spans[index - 1]?.from ?? -Infinity) <= from);
}
