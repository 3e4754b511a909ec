import type { Item } from '#lib/bank/item.ts';
import { isTyped, type Blank } from '#lib/kinds/blank.ts';
import type { Label } from '#lib/kinds/option.ts';
import * as m from '#lib/paraglide/messages.js';
import { plainText } from '#lib/text/rich.ts';

import { displays } from '../kinds/index.ts';

/** What was picked at an item, in words; a pick is what `picksOf` in `lib/stats` names it. */
export function pickWords(item: Item, pick: string): string {
	const asked = displays[item.kind].asked(item);
	switch (asked.way) {
		case 'choose':
			return textOf(asked.options, pick);
		case 'judge':
			return verdictWords(pick) ?? pick;
		case 'judge-and-reason':
			return verdictWords(pick.replace('verdict:', '')) ?? textOf(asked.reasons, pick);
		case 'assign':
			return inTwo(pick, (place, label) => `${textOf(asked.places, place)} → ${textOf(asked.labels, label)}`);
		case 'arrange':
			return inTwo(pick, (id, place) => m.result_pick_place({ element: textOf(asked.elements, id), place }));
		case 'fill':
			return inTwo(pick, (id, given) => blankWords(asked.blanks, id, given) ?? pick);
		case 'write':
		case 'calculate':
			return pick;
	}
}

function verdictWords(verdict: string): string | undefined {
	if (verdict === 'true') return m.verdict_true();
	return verdict === 'false' ? m.verdict_false() : undefined;
}

function blankWords(blanks: readonly Blank[], id: string, given: string): string | undefined {
	const index = blanks.findIndex((each) => each.id === id);
	const blank = blanks[index];
	return (
		blank &&
		m.result_pick_blank({ number: index + 1, text: isTyped(blank) ? given : textOf(blank.choices, given) })
	);
}

/** The words of a pick that names two things; one that does not stays as it is. */
function inTwo(pick: string, words: (one: string, other: string) => string): string {
	const colon = pick.indexOf(':');
	return colon < 0 ? pick : words(pick.slice(0, colon), pick.slice(colon + 1));
}

/** The words of one of some labels; its id, where a course no longer has it. */
function textOf(labels: readonly Label[], id: string): string {
	const label = labels.find((each) => each.id === id);
	return label ? plainText(label.text) : id;
}
