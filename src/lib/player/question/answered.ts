import type { ItemView } from '#lib/bank/item.ts';
import { textIn, verdictIn, type Offered } from '#lib/kinds/asked.ts';
import { loadedOffered } from '#lib/kinds/loaded.ts';
import type { Label } from '#lib/kinds/option.ts';
import { own } from '#lib/kinds/own.ts';
import { count, type Part } from '#lib/kinds/score.ts';
import * as m from '#lib/paraglide/messages.js';
import { assignments, chosenIds, wholeOrder } from '#lib/player/kinds/response.ts';
import { plainText, type Rich } from '#lib/text/rich.ts';

/** What was given to one thing that an item asks, and what would have been right; either may have several texts. */
export interface Answered {
	/** What was asked, where an item asks several things. */
	of: Rich | null;
	/** Nothing, where nothing was given. */
	given: Rich[];
	/** Nothing, where what was given is right. */
	right: Rich[];
}

/** How many parts of an item are right. */
interface Counted {
	right: number;
	total: number;
	/** How many were chosen that should not have been. */
	tooMany: number;
}

/**
 * What was given to an item and what would have been right, in words, one thing that was asked after another.
 *
 * @param item of a kind whose code is loaded, without which nothing was scored
 * @param response of any shape, as in a view of a kind
 * @param parts the verdicts on it, in the order of the scorer
 */
export function answered(item: ItemView, response: unknown, parts: readonly Part[]): Answered[] {
	const offered = loadedOffered(item);
	return offered ? told(offered, response, parts) : [];
}

function told(offered: Offered, response: unknown, parts: readonly Part[]): Answered[] {
	switch (offered.way) {
		case 'choose':
			return [chosen(offered.options, offered.many ? response : [response], parts)];
		case 'judge':
			return [chosen(verdicts(), [response], parts)];
		case 'judge-and-reason':
			return [judged(offered.reasons, response, parts)];
		case 'assign':
			return assigned(offered.places, offered.labels, response, parts);
		case 'arrange':
			return [ordered(offered.elements, response, parts)];
		case 'fill':
			return filled(offered.blanks, response, parts);
		case 'write':
		case 'calculate':
			return [toldBy(null, [textIn(response).trim()], parts[0])];
	}
}

/** How many of an item’s parts are right, for kinds with parts; undefined of others. */
export function countRight(item: ItemView, parts: readonly Part[]): Counted | undefined {
	const offered = loadedOffered(item);
	return (offered && counted(offered, parts)) ?? undefined;
}

function counted(offered: Offered, parts: readonly Part[]): Counted | null {
	const right = count(parts, 'right');
	switch (offered.way) {
		case 'choose':
			return offered.many
				? { right, total: right + count(parts, 'missed'), tooMany: count(parts, 'wrong') }
				: null;
		case 'assign':
		case 'arrange':
		case 'fill':
			return parts.length < 2 ? null : { right, total: parts.length, tooMany: 0 };
		case 'judge':
		case 'judge-and-reason':
		case 'write':
		case 'calculate':
			return null;
	}
}

function verdicts(): Label[] {
	return [
		{ id: 'true', text: m.verdict_true() },
		{ id: 'false', text: m.verdict_false() }
	];
}

/** Options that were chosen, and those that should have been. */
function chosen(options: readonly Label[], response: unknown, parts: readonly Part[]): Answered {
	const isKey = (id: string) =>
		parts.some((part) => part.id === id && (part.verdict === 'right' || part.verdict === 'missed'));
	const ids = chosenIds(response, options);
	const keys = options.filter(({ id }) => isKey(id));
	const isRight = ids.length === keys.length && keys.every(({ id }) => ids.includes(id));
	return { of: null, given: texts(options, ids), right: isRight ? [] : keys.map(({ text }) => text) };
}

function judged(reasons: readonly Label[], response: unknown, parts: readonly Part[]): Answered {
	const { verdict, reason } = verdictIn(response);
	const [judgement, ...others] = parts;
	const said = verdict === null ? [] : texts(verdicts(), [String(verdict)]);
	const keys = judgement?.key === undefined ? said : texts(verdicts(), [plainText(judgement.key)]);
	const why = chosen(reasons, [reason], others);
	const isRight = judgement?.verdict === 'right' && why.right.length === 0;
	return {
		of: null,
		given: [...said, ...why.given],
		right: isRight ? [] : [...keys, ...(why.right.length > 0 ? why.right : why.given)]
	};
}

function assigned(
	places: readonly Label[],
	labels: readonly Label[],
	response: unknown,
	parts: readonly Part[]
): Answered[] {
	const given = assignments(
		response,
		places.map(({ id }) => id)
	);
	return places.map(({ id, text }) => toldBy(text, texts(labels, [own(given, id)]), partOf(parts, id)));
}

function ordered(elements: readonly Label[], response: unknown, parts: readonly Part[]): Answered {
	// A server of exams tells the right order by that of the parts, too.
	const key = parts.map(({ id }) => id);
	const isRight = parts.every(({ verdict }) => verdict === 'right');
	return {
		of: null,
		given: texts(elements, wholeOrder(response, elements) ?? []),
		right: isRight ? [] : texts(elements, key)
	};
}

function filled(
	blanks: readonly { id: string; choices?: readonly Label[] }[],
	response: unknown,
	parts: readonly Part[]
): Answered[] {
	const given = assignments(
		response,
		blanks.map(({ id }) => id)
	);
	return blanks.map(({ id, choices }, index) => {
		const text = own(given, id);
		const label = blanks.length > 1 ? m.blank_of({ number: index + 1, total: blanks.length }) : null;
		return toldBy(label, choices ? texts(choices, [text]) : [text ?? ''], partOf(parts, id));
	});
}

/** A part with a right answer of its own, which is present where it was not given. */
function toldBy(of: Rich | null, given: Rich[], part: Part | undefined): Answered {
	return {
		of,
		given: given.filter((text) => text.length > 0),
		right: part?.key === undefined ? [] : [part.key]
	};
}

function partOf(parts: readonly Part[], id: string): Part | undefined {
	return parts.find((part) => part.id === id);
}

function texts(named: readonly Label[], ids: readonly (string | undefined)[]): Rich[] {
	return ids.map((id) => named.find((each) => each.id === id)?.text).filter((text) => text !== undefined);
}
