import type { Item } from '#lib/bank/item.ts';
import { listIn, partsIn, textIn, verdictIn } from '#lib/kinds/asked.ts';
import { isTyped } from '#lib/kinds/blank.ts';
import { fold, squeeze } from '#lib/kinds/fold.ts';
import { asked as askedOf } from '#lib/kinds/index.ts';
import { readNumber } from '#lib/kinds/numbers.ts';
import type { Scored } from '#lib/kinds/score.ts';
import { certainties } from '#lib/quiz/behaviour.ts';
import { mean } from '#lib/stats/moments.ts';

import type { ScoredAnswer } from './counted.ts';
import type { BarGroup, RoundTally } from './host-protocol.ts';
import { seenText } from './names/name.ts';

const VERDICTS = ['true', 'false'];

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
export function tallied(item: Item, answers: readonly ScoredAnswer[], asked: number): RoundTally {
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
	const asked = askedOf(item);
	const responses = given.map(({ response }) => response);
	switch (asked.way) {
		case 'choose': {
			const picked = responses.map(asked.many ? listIn : oneIn);
			return [{ ...chosen(null, idsOf(asked.options), keysOf(asked.options), picked), many: asked.many }];
		}
		case 'judge':
			return [chosen(null, VERDICTS, [String(asked.verdict.key)], responses.map(oneIn))];
		case 'judge-and-reason': {
			const { verdict, reasons } = asked;
			const judged = responses.map(verdictIn);
			return [
				chosen(
					'verdict',
					VERDICTS,
					[String(verdict.key)],
					judged.map((each) => (each.verdict === null ? [] : [String(each.verdict)]))
				),
				chosen(
					'reasons',
					idsOf(reasons),
					keysOf(reasons),
					judged.map(({ reason }) => oneIn(reason))
				)
			];
		}
		case 'assign':
			return asked.places.map(({ id, key }) =>
				chosen(id, idsOf(asked.labels), [key], responses.map(textsAt(id)))
			);
		case 'arrange':
			return asked.order.map((element, index) =>
				chosen(
					String(index + 1),
					asked.order,
					[element],
					responses.map((response) => listIn(response).slice(index, index + 1))
				)
			);
		case 'fill':
			return asked.blanks.map((blank) =>
				isTyped(blank)
					? typed(blank.id, blank.accept[0] ?? '', given, blank.id, squeeze)
					: chosen(blank.id, idsOf(blank.choices), keysOf(blank.choices), responses.map(textsAt(blank.id)))
			);
		case 'write':
			return [typed(null, asked.accept[0] ?? '', given, 'text', squeeze)];
		case 'calculate':
			return [typed(null, asked.written, given, 'value', sameNumber)];
	}
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
		const text = part === null ? String(response) : (partsIn(response).get(part) ?? '');
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
		typed: seenText(those[0]?.text ?? id) || '…'
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

/** What a response gives to a part, as a list of one; nothing where it is left out. */
const textsAt = (part: string) => (response: unknown) => oneIn(partsIn(response).get(part));

/** The one thing that a response is, as a list of one; nothing where it is empty. */
function oneIn(response: unknown): string[] {
	const text = textIn(response);
	return text === '' ? [] : [text];
}

function keysOf(options: readonly { id: string; key: boolean }[]): string[] {
	return idsOf(options.filter(({ key }) => key));
}

function idsOf(parts: readonly { id: string }[]): string[] {
	return parts.map(({ id }) => id);
}
