import type { Bank } from '#lib/bank/bank.ts';
import type { Path } from '#lib/bank/yaml.ts';
import { plainText, type Rich } from '#lib/text/rich.ts';

import type { Passage } from '#lib/kinds/parts.ts';
import { stimuliOf } from '#lib/bank/stimulus.ts';
import { itemTexts } from './item-texts.ts';
import type { Finding } from './rule.ts';

/** A text with what it belongs to, and its place in it. */
export type Text = Passage & Pick<Finding, 'subject'>;

/** Every text of a bank’s items, their stimuli, facts and points that a learner reads. */
export function textsOf({ items, primer }: Bank): Text[] {
	return [
		...items.flatMap((item) =>
			itemTexts(item).all.map((passage) => ({ ...passage, subject: { item: item.id } }))
		),
		...primer.facts.flatMap(({ id, title, claim, cue }) => [
			...textAt({ fact: id }, ['title'], title),
			...textAt({ fact: id }, ['claim'], claim),
			...textAt({ fact: id }, ['cue'], cue)
		]),
		...stimuliOf(items).flatMap(({ id, title, text }) => [
			...textAt({ stimulus: id }, ['title'], title),
			...textAt({ stimulus: id }, ['text'], text)
		]),
		...textAt('primer', ['reading'], primer.reading),
		...primer.points.flatMap(({ summary, reading, readings = [], outcomes = [] }, index) => [
			...textAt('primer', ['points', index, 'summary'], summary),
			...textAt('primer', ['points', index, 'reading'], reading),
			...readings.flatMap(({ title, text }, place) => [
				...textAt('primer', ['points', index, 'readings', place, 'title'], title),
				...textAt('primer', ['points', index, 'readings', place, 'text'], text)
			]),
			...outcomes.flatMap(({ text }, outcome) =>
				textAt('primer', ['points', index, 'outcomes', outcome, 'text'], text)
			)
		])
	];
}

/** A text of a fact or of the primer with its place; none where nothing is written. */
export function textAt(subject: Finding['subject'], path: Path, rich: Rich | undefined): Text[] {
	return rich === undefined ? [] : [{ subject, path, text: plainText(rich) }];
}
