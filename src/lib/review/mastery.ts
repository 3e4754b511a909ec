import { dayOf } from './day.ts';
import { recallChance } from './memory.ts';
import type { StudyOutline } from './outline.ts';
import { askableFacts } from './plan/askable.ts';
import { masteryLevels, type FactState, type MasteryLevel } from './state.ts';

/** Below this chance of recall a fact is fading. */
export const FADING = 0.7;

/** Where a learner stands with a fact, seen or not; from the least to the most. */
export const cellLevels = ['unseen', ...masteryLevels] as const;
export type CellLevel = 'unseen' | MasteryLevel;

/** A fact of the map. */
export interface Cell {
	fact: string;
	point: number;
	level: CellLevel;
	/**
	 * The estimated chance of recall now, from 0 to 1: 0 if it was not right the last time, null if it was not seen.
	 */
	chance: number | null;
	/** Whether it was not right the last time. */
	missed: boolean;
	/** Whether it was right the last time, and the chance is below {@link FADING} by now. */
	fading: boolean;
	/** Whether it can be asked: some item for it is not marked as flawed. */
	askable: boolean;
	/** Whether it can be asked, and is due today or was due before. */
	due: boolean;
	/** What is kept of it; null if it was not seen. */
	state: FactState | null;
}

/** Where a learner stands with the facts of a point, or of a whole course. */
export interface Mastery {
	/** How many facts are at which level. */
	counts: Record<CellLevel, number>;
	total: number;
	/** How many of them would probably be recalled now: the sum of their chances. */
	expected: number;
	/** The mean chance of recall now of those that were seen, from 0 to 1; null where none was. */
	chance: number | null;
}

/** A point of the map, its facts in the order of the primer; point 0 is the primer as a whole. */
export interface PointMap extends Mastery {
	point: number;
	cells: Cell[];
}

/** What a learner knows of a course, point by point. */
export interface KnowledgeMap extends Mastery {
	/** In order, the primer as a whole last; a point without facts is left out. */
	points: PointMap[];
}

/**
 * What a learner knows of a course at a moment. Facts that the course no longer has are passed over.
 *
 * @param flawed the items, by id, that the learner has marked as flawed
 * @param now milliseconds since 1970
 */
export function mapOf(
	outline: StudyOutline,
	states: readonly FactState[],
	flawed: ReadonlySet<string>,
	now: number
): KnowledgeMap {
	const stateOf = new Map(states.map((state) => [state.fact, state]));
	const askable = askableFacts(outline, flawed);
	const cells = outline.facts.map(({ id, point }) => {
		const state = stateOf.get(id) ?? null;
		return { fact: id, point, ...knownOf(state, askable.has(id), now) };
	});
	const points = [...outline.points.filter((point) => point !== 0), 0].map((point) => {
		const own = cells.filter((cell) => cell.point === point);
		return { point, cells: own, ...masteryOf(own) };
	});
	return { points: points.filter(({ total }) => total > 0), ...masteryOf(cells) };
}

/** The totals of the facts of a map. */
function masteryOf(cells: readonly Cell[]): Mastery {
	const count = (level: CellLevel) => cells.filter((cell) => cell.level === level).length;
	const chances = cells.flatMap(({ chance }) => chance ?? []);
	const expected = chances.reduce((sum, chance) => sum + chance, 0);
	return {
		counts: {
			unseen: count('unseen'),
			seen: count('seen'),
			familiar: count('familiar'),
			proficient: count('proficient'),
			mastered: count('mastered')
		},
		total: cells.length,
		expected,
		chance: chances.length > 0 ? expected / chances.length : null
	};
}

/** All facts of a map. */
export function cellsOf(map: KnowledgeMap): Cell[] {
	return map.points.flatMap(({ cells }) => cells);
}

function knownOf(state: FactState | null, askable: boolean, now: number): Omit<Cell, 'fact' | 'point'> {
	const missed = state !== null && isMissed(state);
	const chance = state && (missed ? 0 : recallChance(state.memory, now));
	return {
		level: state?.level ?? 'unseen',
		chance,
		missed,
		fading: !missed && chance !== null && chance < FADING,
		askable,
		due: askable && state !== null && state.due <= dayOf(now),
		state
	};
}

/**
 * Whether nothing shows that a fact would be recalled, because its last answer was wrong. FSRS takes it to be fresh in
 * memory then, since the answer was explained, but the learner has yet to show it.
 */
function isMissed({ relearning, reviews, lapses }: FactState): boolean {
	return relearning || lapses >= reviews;
}
