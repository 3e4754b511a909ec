import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { seeded } from '#lib/chance/random.ts';

import { firstAbility, firstDifficulty, successChance, updated } from '../elo.ts';
import { nextAdaptive, TARGET, type AdaptiveRequest } from './next-adaptive.ts';
import { anyCourse, haveEnemies, item, itemsOf, outline, shipped, unitsOf } from './plan-fixtures.ts';

const plain = { abilities: [], items: [], answered: [], flawed: new Set<string>(), seed: 's' };

/** A sitting: the items asked one after the other, until none is left or enough were asked. */
function sitting(request: AdaptiveRequest, most = Infinity): string[] {
	const answered: string[] = [];
	for (let next; answered.length < most && (next = nextAdaptive({ ...request, answered })) !== undefined;) {
		answered.push(next);
	}
	return answered;
}

describe('the next item', () => {
	const levels = outline(
		...([1, 2, 3] as const).map((difficulty) => item({ id: String(difficulty), difficulty, guess: 0 }))
	);

	test('is the one that the learner solves in about four of five cases', () => {
		const next = (ability: number) =>
			nextAdaptive({ ...plain, outline: levels, abilities: [{ point: 1, ability }] });
		expect(next(-2)).toBe('1');
		expect(next(0.4)).toBe('1');
		expect(next(1.4)).toBe('2');
		expect(next(2.4)).toBe('3');
	});

	/** An item that a newcomer solves with a chance, guessing left aside. */
	const solvedIn = (chance: number) => ({ item: String(chance), difficulty: Math.log(1 / chance - 1) });

	test.each([
		['as near to four in five as can be', [0.8, 0.74], ['0.8']],
		['not above that either', [0.86, 0.8], ['0.8']],
		[
			'as good as the nearest where it is a twentieth further',
			[0.8, 0.751, 0.849],
			['0.751', '0.8', '0.849']
		],
		['no further than that from the nearest', [0.7, 0.649, 0.651, 0.951], ['0.651', '0.7']]
	])('is %s', (_, chances, drawn) => {
		const items = chances.map(solvedIn);
		const course = outline(...items.map((known) => item({ id: known.item, guess: 0 })));
		const asked = Array.from({ length: 60 }, (_, seed) =>
			nextAdaptive({ ...plain, outline: course, items, seed: String(seed) })
		);
		expect([...new Set(asked)].sort()).toEqual(drawn);
	});

	test('takes an unknown learner to be average, and an item to be as difficult as its author says', () => {
		const course = outline(
			...([1, 2, 3] as const).map((difficulty) => item({ id: `i${difficulty}`, difficulty }))
		);
		const next = (request: Partial<AdaptiveRequest>) =>
			nextAdaptive({ ...plain, outline: course, ...request });
		expect(next({})).toBe('i1');
		expect(next({ abilities: [{ point: 2, ability: 9 }] })).toBe('i1');
		expect(next({ abilities: [{ point: 1, ability: 1 }] })).toBe('i2');
	});

	test('goes by what answers have shown of an item, not by its author', () => {
		const items = [
			{ item: '3', difficulty: -1 },
			{ item: '1', difficulty: 2 }
		];
		expect(nextAdaptive({ ...plain, outline: levels, items })).toBe('3');
	});

	test('varies among those that are nearly as good', () => {
		const course = outline(...Array.from({ length: 5 }, (_, index) => item({ id: `i${index}` })));
		const drawn = Array.from({ length: 40 }, (_, seed) =>
			nextAdaptive({ ...plain, outline: course, seed: String(seed) })
		);
		expect(new Set(drawn).size).toBe(5);
	});
});

test('a point that was asked less, since its items were marked as flawed for a while, takes turns with the others', () => {
	const ids = [1, 2].flatMap((point) =>
		['a', 'b', 'c', 'd'].map((name) => ({ id: `${name}${point}`, point }))
	);
	const course = outline(...ids.map((one) => item(one)));
	const before = ['a1', 'b1'];
	const points = Array.from({ length: 6 }, () => {
		const next = nextAdaptive({ ...plain, outline: course, answered: before });
		before.push(next ?? 'none');
		return itemsOf(course, before.slice(-1))[0]?.point;
	});
	expect(points).toEqual([2, 1, 2, 1, 2, 2]);
});

