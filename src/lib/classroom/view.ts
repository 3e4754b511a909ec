import { findItem, type Bank } from '#lib/bank/bank.ts';
import type { Item, ItemView } from '#lib/bank/item.ts';
import { revealed, type Revealed } from '#lib/bank/revealed.ts';
import { orderOf, viewOf } from '#lib/bank/view.ts';
import { publicView } from '#lib/kinds/index.ts';

import { roundHere, roundsTogether, type ClassContext, type Round } from './context.ts';
import type { ClassState } from './fold.ts';
import type { ClassSetup } from './setup.ts';

/** Where a class is, in one word. */
export type Phase =
	'lobby' | 'reading' | 'asking' | 'closed' | 'discussing' | 'revealed' | 'standings' | 'paused' | 'ended';

/** Who looks: the pupils on their devices, or the whole class at the wall. */
export type Audience = 'pupil' | 'wall';

/** What everybody of an audience sees of a class, all alike; it holds a key only once that has been revealed. */
export interface ClassView {
	/** The number of the last event of the log: of two views, the one with the higher number is the newer. */
	version: number;
	phase: Phase;
	/** The place of the item that is asked or shown, from 0; null before the first, and where all are asked at once. */
	position: number | null;
	/** How many items there are. */
	total: number;
	rules: Pick<
		ClassSetup,
		'language' | 'pace' | 'scoring' | 'certainty' | 'names' | 'teams' | 'words' | 'mayChange' | 'standings'
	>;
	isLocked: boolean;
	/** The places of the items that were revealed, from the first; they can be shown again. */
	shown: number[];
	/**
	 * The rounds that are read, answered, discussed or revealed now, in the order of their items. One whose item has left
	 * the course is missing.
	 */
	rounds: Pick<Round, 'number' | 'position' | 'isSecond' | 'opensAt' | 'length'>[];
	/** What is asked in each of those rounds, in their order, without a key. */
	asked: ItemView[];
	/** The same with keys and explanations; null until it is revealed. */
	revealed: Revealed | null;
}

/** Where a class is. */
export function phaseOf({ value }: ClassState): Phase {
	return typeof value === 'string' ? value : value.running;
}

/**
 * What an audience sees of a class now.
 *
 * @param version the number of the last event of its log; 0 before the first
 * @param bank the course in the language of the class
 */
export function viewFor(audience: Audience, state: ClassState, version: number, bank: Bank): ClassView {
	const { context } = state;
	const phase = phaseOf(state);
	const seen = roundsSeen(phase, context).flatMap((round) => {
		const item = findItem(bank, context.setup.items[round.position] ?? '');
		return item ? [{ round, item }] : [];
	});
	const items = seen.map(({ item }) => item);
	const { language, pace, scoring, certainty, names, teams, words, mayChange, standings } = context.setup;
	const shown = context.rounds.flatMap(({ position, revealedAt }) => (revealedAt === null ? [] : [position]));
	const keepsWords = audience === 'pupil' && words === 'wall' && phase !== 'revealed';
	return {
		version,
		phase,
		position: context.position,
		total: context.setup.items.length,
		rules: { language, pace, scoring, certainty, names, teams, words, mayChange, standings },
		isLocked: context.isLocked,
		shown: [...new Set(shown)].sort((one, other) => one - other),
		rounds: seen.map(({ round: { number, position, isSecond, opensAt, length } }) => ({
			...{ number, position, isSecond, opensAt, length }
		})),
		asked: items.map((item) => {
			const { stimulus, ...view } = viewIn(context, item);
			return keepsWords ? { ...view, stem: [] } : { ...view, ...(stimulus && { stimulus }) };
		}),
		revealed: phase === 'revealed' ? revealed(bank, items) : null
	};
}

/** An item before its key is revealed, with its options in the order that they have for the whole class. */
export function viewIn({ setup: { seed } }: ClassContext, item: Item): ItemView {
	return viewOf(item, publicView(item, orderOf(seed, item.id)));
}

function roundsSeen(phase: Phase, context: ClassContext): Round[] {
	if (phase === 'lobby' || phase === 'standings' || phase === 'paused' || phase === 'ended') return [];
	if (context.setup.pace === 'own' && phase !== 'revealed') return roundsTogether(context);
	const here = roundHere(context);
	return here ? [here] : [];
}
