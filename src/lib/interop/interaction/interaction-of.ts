import type { Item } from '#lib/bank/item.ts';
import { isTyped, type Blank } from '#lib/kinds/blank.ts';
import { isAssigned, type Assigned } from '#lib/kinds/given.ts';
import type { KindName, Of } from '#lib/kinds/index.ts';
import { readNumber } from '#lib/kinds/numbers.ts';
import { keyOf } from '#lib/kinds/option.ts';
import { plainText, type Rich } from '#lib/text/rich.ts';

import { identifier } from './identifier.ts';
import type { Component, Interaction, Pair } from './interaction.ts';

/**
 * How many blanks a fill-in may have, and how many forms may be listed as right for one: SCORM 2004 4th edition warrants
 * ten texts in one pattern (4.1.1.6) and five patterns (4.2.9.1).
 */
const MOST_BLANKS = 10;
const MOST_FORMS = 5;

/** The verdict of a statement with reasons: ids that no reason can have, since no id has a point. */
const VERDICTS: Component[] = [
	{ id: 'verdict.true', text: 'true' },
	{ id: 'verdict.false', text: 'false' }
];

/** What of each kind other systems are told. */
const table: { [K in KindName]: (interaction: Of<K>['interaction'], response: unknown) => Interaction } = {
	'single-choice': ({ options }, response) => chosenOf(options, [response]),
	'multiple-response': ({ options }, response) => chosenOf(options, listed(response)),
	highlight: ({ spans }, response) => chosenOf(spans, listed(response)),
	'true-false': ({ verdict }, response) => ({
		type: 'true-false',
		right: verdict.key,
		given: response === 'true'
	}),
	'true-false-reason': ({ verdict, reasons }, response) => {
		const given = fieldsOf(response);
		const said = typeof given['verdict'] === 'boolean' ? [`verdict.${given['verdict']}`] : [];
		const chosen = chosenOf(reasons, [given['reason']]);
		return {
			type: 'choice',
			options: [...VERDICTS, ...chosen.options],
			right: [`verdict.${verdict.key}`, ...chosen.right],
			given: [...said, ...chosen.given]
		};
	},
	matching: ({ premises, options }, response) =>
		matched(
			premises.map(({ match, ...premise }) => ({ ...premise, key: match })),
			options,
			response
		),
	categorise: ({ elements, categories }, response) =>
		matched(
			elements.map(({ category, ...element }) => ({ ...element, key: category })),
			categories,
			response
		),
	ordering: ({ elements }, response) => ({
		type: 'sequencing',
		options: elements.map(component),
		right: elements
			.toSorted((one, other) => (one.sort < other.sort ? -1 : 1))
			.map(({ id }) => identifier(id)),
		given: known(elements, listed(response))
	}),
	cloze: ({ blanks }, response) => {
		const given = isAssigned(response) ? response : {};
		if (blanks.length <= MOST_BLANKS) {
			const texts = blanks.map((blank) => givenText(blank, given));
			return { type: 'fill-in', right: [blanks.map(rightText)], given: texts };
		}
		return {
			type: 'performance',
			steps: blanks.map(({ id }) => ({ id: identifier(id), text: id })),
			right: blanks.map((blank) => [identifier(blank.id), rightText(blank)]),
			given: blanks.map((blank) => [identifier(blank.id), givenText(blank, given)])
		};
	},
	'short-text': ({ accept }, response) => ({
		type: 'fill-in',
		right: accept.slice(0, MOST_FORMS).map((form) => [form]),
		given: [typeof response === 'string' ? response : '']
	}),
	numeric: ({ value, tolerance }, response) => {
		const readings = typeof response === 'string' ? (readNumber(response)?.readings ?? []) : [];
		// Of two ways to read a number, that which counts: the one nearer to the key.
		const given = readings.toSorted((one, other) => Math.abs(one - value) - Math.abs(other - value))[0];
		return {
			type: 'numeric',
			right: { value, least: value - tolerance, most: value + tolerance },
			given: given ?? NaN
		};
	}
};

/**
 * An answered item, as other systems are told of it. What of the response does not fit the item is left out; a number that
 * cannot be read is `NaN`.
 */
export function interactionOf<K extends KindName>(item: Of<K>, response: unknown): Interaction {
	return table[item.kind](item.interaction, response);
}

/** The words of a question, on one line. */
export function wordsOf({ stem }: Pick<Item, 'stem'>): string {
	return plainText(stem).replaceAll(/\s+/gu, ' ');
}

interface Labelled {
	id: string;
	text: Rich;
}

function component({ id, text }: Labelled): Component {
	return { id: identifier(id), text: plainText(text) };
}

function chosenOf(options: readonly (Labelled & { key: boolean })[], chosen: readonly unknown[]) {
	return {
		type: 'choice' as const,
		options: options.map(component),
		right: options.filter(({ key }) => key).map(({ id }) => identifier(id)),
		given: known(options, chosen)
	};
}

function matched(
	places: readonly (Labelled & { key: string })[],
	labels: readonly Labelled[],
	response: unknown
): Interaction {
	const given = new Map(Object.entries(isAssigned(response) ? response : {}));
	const goesWith = (place: string, label: string): Pair => [identifier(place), identifier(label)];
	return {
		type: 'matching',
		sources: places.map(component),
		targets: labels.map(component),
		right: places.map(({ id, key }) => goesWith(id, key)),
		given: places.flatMap(({ id }) => {
			const label = labels.find((label) => label.id === given.get(id));
			return label ? [goesWith(id, label.id)] : [];
		})
	};
}

/** The identifiers of those that there are, in the order given. */
function known(labels: readonly Labelled[], given: readonly unknown[]): string[] {
	return given.flatMap((id) => (labels.some((label) => label.id === id) ? [identifier(String(id))] : []));
}

function rightText(blank: Blank): string {
	return isTyped(blank) ? (blank.accept[0] ?? '') : plainText(keyOf(blank.choices).text);
}

function givenText(blank: Blank, given: Assigned): string {
	const text = Object.hasOwn(given, blank.id) ? (given[blank.id] ?? '') : '';
	if (isTyped(blank)) return text;
	const choice = blank.choices.find(({ id }) => id === text);
	return choice ? plainText(choice.text) : '';
}

function listed(response: unknown): unknown[] {
	return Array.isArray(response) ? response : [];
}

function fieldsOf(response: unknown): Record<string, unknown> {
	return typeof response === 'object' && response !== null ? { ...response } : {};
}