test('in any course a sitting asks nothing twice, no enemies, nothing flawed, and goes on with the point asked least', () => {
	fc.assert(
		fc.property(anyCourse, ({ outline, flawed, seed }) => {
			const ids = sitting({ ...plain, outline, flawed, seed });
			expect(new Set(ids).size).toBe(ids.length);
			expect(haveEnemies(outline, ids)).toBe(false);
			for (const id of ids) expect(flawed).not.toContain(id);
			for (const [place, asked] of itemsOf(outline, ids).entries()) {
				const before = ids.slice(0, place);
				const open = outline.items.filter(
					({ id }) => !before.includes(id) && !flawed.has(id) && !haveEnemies(outline, [...before, id])
				);
				const [previous] = itemsOf(outline, before.slice(-1));
				const last = previous?.point;
				if (previous?.stimulus && open.some(({ stimulus }) => stimulus === previous.stimulus)) {
					expect(asked.stimulus).toBe(previous.stimulus);
					continue;
				}
				const times = (point: number) => itemsOf(outline, before).filter((one) => one.point === point).length;
				const others = open.flatMap(({ point }) => (point === last ? [] : times(point)));
				if (asked.point === last) expect(others).toEqual([]);
				else expect(times(asked.point)).toBe(Math.min(...others));
			}
		})
	);
});

test('in any course, what a sitting asks about one stimulus comes one after the other, as in its file', () => {
	fc.assert(
		fc.property(anyCourse, fc.nat(12), ({ outline, flawed, seed }, most) => {
			const ids = sitting({ ...plain, outline, flawed, seed }, most);
			expect(unitsOf(outline, ids).flat()).toEqual(itemsOf(outline, ids));
		})
	);
});

test('the items of a stimulus are as fit as they are on average, and begin with the first', () => {
	const items = [0.5, 0.7, 0.9].map((chance) => ({
		item: `s${chance}`,
		difficulty: Math.log(1 / chance - 1)
	}));
	const alone = { item: 'alone', difficulty: Math.log(1 / 0.62 - 1) };
	const course = outline(
		item({ id: 'alone', guess: 0 }),
		...items.map((known) => item({ id: known.item, guess: 0, stimulus: 'case' }))
	);
	expect(sitting({ ...plain, outline: course, items: [...items, alone] })).toEqual([
		's0.5',
		's0.7',
		's0.9',
		'alone'
	]);
});

test('a simulated learner of the shipped courses solves about four of five', () => {
	for (const outline of shipped) {
		const random = seeded('learner');
		const solved: boolean[] = [];
		let items: { item: string; difficulty: number; answers: number }[] = [];
		let abilities = outline.points.map((point) => ({ point, ability: 0, answers: 0 }));
		for (let day = 0; day < 30; day++) {
			const answered: string[] = [];
			for (let question = 0; question < 12; question++) {
				const id = nextAdaptive({ ...plain, outline, abilities, items, answered, seed: String(day) });
				const [asked] = itemsOf(outline, id === undefined ? [] : [id]);
				if (!asked) break;
				answered.push(asked.id);
				const truth = successChance(1.5, firstDifficulty(asked.difficulty).value, asked.guess);
				const right = random() < truth;
				if (day >= 10) solved.push(right);
				const ability = abilities.find(({ point }) => point === asked.point);
				const known = items.find((state) => state.item === asked.id);
				const after = updated(
					ability ? { value: ability.ability, answers: ability.answers } : firstAbility(),
					known ? { value: known.difficulty, answers: known.answers } : firstDifficulty(asked.difficulty),
					{ guess: asked.guess, right }
				);
				abilities = [
					...abilities.filter(({ point }) => point !== asked.point),
					{ point: asked.point, ability: after.ability.value, answers: after.ability.answers }
				];
				items = [
					...items.filter((state) => state.item !== asked.id),
					{ item: asked.id, difficulty: after.difficulty.value, answers: after.difficulty.answers }
				];
			}
		}
		const share = solved.filter(Boolean).length / solved.length;
		expect(share).toBeGreaterThan(TARGET - 0.1);
		expect(share).toBeLessThan(TARGET + 0.1);
	}
});
