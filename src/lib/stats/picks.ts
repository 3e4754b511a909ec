import { listIn, partsIn, textIn, verdictIn, type Asked } from '#lib/kinds/asked.ts';
import { isTyped as isTypedBlank } from '#lib/kinds/blank.ts';
import { fold } from '#lib/kinds/fold.ts';
import { asked as askedOf, solution, type KindName, type Of } from '#lib/kinds/index.ts';

import type { TableItem } from './table.ts';

/** The verdict on a statement, as a pick names it. */
const verdictIs = (verdict: boolean) => `verdict:${verdict}`;

/**
 * What a response picks, a name each, so that equal picks of different learners can be counted:
 * - an option, a reason, a span: its id;
 * - a verdict: `true` or `false`; with a reason, `verdict:true` or `verdict:false` beside the reason’s id;
 * - a label for a place: `place:label`; an element at a place in an order, from 1: `element:1`;
 * - a typed text: folded, without capitals, accents and punctuation; for a blank `blank:text`; a number: as typed.
 *
 * @param response any value; what is no response picks nothing
 */
export function picksOf(item: Of<KindName>, response: unknown): string[] {
	return picksAt(askedOf(item), response);
}

function picksAt(asked: Asked, response: unknown): string[] {
	switch (asked.way) {
		case 'choose':
			return asked.many ? listIn(response) : unlessEmpty(textIn(response));
		case 'judge':
			return unlessEmpty(textIn(response));
		case 'judge-and-reason': {
			const { verdict, reason } = verdictIn(response);
			return [...(verdict === null ? [] : [verdictIs(verdict)]), ...(reason === null ? [] : [reason])];
		}
		case 'assign':
			return [...partsIn(response)].map(([place, label]) => `${place}:${label}`);
		case 'arrange':
			return listIn(response).map((id, index) => `${id}:${index + 1}`);
		case 'fill':
			return [...partsIn(response)].flatMap(([id, text]) => {
				const blank = asked.blanks.find((each) => each.id === id);
				const name = blank && isTypedBlank(blank) ? fold(text) : text;
				return name === '' ? [] : [`${id}:${name}`];
			});
		case 'write':
			return unlessEmpty(fold(textIn(response)));
		case 'calculate':
			return unlessEmpty(textIn(response).replaceAll(/\s+/g, ' ').trim());
	}
}

/** What there is to pick at an item, as far as it is known beforehand: its options, or else what is right. */
export function optionsOf(item: Of<KindName>): TableItem['options'] {
	const asked = askedOf(item);
	const keys = new Set(picksAt(asked, solution(item)));
	return [...new Set([...offeredBy(asked), ...keys])].map((id) => ({ id, key: keys.has(id) }));
}

/** What an item offers to pick as it is. */
function offeredBy(asked: Asked): string[] {
	switch (asked.way) {
		case 'choose':
			return asked.options.map(({ id }) => id);
		case 'judge':
			return [true, false].map(String);
		case 'judge-and-reason':
			return [...[true, false].map(verdictIs), ...asked.reasons.map(({ id }) => id)];
		case 'assign':
		case 'arrange':
		case 'fill':
		case 'write':
		case 'calculate':
			return [];
	}
}

/** Whether words are typed at an item, so that what is right depends on the language. */
export function isTyped(item: Of<KindName>): boolean {
	const asked = askedOf(item);
	switch (asked.way) {
		case 'fill':
			return asked.blanks.some(isTypedBlank);
		case 'write':
			return true;
		case 'choose':
		case 'judge':
		case 'judge-and-reason':
		case 'assign':
		case 'arrange':
		case 'calculate':
			return false;
	}
}

function unlessEmpty(name: string): string[] {
	return name === '' ? [] : [name];
}
