import type { ItemView, ItemViewOf } from '#lib/bank/item.ts';
import type { KindName, Views } from '#lib/kinds/index.ts';
import { own } from '#lib/kinds/own.ts';
import type { Part } from '#lib/kinds/score.ts';
import * as m from '#lib/paraglide/messages.js';
import { assignments, chosenIds, typed, verdictAndReason, wholeOrder } from '#lib/player/kinds/response.ts';
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

interface Named {
	id: string;
	text: Rich;
}

type Count = (parts: readonly Part[]) => Counted | undefined;

/** How many parts of an item are right. */
interface Counted {
	right: number;
	total: number;
	/** How many were chosen that should not have been. */
	tooMany: number;
}

/** How a kind tells what was given and what would have been right, and whether it counts its parts. */
interface Telling<K extends KindName> {
	tell: (asked: Views[K], response: unknown, parts: readonly Part[]) => Answered[];
	count: Count;
}

const ofVerdict = (parts: readonly Part[], verdict: Part['verdict']) =>
	parts.filter((part) => part.verdict === verdict).length;

const none: Count = () => undefined;

const chosenOf: Count = (parts) => ({
	right: ofVerdict(parts, 'right'),
	total: ofVerdict(parts, 'right') + ofVerdict(parts, 'missed'),
	tooMany: ofVerdict(parts, 'wrong')
});

const several: Count = (parts) =>
	parts.length < 2 ? undefined : { right: ofVerdict(parts, 'right'), total: parts.length, tooMany: 0 };

const typedText: Telling<'short-text' | 'numeric'> = {
	tell: (_, response, parts) => [toldBy(null, [typed(response).trim()], parts[0])],
	count: none
};

const tellings: { [K in KindName]: Telling<K> } = {
	'single-choice': {
		tell: ({ options }, response, parts) => [chosen(options, [response], parts)],
		count: none
	},
	'multiple-response': {
		tell: ({ options }, response, parts) => [chosen(options, response, parts)],
		count: chosenOf
	},
	'true-false': {
		tell: (_, response, parts) => [chosen(verdicts(), [response], parts)],
		count: none
	},
	'true-false-reason': {
		tell: ({ reasons }, response, parts) => [judged(reasons, response, parts)],
		count: none
	},
	matching: {
		tell: ({ premises, options }, response, parts) => assigned(premises, options, response, parts),
		count: several
	},
	ordering: {
		tell: ({ elements }, response, parts) => [ordered(elements, response, parts)],
		count: several
	},
	categorise: {
		tell: ({ elements, categories }, response, parts) => assigned(elements, categories, response, parts),
		count: several
	},
	cloze: {
		tell: ({ segments }, response, parts) => filled(segments, response, parts),
		count: several
	},
	'short-text': typedText,
	numeric: typedText,
	highlight: {
		tell: ({ segments }, response, parts) => {
			const spans = segments.flatMap((segment) =>
				'span' in segment ? [{ id: segment.span, text: segment.text }] : []
			);
			return [chosen(spans, response, parts)];
		},
		count: chosenOf
	}
};

/**
 * What was given to an item and what would have been right, in words, one thing that was asked after another.
 *
 * @param response of any shape, as in a view of a kind
 * @param parts the verdicts on it, in the order of the scorer
 */
export function answered<K extends KindName>(
	item: ItemViewOf<K>,
	response: unknown,
	parts: readonly Part[]
): Answered[] {
	return tellings[item.kind].tell(item.interaction, response, parts);
}

/** How many of an item’s parts are right, for kinds with parts; undefined of others. */
export function countRight({ kind }: ItemView, parts: readonly Part[]): Counted | undefined {
	return tellings[kind].count(parts);
}

function verdicts(): Named[] {
	return [
		{ id: 'true', text: m.verdict_true() },
		{ id: 'false', text: m.verdict_false() }
	];
}

/** Options that were chosen, and those that should have been. */
function chosen(options: readonly Named[], response: unknown, parts: readonly Part[]): Answered {
	const isKey = (id: string) =>
		parts.some((part) => part.id === id && (part.verdict === 'right' || part.verdict === 'missed'));
	const ids = chosenIds(response, options);
	const keys = options.filter(({ id }) => isKey(id));
	const isRight = ids.length === keys.length && keys.every(({ id }) => ids.includes(id));
	return { of: null, given: texts(options, ids), right: isRight ? [] : keys.map(({ text }) => text) };
}

function judged(reasons: readonly Named[], response: unknown, parts: readonly Part[]): Answered {
	const { verdict, reason } = verdictAndReason(response);
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
	places: readonly Named[],
	labels: readonly Named[],
	response: unknown,
	parts: readonly Part[]
): Answered[] {
	const given = assignments(
		response,
		places.map(({ id }) => id)
	);
	return places.map(({ id, text }) => toldBy(text, texts(labels, [own(given, id)]), partOf(parts, id)));
}

function ordered(elements: readonly Named[], response: unknown, parts: readonly Part[]): Answered {
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
	segments: readonly ({ text: string } | { blank: string; choices?: readonly Named[] })[],
	response: unknown,
	parts: readonly Part[]
): Answered[] {
	const blanks = segments.flatMap((segment) => ('blank' in segment ? [segment] : []));
	const given = assignments(
		response,
		blanks.map(({ blank }) => blank)
	);
	return blanks.map(({ blank, choices }, index) => {
		const text = own(given, blank);
		const label = blanks.length > 1 ? m.blank_of({ number: index + 1, total: blanks.length }) : null;
		return toldBy(label, choices ? texts(choices, [text]) : [text ?? ''], partOf(parts, blank));
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

function texts(named: readonly Named[], ids: readonly (string | undefined)[]): Rich[] {
	return ids.map((id) => named.find((each) => each.id === id)?.text).filter((text) => text !== undefined);
}
