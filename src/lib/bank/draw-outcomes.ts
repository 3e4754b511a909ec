import { seeded, shuffled } from '#lib/chance/random.ts';

import { eligible, unitsOf, type Drawable, type DrawRequest } from './draw.ts';
import { areEnemies } from './enemies.ts';
import type { Item } from './item.ts';
import { outcomesOfItem, type PlacedOutcome } from './outcome.ts';

/** What drawing over outcomes needs to know of an item. */
export type OutcomeDrawable = Drawable & Pick<Item, 'facts'> & { stimulus?: { id: string } };

/** Items that are drawn together or not at all: one alone, or all that ask about one stimulus. */
interface Unit {
	items: OutcomeDrawable[];
	/** The outcomes of its items, one as often as items belong to it. */
	outcomes: string[];
	facts: string[];
}

/** What has been drawn so far. */
interface Drawn {
	units: Unit[];
	/** How many drawn items belong to each outcome. */
	counts: Map<string, number>;
	facts: Set<string>;
	/** How many items may still be drawn. */
	room: number;
	/** How many items each outcome has in a form that is quite even, rounded up. */
	share: number;
}

/**
 * Draws a form over the outcomes of a course: the ids of its items, in the order in which they are asked.
 *
 * Whichever outcome has the fewest items so far is the next to get one, so that the numbers differ as little as enemies
 * and stimuli allow; of its items, one that gives no outcome more than its share, and asks for facts that were not asked
 * for yet. Items without an outcome are never drawn, and enemies never together; those that share a stimulus are drawn
 * one after the other or not at all. Then the points take turns. The same seed over the same items gives the same form
 * anywhere, in whatever order the files of the course are.
 */
export function drawOverOutcomes(
	items: readonly OutcomeDrawable[],
	outcomes: readonly PlacedOutcome[],
	request: DrawRequest
): string[] {
	const allowed = new Set(eligible(items, request).map(({ id }) => id));
	const units = shuffled(
		outcomeUnits(
			items.filter(({ id }) => allowed.has(id)),
			outcomes
		),
		seeded(request.seed, 'outcomes')
	);
	const drawn: Drawn = {
		...{ units: [], facts: new Set(), room: request.count },
		share: Math.ceil(request.count / outcomes.length),
		counts: new Map(outcomes.map(({ id }) => [id, 0]))
	};
	const open = new Set(shuffled(outcomes, seeded(request.seed, 'outcome turns')).map(({ id }) => id));
	while (drawn.room > 0 && open.size > 0) {
		const outcome = leastAsked(open, units, drawn);
		const unit = best(sparing(fitting(outcome, units, drawn), open, drawn), drawn);
		if (unit) add(unit, drawn);
		else open.delete(outcome);
	}
	return inTurns(drawn.units, request.seed).flatMap((unit) => unit.items.map(({ id }) => id));
}

function outcomeUnits(items: readonly OutcomeDrawable[], outcomes: readonly PlacedOutcome[]): Unit[] {
	const nameOf = ([{ id, stimulus }]: [OutcomeDrawable, ...unknown[]]) =>
		stimulus ? `on ${stimulus.id}` : `item ${id}`;
	return unitsOf(items)
		.sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
		.map((items) => ({
			items,
			outcomes: items.flatMap((item) => outcomesOfItem(outcomes, item).map(({ id }) => id)),
			facts: items.flatMap(({ facts }) => facts)
		}))
		.filter((unit) => unit.outcomes.length > 0);
}

/** The outcome with the fewest items; of several, the one that has the fewest left to draw from. */
function leastAsked(open: ReadonlySet<string>, units: readonly Unit[], drawn: Drawn): string {
	const ranked = [...open].map((id) => ({
		id,
		count: drawn.counts.get(id) ?? 0,
		left: fitting(id, units, drawn).length
	}));
	const [first] = ranked.sort((one, other) => one.count - other.count || one.left - other.left);
	if (!first) throw new Error('An outcome is wanted where none is open.');
	return first.id;
}

/** What can still be drawn for an outcome: it has room, is not drawn yet, and no enemy of it is. */
function fitting(outcome: string, units: readonly Unit[], drawn: Drawn): Unit[] {
	return units.filter(
		(unit) =>
			unit.outcomes.includes(outcome) &&
			unit.items.length <= drawn.room &&
			!drawn.units.some((other) => other === unit || haveEnemies(other, unit))
	);
}

/** Those that leave room for an item of each outcome that has as few as any; all, if none does. */
function sparing(
	units: readonly Unit[],
	open: ReadonlySet<string>,
	{ counts, room }: Drawn
): readonly Unit[] {
	const count = (id: string) => counts.get(id) ?? 0;
	const least = Math.min(...[...open].map(count));
	const behind = [...open].filter((id) => count(id) === least);
	const those = units.filter(
		({ items, outcomes }) => room - items.length >= behind.filter((id) => !outcomes.includes(id)).length
	);
	return those.length > 0 ? those : units;
}

/** The unit that gives the fewest outcomes more than their share and repeats the fewest facts; the first of several. */
function best(units: readonly Unit[], drawn: Drawn): Unit | undefined {
	const [first] = units
		.map((unit) => ({ unit, cost: excess(unit, drawn) + repetition(unit, drawn) }))
		.sort((one, other) => one.cost - other.cost);
	return first?.unit;
}

/** By how many items a unit takes outcomes beyond their share. */
function excess({ outcomes }: Unit, { counts, share }: Drawn): number {
	const added = Map.groupBy(outcomes, (id) => id);
	const over = [...added].map(([id, { length }]) => {
		const before = counts.get(id) ?? 0;
		return Math.max(0, before + length - share) - Math.max(0, before - share);
	});
	return over.reduce((sum, each) => sum + each, 0);
}

/** The share of a unit’s facts that have been asked for, from 0 to 1. */
function repetition({ facts }: Unit, drawn: Drawn): number {
	return facts.filter((id) => drawn.facts.has(id)).length / facts.length;
}

function add(unit: Unit, drawn: Drawn): void {
	drawn.units.push(unit);
	drawn.room -= unit.items.length;
	for (const id of unit.outcomes) drawn.counts.set(id, (drawn.counts.get(id) ?? 0) + 1);
	for (const id of unit.facts) drawn.facts.add(id);
}

/** Units in the order in which they are asked: the points take turns, and in each point chance decides. */
function inTurns(units: readonly Unit[], seed: string): Unit[] {
	const queues = [...Map.groupBy(shuffled(units, seeded(seed, 'asked')), pointOf).values()];
	const longest = Math.max(0, ...queues.map(({ length }) => length));
	return Array.from({ length: longest }, (_, round) => queues.flatMap((queue) => queue[round] ?? [])).flat();
}

function pointOf({ items }: Unit): number {
	return items[0]?.point ?? 0;
}

function haveEnemies(one: Unit, other: Unit): boolean {
	return one.items.some((item) => other.items.some((each) => areEnemies(item, each)));
}
