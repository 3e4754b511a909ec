import type { Item } from '#lib/bank/item.ts';
import { listIn, partsIn, textIn, verdictIn, type Assignable, type Choosable } from '#lib/kinds/asked.ts';
import { isTyped, type Blank } from '#lib/kinds/blank.ts';
import type { KindName, Of } from '#lib/kinds/index.ts';
import { loadedRun } from '#lib/kinds/loaded.ts';
import { readNumber } from '#lib/kinds/numbers.ts';
import { keyOf, type Label } from '#lib/kinds/option.ts';
import { plainText } from '#lib/text/rich.ts';

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

/**
 * An answered item, as other systems are told of it. What of the response does not fit the item is left out; a number that
 * cannot be read is `NaN`.
 *
 * @throws where the code of its kind is not loaded, without which nothing was scored
 */
export function interactionOf<K extends KindName>(item: Of<K>, response: unknown): Interaction {
	const asked = loadedRun(item)?.asked();
	if (!asked) throw new Error(`An item of kind ${item.kind} was answered before its code was loaded.`);
	switch (asked.way) {
		case 'choose':
			return chosenOf(asked.options, asked.many ? listIn(response) : [textIn(response)]);
		case 'judge':
			return { type: 'true-false', right: asked.verdict.key, given: response === 'true' };
		case 'judge-and-reason': {
			const { verdict, reason } = verdictIn(response);
			const said = verdict === null ? [] : [`verdict.${verdict}`];
			const chosen = chosenOf(asked.reasons, reason === null ? [] : [reason]);
			return {
				type: 'choice',
				options: [...VERDICTS, ...chosen.options],
				right: [`verdict.${asked.verdict.key}`, ...chosen.right],
				given: [...said, ...chosen.given]
			};
		}
		case 'assign':
			return matched(asked.places, asked.labels, response);
		case 'arrange':
			return {
				type: 'sequencing',
				options: asked.elements.map(component),
				right: asked.order.map(identifier),
				given: known(asked.elements, listIn(response))
			};
		case 'fill':
			return filled(asked.blanks, response);
		case 'write':
			return {
				type: 'fill-in',
				right: asked.accept.slice(0, MOST_FORMS).map((form) => [form]),
				given: [textIn(response)]
			};
		case 'calculate': {
			const { value, tolerance } = asked;
			const readings = readNumber(textIn(response))?.readings ?? [];
			// Of two ways to read a number, that which counts: the one nearer to the key.
			const given = readings.toSorted((one, other) => Math.abs(one - value) - Math.abs(other - value))[0];
			return {
				type: 'numeric',
				right: { value, least: value - tolerance, most: value + tolerance },
				given: given ?? NaN
			};
		}
	}
}

/**
 * The words of a question on one line, and before them those of what it asks about.
 *
 * @param longest how many characters are kept: where both are more, the question stands alone
 */
export function wordsOf({ stem, stimulus }: Pick<Item, 'stem' | 'stimulus'>, longest = Infinity): string {
	const question = plainText(stem).replaceAll(/\s+/gu, ' ');
	if (!stimulus) return question;
	const whole = `${stimulus.title}: ${plainText(stimulus.text).replaceAll(/\s+/gu, ' ')} ${question}`;
	return whole.length > longest ? question : whole;
}

function component({ id, text }: Label): Component {
	return { id: identifier(id), text: plainText(text) };
}

function chosenOf(options: readonly Choosable[], chosen: readonly string[]) {
	return {
		type: 'choice' as const,
		options: options.map(component),
		right: options.filter(({ key }) => key).map(({ id }) => identifier(id)),
		given: known(options, chosen)
	};
}

function matched(places: readonly Assignable[], labels: readonly Label[], response: unknown): Interaction {
	const given = partsIn(response);
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

function filled(blanks: readonly Blank[], response: unknown): Interaction {
	const given = partsIn(response);
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
}

/** The identifiers of those that there are, in the order given. */
function known(labels: readonly Label[], given: readonly string[]): string[] {
	return given.filter((id) => labels.some((label) => label.id === id)).map(identifier);
}

function rightText(blank: Blank): string {
	return isTyped(blank) ? (blank.accept[0] ?? '') : plainText(keyOf(blank.choices).text);
}

function givenText(blank: Blank, given: ReadonlyMap<string, string>): string {
	const text = given.get(blank.id) ?? '';
	if (isTyped(blank)) return text;
	const choice = blank.choices.find(({ id }) => id === text);
	return choice ? plainText(choice.text) : '';
}
