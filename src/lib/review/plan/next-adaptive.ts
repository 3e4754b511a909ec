import { firstAbility, firstDifficulty, successChance } from '../elo.ts';
import type { StudyOutline, ItemOutline } from '../outline.ts';
import type { AbilityState, ItemState } from '../state.ts';
import { fitsWith, soundItems } from './askable.ts';
import { drawLot } from './draw-lot.ts';
import { bestOf } from './rank.ts';
import { together, type Unit } from './together.ts';

/** The chance of success at which practice is neither dull nor discouraging. */
export const TARGET = 0.8;

/** Items whose chances lie this near to the best are as good as it, so that practice varies. */
const AS_GOOD = 0.05;

export interface AdaptiveRequest {
	outline: StudyOutline;
	abilities: readonly Pick<AbilityState, 'point' | 'ability'>[];
	/** What is known of items; any others are as difficult as their authors say. */
	items: readonly Pick<ItemState, 'item' | 'difficulty'>[];
	/** The items asked in this sitting, in order. */
	answered: readonly string[];
	flawed: ReadonlySet<string>;
	seed: string;
}

/**
 * The item to ask next in adaptive practice. After one about a stimulus come the others about it, in the order of their
 * file, so that it is read once. Otherwise the item belongs to the point that was asked least in this sitting, and the
 * learner has a chance of about four in five to solve it, or the items of its stimulus on average; it is drawn among
 * those that are nearly as good. No item is asked twice in a sitting, and no enemy of one that was asked.
 *
 * @returns the item’s id; undefined where nothing is left
 */
export function nextAdaptive(request: AdaptiveRequest): string | undefined {
	const { outline, answered, flawed } = request;
	const asked = outline.items.filter(({ id }) => answered.includes(id));
	const candidates = soundItems(outline, flawed).filter((item) => fitsWith(item, asked));
	const stimulus = asked.find(({ id }) => id === answered.at(-1))?.stimulus;
	const onTheSame = candidates.find((item) => stimulus !== undefined && item.stimulus === stimulus);
	if (onTheSame) return onTheSame.id;
	const point = pointInTurn(candidates, asked, request);
	const chanceOf = chances(request);
	const rated = together(
		candidates.filter((item) => item.point === point),
		outline.items
	).map((unit) => ({ id: unit[0].id, off: Math.abs(mean(unit, chanceOf) - TARGET) }));
	const nearest = Math.min(...rated.map(({ off }) => off));
	return bestOf(
		rated.filter(({ off }) => off <= nearest + AS_GOOD),
		({ id }) => [drawLot(request.seed, id)]
	)?.id;
}

function mean(unit: Unit<ItemOutline>, numberOf: (item: ItemOutline) => number): number {
	return unit.reduce((sum, item) => sum + numberOf(item), 0) / unit.length;
}

/** The chance of success at each item, from 0 to 1, by what is known of the learner and the item. */
function chances({ abilities, items }: AdaptiveRequest): (item: ItemOutline) => number {
	const ability = new Map(abilities.map((state) => [state.point, state.ability]));
	const difficulty = new Map(items.map((state) => [state.item, state.difficulty]));
	return (item) =>
		successChance(
			ability.get(item.point) ?? firstAbility().value,
			difficulty.get(item.id) ?? firstDifficulty(item.difficulty).value,
			item.guess
		);
}

/** Of the points that have anything left, the one asked least in this sitting; if possible, not the one asked last. */
function pointInTurn(
	candidates: readonly ItemOutline[],
	asked: readonly ItemOutline[],
	{ answered, seed }: AdaptiveRequest
): number | undefined {
	const counts = new Map<number, number>();
	for (const { point } of asked) counts.set(point, (counts.get(point) ?? 0) + 1);
	const last = asked.find(({ id }) => id === answered.at(-1))?.point;
	return bestOf(new Set(candidates.map(({ point }) => point)), (point) => [
		point === last ? 1 : 0,
		counts.get(point) ?? 0,
		drawLot(seed, String(point))
	]);
}
