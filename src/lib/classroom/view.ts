import { findItem, type Bank } from '#lib/bank/bank.ts';
import type { Item, ItemView } from '#lib/bank/item.ts';
import { revealed } from '#lib/bank/revealed.ts';
import { orderOf, viewOf } from '#lib/bank/view.ts';
import { publicView } from '#lib/kinds/index.ts';

import type { ClassView, Phase } from './class-view.ts';
import { roundHere, roundsTogether, type ClassContext, type Round } from './context.ts';
import type { ClassState } from './fold.ts';

/** Who looks: the pupils on their devices, or the whole class at the wall. */
export type Audience = 'pupil' | 'wall';

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
