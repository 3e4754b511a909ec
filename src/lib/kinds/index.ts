import type { Random } from '#lib/chance/random.ts';

import * as categorise from './categorise.ts';
import * as cloze from './cloze.ts';
import * as highlight from './highlight.ts';
import type { Flaw, Kind, Samples } from './kind.ts';
import * as matching from './matching.ts';
import * as multipleResponse from './multiple-response.ts';
import type { KindName } from './names.ts';
import * as numeric from './numeric.ts';
import * as ordering from './ordering.ts';
import type { Score } from './score.ts';
import * as shortText from './short-text.ts';
import * as singleChoice from './single-choice.ts';
import * as trueFalseReason from './true-false-reason.ts';

export { isKindName, kindNames, type KindName } from './names.ts';

/** The one table of kinds. A new kind is a name, a module of the shape of {@link Kind} and a row here. */
const table = {
	'single-choice': singleChoice,
	'multiple-response': multipleResponse,
	'true-false-reason': trueFalseReason,
	matching,
	ordering,
	categorise,
	cloze,
	'short-text': shortText,
	numeric,
	highlight
} satisfies Record<KindName, unknown>;

type Table = typeof table;

/** The compiled interaction of each kind. */
export type Interactions = { [K in KindName]: Parameters<Table[K]['flaws']>[0] };

/** The public view of each kind. */
export type Views = { [K in KindName]: ReturnType<Table[K]['publicView']> };

/** The response of each kind. */
export type Responses = { [K in KindName]: ReturnType<Table[K]['solution']> };

/** All kinds by name. A module that lacks anything of a kind does not compile here. */
export const kinds: { [K in KindName]: Kind<Interactions[K], Views[K], Responses[K]> } = table;

/** An interaction with its kind's name, as an item has them. */
export interface Of<K extends KindName> {
	kind: K;
	interaction: Interactions[K];
}

/** What a learner may see before answering, in an order drawn from `random`. */
export function publicView<K extends KindName>(item: Of<K>, random: Random): Views[K] {
	return kinds[item.kind].publicView(item.interaction, random);
}

/** Scores any value whatever as a response to this item. */
export function score<K extends KindName>(item: Of<K>, response: unknown): Score {
	return kinds[item.kind].score(item.interaction, response);
}

/** The response that scores 1. */
export function solution<K extends KindName>(item: Of<K>): Responses[K] {
	return kinds[item.kind].solution(item.interaction);
}

/** Responses to this item that a generic test can run. */
export function samples<K extends KindName>(item: Of<K>): Samples<Responses[K]> {
	return kinds[item.kind].samples(item.interaction);
}

/** What is wrong with an interaction that its schema cannot say; the bank asks before it has an item. */
export function flaws<K extends KindName>(kind: K, interaction: Interactions[K]): Flaw[] {
	return kinds[kind].flaws(interaction);
}

/**
 * Reads a response from a form post, for a page whose script has not loaded; `null` when nothing is given.
 */
export function fromForm<K extends KindName>(kind: K, form: FormData): Responses[K] | null {
	return kinds[kind].fromForm(form);
}
