import type { Random } from '#lib/chance/random.ts';

import * as categorise from './categorise.ts';
import * as cloze from './cloze.ts';
import * as highlight from './highlight.ts';
import type { Asked } from './asked.ts';
import type { Choice } from './choice.ts';
import type { About } from './informed.ts';
import type { ScoreChance } from './at-random.ts';
import type { Effort, AuthoringFault, Kind, Samples } from './kind.ts';
import * as matching from './matching.ts';
import * as multipleResponse from './multiple-response.ts';
import type { KindName } from './names.ts';
import * as numeric from './numeric.ts';
import * as ordering from './ordering.ts';
import type { Parts } from './parts.ts';
import type { Drawings } from './placed.ts';
import type { Malformation, Score } from './score.ts';
import * as shortText from './short-text.ts';
import * as singleChoice from './single-choice.ts';
import * as trueFalse from './true-false.ts';
import * as trueFalseReason from './true-false-reason.ts';
import type { WordingOf } from './wording.ts';

export { fromForm } from './loaded.ts';
export { isKindName, kindNames, type KindName } from './names.ts';

/** All of each kind: its module, of the shape of {@link Kind}. */
const table = {
	'single-choice': singleChoice,
	'multiple-response': multipleResponse,
	'true-false': trueFalse,
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
export type Interactions = { [K in KindName]: Parameters<Table[K]['run']['score']>[0] };

/** The public view of each kind. */
export type Views = { [K in KindName]: ReturnType<Table[K]['run']['publicView']> };

/** The response of each kind. */
export type Responses = { [K in KindName]: ReturnType<Table[K]['run']['solution']> };

/** All kinds by name. A module that lacks anything of a kind does not compile here. */
export const kinds: {
	[K in KindName]: Kind<Interactions[K], Views[K], Responses[K]> & { wording: WordingOf<Table[K]['schema']> };
} = table;

/** An interaction with its kind's name, as an item has them. */
export interface Of<K extends KindName> {
	kind: K;
	interaction: Interactions[K];
}

/** What a learner may see before answering, shuffled by `random`. */
export function publicView<K extends KindName>(item: Of<K>, random: Random): Views[K] {
	return kinds[item.kind].run.publicView(item.interaction, random);
}

/** Scores any value at all as a response to this item. */
export function score<K extends KindName>(item: Of<K>, response: unknown): Score {
	return kinds[item.kind].run.score(item.interaction, response);
}

/** Why a response cannot be read, judged by the learner's view; null if it can. */
export function unreadable<K extends KindName>(
	view: { kind: K; interaction: Views[K] },
	response: unknown
): Malformation | null {
	return kinds[view.kind].run.unreadable(view.interaction, response);
}

/** All scores that a random answer may earn, each once, with their probabilities. */
export function atRandom<K extends KindName>(item: Of<K>): ScoreChance[] {
	return kinds[item.kind].run.atRandom(item.interaction);
}

/** The response that scores 1. */
export function solution<K extends KindName>(item: Of<K>): Responses[K] {
	return kinds[item.kind].run.solution(item.interaction);
}

/** What an item asks for, by the way in which it is answered. */
export function asked<K extends KindName>(item: Of<K>): Asked {
	return kinds[item.kind].run.asked(item.interaction);
}

/** Responses to this item that a generic test can run. */
export function samples<K extends KindName>(item: Of<K>): Samples<Responses[K]> {
	return kinds[item.kind].samples(item.interaction);
}

/** What is right in an item, as plain data that does not depend on how it was ordered. */
export function keyData<K extends KindName>(item: Of<K>): unknown {
	return kinds[item.kind].keyData(item.interaction);
}

/** How far from the key of an item an answer may be and is still right, in the unit of the key. */
export function leeway<K extends KindName>(item: Of<K>): number {
	return kinds[item.kind].leeway(item.interaction);
}

/** The interaction, with what its scorer needs from the bank. */
export function informed<K extends KindName>(item: Of<K>, about: About): Interactions[K] {
	return kinds[item.kind].informed(item.interaction, about);
}

/** The interaction, accepting what is typed in other languages of its bank. */
export function shared<K extends KindName>(
	item: Of<K>,
	versions: readonly Interactions[K][]
): Interactions[K] {
	return kinds[item.kind].shared(item.interaction, versions);
}

/** How much a learner has to recall without help. */
export function effort<K extends KindName>(item: Of<K>): Effort {
	return kinds[item.kind].effort(item.interaction);
}

/** Whether an item has the learner produce an answer rather than recognise one. */
export function isProduction<K extends KindName>(item: Of<K>): boolean {
	return kinds[item.kind].isProduction(item.interaction);
}

/** What an item holds beside its stem, for the rules of good items. */
export function parts<K extends KindName>(item: Of<K>): Parts {
	return kinds[item.kind].parts(item.interaction);
}

/** What somebody who knows nothing of the subject can choose from; null if there is nothing. */
export function choice<K extends KindName>(item: Of<K>): Choice<Responses[K]> | null {
	return kinds[item.kind].choice(item.interaction);
}

/** Faults of an interaction that its schema cannot express; the bank asks before it makes an item. */
export function faults<K extends KindName>(kind: K, interaction: Interactions[K]): AuthoringFault[] {
	return kinds[kind].faults(interaction);
}

/** What an item has in a drawing of the primer that is not there, or is there otherwise than the item says. */
export function misplaced<K extends KindName>(item: Of<K>, drawings: Drawings): AuthoringFault[] {
	return kinds[item.kind].misplaced(item.interaction, drawings);
}
