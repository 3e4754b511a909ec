import type { Bank } from '#lib/bank/bank.ts';
import type { Item } from '#lib/bank/item.ts';
import type { Source } from '#lib/bank/source-schema.ts';
import { stimuliOf } from '#lib/bank/stimulus.ts';
import type { Passage } from '#lib/kinds/parts.ts';
import { markupIn } from '#lib/text/as-written.ts';

import { itemTexts } from '../item-texts.ts';
import type { Rule } from '../rule.ts';
import type { Text } from '../texts.ts';

/** W-25: no markup where every character is shown. */
export const rawMarkup: Rule = {
	id: 'W-25',
	level: 'warning',
	wants: 'A text that is shown exactly as written has no markup.',
	source: 'ours',
	check: ({ bank }) => {
		const ofItems = bank.items.flatMap((item) =>
			plainTextsOf(item).map((passage): Text => ({ ...passage, subject: { item: item.id } }))
		);
		return [...ofItems, ...plainTextsIn(bank)].flatMap(({ subject, path, text }) => {
			const what = markupIn(text);
			if (what === undefined) return [];
			const message = `${what}, and would be shown as it is written: this text is not Markdown`;
			return [{ subject, path, message, fix: 'Write it without markup, in plain words and characters.' }];
		});
	}
};

/** The texts of an item that are shown, or compared, as they are written. */
function plainTextsOf(item: Item): Passage[] {
	const { shownAsWritten, typed } = itemTexts(item);
	return [
		...shownAsWritten,
		...typed.flatMap(({ path, accept, wrong }) => [
			...accept.map((text, index) => ({ path: [...path, 'accept', index], text })),
			...wrong.map((text, index) => ({ path: [...path, 'wrong', index, 'text'], text }))
		])
	];
}

function plainTextsIn({ primer: { title, source, facts }, items }: Bank): Text[] {
	const names = Object.entries({
		title: source.title,
		called: source.called,
		publisher: source.publisher,
		author: source.author
	});
	return [
		{ subject: 'primer', path: ['title'], text: title },
		...names.flatMap(([key, text = '']): Text[] => [{ subject: 'primer', path: ['source', key], text }]),
		...stimuliOf(items).flatMap(({ id, title, source }): Text[] => [
			{ subject: { stimulus: id }, path: ['title'], text: title },
			...sourceTexts({ stimulus: id }, ['source'], source)
		]),
		...facts.flatMap(({ id, title = '', where = '', source, since }): Text[] => [
			{ subject: { fact: id }, path: ['title'], text: title },
			{ subject: { fact: id }, path: ['where'], text: where },
			...sourceTexts({ fact: id }, ['source'], source),
			...since.flatMap(({ source }, index) => sourceTexts({ fact: id }, ['since', index, 'source'], source))
		])
	];
}

function sourceTexts(subject: Text['subject'], at: Text['path'], source: Source | undefined): Text[] {
	return (['title', 'publisher'] as const).map((key) => ({
		subject,
		path: [...at, key],
		text: source?.[key] ?? ''
	}));
}
