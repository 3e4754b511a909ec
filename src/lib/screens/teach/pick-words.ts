import { isItemOf, type Item } from '#lib/bank/item.ts';
import * as m from '#lib/paraglide/messages.js';
import type { Label } from '#lib/kinds/option.ts';
import { plainText } from '#lib/text/rich.ts';

/** What was picked at an item, in words; a pick is what `picksOf` in `lib/stats` names it. */
export function pickWords(item: Item, pick: string): string {
	const verdict = /^(?:verdict:)?(true|false)$/.exec(pick)?.[1];
	if (verdict !== undefined && 'verdict' in item.interaction)
		return verdict === 'true' ? m.verdict_true() : m.verdict_false();
	const labels = labelsIn(item);
	const whole = labels.get(pick);
	if (whole !== undefined) return whole;

	const colon = pick.indexOf(':');
	const [part, rest] = [pick.slice(0, colon), pick.slice(colon + 1)];
	if (colon < 0) return pick;
	if (isItemOf(item, 'ordering'))
		return m.result_pick_place({ element: labels.get(part) ?? part, place: rest });
	if (isItemOf(item, 'cloze')) {
		const { blanks } = item.interaction;
		const index = blanks.findIndex(({ id }) => id === part);
		if (index < 0) return pick;
		const blank = blanks[index];
		const chosen =
			blank && 'choices' in blank ? blank.choices.find(({ id }) => id === rest)?.text : undefined;
		return m.result_pick_blank({ number: index + 1, text: chosen === undefined ? rest : plainText(chosen) });
	}
	return `${labels.get(part) ?? part} → ${labels.get(rest) ?? rest}`;
}

/** What an item has to choose from, by id. */
function labelsIn({ interaction }: Item): Map<string, string> {
	const labels = new Map<string, string>();
	const add = (list: readonly Label[]) => {
		for (const { id, text } of list) labels.set(id, plainText(text));
	};
	if ('options' in interaction) add(interaction.options);
	if ('reasons' in interaction) add(interaction.reasons);
	if ('spans' in interaction) add(interaction.spans);
	if ('premises' in interaction) add(interaction.premises);
	if ('elements' in interaction) add(interaction.elements);
	if ('categories' in interaction) add(interaction.categories);
	return labels;
}
