import type { Item } from '#lib/bank/item.ts';
import { fold, squeeze } from '#lib/kinds/fold.ts';
import { isAssigned } from '#lib/kinds/given.ts';
import { choice, solution } from '#lib/kinds/index.ts';
import { readNumber } from '#lib/kinds/numbers.ts';
import { own } from '#lib/kinds/own.ts';
import type { Scored } from '#lib/kinds/score.ts';
import { certainties, type Certainty } from '#lib/quiz/behaviour.ts';
import { mean } from '#lib/stats/moments.ts';

import type { ScoredAnswer } from './counted.ts';

/** How often one thing was given. */
export interface Bar {
	/** The id of an option, a label, an element or a span; `true` or `false`; what was typed, so that equal answers are one. */
	id: string;
	key: boolean;
	count: number;
	/** What to show of something typed: the form that is right, or what was typed first; null where the item has its words. */
	typed: string | null;
}

/** What was given at one place of an item. */
export interface BarGroup {
	/** The premise, the element to sort or the blank, by id; the place in an order, from 1; `verdict` or `reasons`; null for the whole item. */
	part: string | null;
	/** Whether several could be given at once: the counts then add up to more than those who answered. */
	many: boolean;
	/** What there is to give in its order; what was typed, right first and then by frequency. */
	bars: Bar[];
	/** How many answered the item and left this out. */
	none: number;
}

/** How a class answered a round. Who was asked has answered, has given what cannot be read, or has not answered. */
export interface Tally {
	asked: number;
	answered: number;
	malformed: number;
	unanswered: number;
	/** The mean score of those who answered, from 0 to 1; null where nobody did. */
	facility: number | null;
	/** How many were entirely right at each certainty, and how many were not; empty where it was not asked for. */
	certainty: { certainty: Certainty; right: number; wrong: number }[];
	groups: BarGroup[];
}

/** An answer that could be scored. */
interface Given {
	response: unknown;
	score: Scored;
}

/**
 * Tallies the answers to a round for the wall and the report.
 *
 * @param answers one for each pupil
 * @param asked how many pupils the round was for; more have answered where some have left since
 */
export function tallied(item: Item, answers: readonly ScoredAnswer[], asked: number): Tally {
	const given = answers.flatMap(({ answer, score }) =>
		score.state === 'scored' ? [{ response: answer.response, certainty: answer.certainty, score }] : []
	);
	const malformed = answers.filter(({ score }) => score.state === 'malformed').length;
	const all = Math.max(asked, answers.length);
	const spread = certainties.map((certainty) => {
		const those = given.filter((each) => each.certainty === certainty);
		const right = those.filter(({ score }) => score.fraction === 1).length;
		return { certainty, right, wrong: those.length - right };
	});
	return {
		asked: all,
		answered: given.length,
		malformed,
		unanswered: all - given.length - malformed,
		facility: mean(given.map(({ score }) => score.fraction)) ?? null,
		certainty: spread.some(({ right, wrong }) => right + wrong > 0) ? spread : [],
		groups: groupsOf(item, given)
	};
}

function groupsOf(item: Item, given: readonly Given[]): BarGroup[] {
	const { interaction } = item;
	const key = solution(item);
	if ('blanks' in interaction) {
		return interaction.blanks.map((blank) =>
			'choices' in blank
				? chosen(blank.id, idsOf(blank.choices), textAt(key, blank.id), given.map(textOf(blank.id)))
				: typed(blank.id, blank.accept[0] ?? '', given, blank.id, squeeze)
		);
	}
	if ('accept' in interaction) return [typed(null, interaction.accept[0] ?? '', given, 'text', squeeze)];
	if ('tolerance' in interaction)
		return [typed(null, typeof key === 'string' ? key : '', given, 'value', sameNumber)];
	if ('premises' in interaction || 'categories' in interaction) {
		const places = 'premises' in interaction ? interaction.premises : interaction.elements;
		const labels = idsOf('premises' in interaction ? interaction.options : interaction.categories);
		return places.map(({ id }) => chosen(id, labels, textAt(key, id), given.map(textOf(id))));
	}
	if ('elements' in interaction) {
		const right = listOf(key);
		return right.map((element, index) =>
			chosen(
				String(index + 1),
				right,
				[element],
				given.map(({ response }) => listOf(response).slice(index, index + 1))
			)
		);
	}
	if ('verdict' in interaction) {
		const verdict = chosen(
			'reasons' in interaction ? 'verdict' : null,
			['true', 'false'],
			[String(interaction.verdict.key)],
			given.map(({ response }) => (typeof response === 'string' ? [response] : textAt(response, 'verdict')))
		);
		if (!('reasons' in interaction)) return [verdict];
		const reasons = given.map(textOf('reason'));
		return [verdict, chosen('reasons', idsOf(interaction.reasons), textAt(key, 'reason'), reasons)];
	}
	const options = choice(item);
	const ids = idsOf(options?.options ?? []);
	const picked = given.map(({ response }) => listOf(response));
	return [{ ...chosen(null, ids, listOf(key), picked), many: options?.many ?? false }];
}

/** What was chosen at one place: nothing, one thing or several for each who answered. */
function chosen(
	part: string | null,
	ids: readonly string[],
	key: readonly string[],
	given: readonly (readonly string[])[]
): BarGroup {
	const bars = ids.map((id) => ({
		id,
		key: key.includes(id),
		count: given.filter((picks) => picks.includes(id)).length,
		typed: null
	}));
	return { part, many: false, bars, none: given.filter((picks) => picks.length === 0).length };
}

/** What was typed at one place, grouped as it is scored: all that is right together, and else what reads the same. */
function typed(
	part: string | null,
	right: string,
	given: readonly Given[],
	scoredAs: string,
	read: (text: string) => string
): BarGroup {
	const texts = given.flatMap(({ response, score }) => {
		const text = part === null ? String(response) : (textAt(response, part)[0] ?? '');
		const key = score.parts.some(({ id, verdict }) => id === scoredAs && verdict === 'right');
		return key || fold(text) !== '' ? [{ key, text: text.trim() }] : [];
	});
	const wrong = [
		...Map.groupBy(
			texts.filter(({ key }) => !key),
			({ text }) => read(text)
		)
	].map(([id, those]) => ({
		id,
		key: false,
		count: those.length,
		typed: those[0]?.text ?? id
	}));
	wrong.sort((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1));
	const keyed = { id: right, key: true, count: texts.filter(({ key }) => key).length, typed: right };
	return { part, many: false, bars: [keyed, ...wrong], none: given.length - texts.length };
}

/** Numbers that mean the same in the same unit, however they are written. */
function sameNumber(text: string): string {
	const number = readNumber(text);
	return number === null ? fold(text) : [...number.readings, number.unit].join(' ').trim();
}

const textOf = (part: string) => (given: Given) => textAt(given.response, part);

/** What a response gives to a part, as a list of one; nothing where it is left out. */
function textAt(response: unknown, part: string): string[] {
	if (isAssigned(response)) return (own(response, part) ?? '') === '' ? [] : [own(response, part) ?? ''];
	if (typeof response !== 'object' || response === null) return [];
	const [, value] = Object.entries(response).find(([id]) => id === part) ?? [];
	return typeof value === 'boolean' || (typeof value === 'string' && value !== '') ? [String(value)] : [];
}

function listOf(response: unknown): string[] {
	if (typeof response === 'string') return [response];
	return Array.isArray(response) ? response.filter((id) => typeof id === 'string') : [];
}

function idsOf(parts: readonly { id: string }[]): string[] {
	return parts.map(({ id }) => id);
}
