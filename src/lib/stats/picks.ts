import { fold } from '#lib/kinds/fold.ts';
import { choice, solution, type KindName, type Of } from '#lib/kinds/index.ts';

import type { TableItem } from './table.ts';

/** The verdict on a statement, as a pick names it. */
const verdictIs = (verdict: boolean) => `verdict:${verdict}`;

/**
 * What a response picks, a name each, so that equal picks of different learners can be counted:
 * - an option, a reason, a span: its id;
 * - a verdict with a reason: `verdict:true` or `verdict:false` beside the reason’s id;
 * - a label for a place: `place:label`; an element at a place in an order, from 1: `element:1`;
 * - a typed text: folded, without capitals, accents and punctuation; for a blank `blank:text`; a number: as typed.
 *
 * @param response any value; what is no response picks nothing
 */
export function picksOf(item: Of<KindName>, response: unknown): string[] {
	if (typeof response === 'string') return named(typedAt(item, null), response);
	if (typeof response !== 'object' || response === null) return [];
	if (Array.isArray(response)) {
		const ids = response.filter((id) => typeof id === 'string');
		return 'elements' in item.interaction ? ids.map((id, index) => `${id}:${index + 1}`) : ids;
	}
	return Object.entries(response).flatMap(([part, value]: [string, unknown]) => {
		if (typeof value === 'boolean') return [verdictIs(value)];
		if (typeof value !== 'string') return [];
		if ('reasons' in item.interaction) return named('chosen', value);
		return named(typedAt(item, part), value).map((name) => `${part}:${name}`);
	});
}

/** What there is to pick at an item, as far as it is known beforehand: its options, or else what is right. */
export function optionsOf(item: Of<KindName>): TableItem['options'] {
	const keys = new Set(picksOf(item, solution(item)));
	const verdicts = 'verdict' in item.interaction ? [true, false] : [];
	const statement = verdicts.map('reasons' in item.interaction ? verdictIs : String);
	const options = choice(item)?.options.map(({ id }) => id) ?? [];
	return [...new Set([...statement, ...options, ...keys])].map((id) => ({ id, key: keys.has(id) }));
}

/** Whether words are typed at an item, so that what is right depends on the language. */
export function isTyped(item: Of<KindName>): boolean {
	const { interaction } = item;
	const blanks = 'blanks' in interaction ? interaction.blanks : [];
	return [null, ...blanks.map(({ id }) => id)].some((part) => typedAt(item, part) === 'words');
}

type Manner = 'chosen' | 'words' | 'number';

/** How the response to an item, or to a blank of it, is given. */
function typedAt({ interaction }: Of<KindName>, part: string | null): Manner {
	if ('accept' in interaction) return 'words';
	if ('tolerance' in interaction) return 'number';
	if (!('blanks' in interaction)) return 'chosen';
	const blank = interaction.blanks.find(({ id }) => id === part);
	return blank && 'accept' in blank ? 'words' : 'chosen';
}

function named(manner: Manner, text: string): string[] {
	const name =
		manner === 'words' ? fold(text) : manner === 'number' ? text.replaceAll(/\s+/g, ' ').trim() : text;
	return name === '' ? [] : [name];
}
