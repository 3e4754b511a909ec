import { join } from 'node:path';

import fc from 'fast-check';

import { difficulties } from '#lib/bank/difficulty.ts';
import { readSoundBanks } from '#lib/bank/read.server.ts';
import { kindNames } from '#lib/kinds/index.ts';

import { addDays } from '../day.ts';
import { outlineOf } from '../outline-of.ts';
import type { StudyOutline, ItemOutline } from '../outline.ts';
import { noon } from '../review-fixtures.ts';
import { masteryLevels, STATE_VERSION, type FactState } from '../state.ts';

const banks = await readSoundBanks(join(import.meta.dirname, '../../../../questions'));

/** The courses that this module ships with. */
export const shipped: StudyOutline[] = banks.map(outlineOf);

/** An item as tests need one, with what is unusual about it. */
export function item(changes: Partial<ItemOutline> & { id: string }): ItemOutline {
	return {
		kind: 'single-choice',
		point: 1,
		facts: ['F1'],
		difficulty: 2,
		effort: 0,
		guess: 0.25,
		enemies: [],
		...changes
	};
}

/** A course of some items; its facts are those they ask for, each at the point of the first item that does. */
export function outline(...items: ItemOutline[]): StudyOutline {
	const points = new Map<string, number>();
	for (const { facts, point } of items) {
		for (const fact of facts) if (!points.has(fact)) points.set(fact, point);
	}
	return {
		primer: 'p',
		points: [...new Set(items.map(({ point }) => point))].filter((point) => point > 0).sort((a, b) => a - b),
		facts: [...points].map(([id, point]) => ({ id, point })),
		items
	};
}

const number = (most: number) => fc.integer({ min: 0, max: most });

/** A random course of up to 30 items, with enmity both ways, and stimuli of one point each, without enmity among their items. */
const random: fc.Arbitrary<StudyOutline> = fc
	.array(
		fc.record({
			kind: fc.constantFrom(...kindNames),
			point: number(4),
			stimulus: fc.option(fc.constantFrom('a', 'b'), { freq: 2, nil: undefined }),
			facts: fc.uniqueArray(number(15), { minLength: 1, maxLength: 4 }),
			difficulty: fc.constantFrom(...difficulties),
			effort: fc.constantFrom(0, 1, 2),
			guess: fc.constantFrom(0, 0.1, 0.25, 0.5),
			enemies: fc.uniqueArray(number(29), { maxLength: 2 })
		}),
		{ minLength: 1, maxLength: 30 }
	)
	.map((drawn) =>
		outline(
			...drawn.map(({ stimulus, ...one }, index) => ({
				...one,
				id: `i${index}`,
				facts: one.facts.map((fact) => `F${fact}`),
				enemies: drawn.flatMap((other, place) =>
					place !== index &&
					(other.enemies.includes(index) || one.enemies.includes(place)) &&
					!(stimulus && stimulus === other.stimulus && one.point === other.point)
						? [`i${place}`]
						: []
				),
				...(stimulus && { stimulus: `${stimulus}${one.point}` })
			}))
		)
	);

/** A random course, or a shipped one. */
export const anyOutline = fc.oneof({ weight: 4, arbitrary: random }, fc.constantFrom(...shipped));

/** A course with some of its items marked as flawed, some of its facts asked before, and a seed. */
export const anyCourse = anyOutline.chain((outline) =>
	fc.record({
		outline: fc.constant(outline),
		flawed: fc.subarray(outline.items.map(({ id }) => id)).chain(sparsely),
		seen: fc.subarray(outline.facts.map(({ id }) => id)).map((facts) => new Set(facts)),
		seed: fc.string({ maxLength: 5 })
	})
);

/** Mostly none of some names, now and then all of them. */
function sparsely(names: string[]): fc.Arbitrary<ReadonlySet<string>> {
	return fc.nat(3).map((draw) => new Set(draw === 0 ? names : []));
}

/** Where a learner may stand with a fact of a course, due on a day of November 2026. */
export function anyState(outline: StudyOutline, fact: string): fc.Arbitrary<FactState> {
	const items = outline.items.filter(({ facts }) => facts.includes(fact)).map(({ id }) => id);
	return fc.record({
		version: fc.constant(STATE_VERSION),
		primer: fc.constant(outline.primer),
		fact: fc.constant(fact),
		memory: fc.record({
			stability: fc.constantFrom(0.5, 3, 7, 40),
			difficulty: fc.constant(5),
			at: fc.constant(noon('2026-10-25'))
		}),
		due: fc.nat(20).map((days) => addDays('2026-11-01', days)),
		relearning: fc.boolean(),
		level: fc.constantFrom(...masteryLevels),
		since: fc.constant('2026-10-25'),
		kinds: fc.constant([]),
		recent: fc.shuffledSubarray(items, { minLength: 1 }).map((recent) => recent.slice(0, 3)),
		lastKind: fc.constantFrom(...kindNames),
		lastDay: fc.constant('2026-10-25'),
		reviews: fc.constant(3),
		lapses: fc.constant(1)
	});
}

/** Whether two of some items, by id, give one another away. */
export function haveEnemies({ items }: StudyOutline, ids: readonly string[]): boolean {
	return items.some((one) => ids.includes(one.id) && one.enemies.some((enemy) => ids.includes(enemy)));
}

/**
 * The items of some ids, in their order, cut between any two neighbours that are not about the same stimulus.
 *
 * @throws {Error} if the items of a stimulus stand apart, or not as in their file
 */
export function unitsOf(outline: StudyOutline, ids: readonly string[]): ItemOutline[][] {
	const units: ItemOutline[][] = [];
	const place = (item: ItemOutline) => outline.items.indexOf(item);
	for (const item of itemsOf(outline, ids)) {
		const unit = units.find(([first]) => first && isSameStimulus(first, item));
		const before = unit?.at(-1);
		if (!unit || !before) units.push([item]);
		else if (unit === units.at(-1) && place(before) < place(item)) unit.push(item);
		else throw new Error(`${item.id} does not follow ${before.id} as it should: ${ids.join(', ')}.`);
	}
	return units;
}

function isSameStimulus(one: ItemOutline, other: ItemOutline): boolean {
	return one.stimulus !== undefined && one.stimulus === other.stimulus;
}

/** The items of some ids, in their order. */
export function itemsOf({ items }: StudyOutline, ids: readonly string[]): ItemOutline[] {
	return ids.flatMap((id) => items.find((item) => item.id === id) ?? []);
}
