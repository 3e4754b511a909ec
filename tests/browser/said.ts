import { isItemOf, type Item } from '#lib/bank/item.ts';
import type { Responses } from '#lib/kinds/index.ts';
import type { Rich } from '#lib/text/rich.ts';

import { words } from './course.ts';

/** Letters and digits alone: what is read, however the snapshot quotes it. */
export function lettersOf(text: string): string {
	return text.replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** The words of what a response gives to an item. */
export function wordsOf(item: Item, response: unknown): string[] {
	const textsOf = (named: readonly { id: string; text: Rich }[], ids: readonly unknown[]) =>
		ids.map((id) => words(named.find((each) => each.id === id)?.text ?? ''));
	if (isItemOf(item, 'single-choice')) return textsOf(item.interaction.options, [response]);
	if (isItemOf(item, 'multiple-response')) return textsOf(item.interaction.options, response as string[]);
	if (isItemOf(item, 'highlight')) return textsOf(item.interaction.spans, response as string[]);
	if (isItemOf(item, 'ordering')) return textsOf(item.interaction.elements, response as string[]);
	if (isItemOf(item, 'true-false')) return [response === 'true' ? 'True' : 'False'];
	if (isItemOf(item, 'true-false-reason')) {
		const { verdict, reason } = response as Responses['true-false-reason'];
		return [verdict ? 'True' : 'False', ...textsOf(item.interaction.reasons, [reason])];
	}
	if (isItemOf(item, 'matching'))
		return textsOf(item.interaction.options, Object.values(response as Responses['matching']));
	if (isItemOf(item, 'categorise'))
		return textsOf(item.interaction.categories, Object.values(response as Responses['categorise']));
	if (isItemOf(item, 'cloze'))
		return item.interaction.blanks.map((blank) => {
			const text = (response as Responses['cloze'])[blank.id] ?? '';
			return 'choices' in blank ? words(blank.choices.find(({ id }) => id === text)?.text ?? '') : text;
		});
	return [String(response)];
}
