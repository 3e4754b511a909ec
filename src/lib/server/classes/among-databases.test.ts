import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { StoreUnavailable } from '../database/faults.ts';
import { classesAmong, ranked, type ClassDatabase } from './among-databases.ts';
import type { ClassStores } from './classes.ts';
import { classesInMemory } from './memory.ts';
import { answerOf, classOf, pupilOf, standingOf } from './staging.ts';

const ask = { type: 'ask', at: 2000, position: 0 } as const;

function named(name: string, stores: ClassStores = classesInMemory()): ClassDatabase {
	return { name, stores };
}

/** A database that is out of reach while `isAway`. */
function unsteady(name: string): ClassDatabase & { isAway: boolean } {
	const database = { ...named(name), isAway: false };
	const steady = <Port extends object>(port: Port): Port =>
		new Proxy(port, {
			get: (target, method, receiver) =>
				database.isAway
					? () => Promise.reject(new StoreUnavailable(`${name} is away`))
					: (Reflect.get(target, method, receiver) as unknown)
		});
	const { classes, pupils, answers } = database.stores;
	return Object.assign(database, {
		stores: { classes: steady(classes), pupils: steady(pupils), answers: steady(answers) }
	});
}

/** Ids that belong to a database, of those with these names. */
function idsOf(name: string, names: readonly string[], count: number): string[] {
	return Array.from({ length: 1000 }, (_, index) => `class-${index}`)
		.filter((id) => ranked(id, names)[0] === name)
		.slice(0, count);
}

describe('which database a class belongs to', () => {
	const names = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 8 });

	test('does not depend on the order in which they are named', () => {
		fc.assert(
			fc.property(fc.string(), names, (id, given) => {
				expect(ranked(id, given.toReversed())).toEqual(ranked(id, given));
			})
		);
	});

	test('changes with a new database for those classes alone that fall to it', () => {
		fc.assert(
			fc.property(fc.string(), names, fc.string(), (id, given, added) => {
				fc.pre(!given.includes(added));
				const after = ranked(id, [...given, added]);
				expect(after.filter((name) => name !== added)).toEqual(ranked(id, given));
			})
		);
	});

	test('is every database for about as many classes', () => {
		const four = ['a', 'b', 'c', 'd'];
		const homes = Array.from({ length: 4000 }, (_, index) => ranked(`class-${index}`, four)[0]);
		for (const name of four) {
			const share = homes.filter((home) => home === name).length / homes.length;
			expect(share).toBeGreaterThan(0.22);
			expect(share).toBeLessThan(0.28);
		}
	});
});

describe('classes in several databases', () => {
	test('are each in one of them, whole', async () => {
		const [one, other] = [named('one'), named('other')];
		const shared = classesAmong([one, other]);
		for (let index = 0; index < 20; index++) {
			const id = `class-${index}`;
			await shared.classes.create(classOf(id));
			await shared.classes.append(id, 0, ask, standingOf());
			await shared.pupils.join(id, pupilOf('p'), 10);
			await shared.answers.give(id, answerOf('p'), true);
			const [home] = ranked(id, ['one', 'other']);
			const [here, there] = home === 'one' ? [one, other] : [other, one];
			expect(await here.stores.classes.events(id, 0)).toHaveLength(1);
			expect(await here.stores.pupils.list(id)).toHaveLength(1);
			expect(await here.stores.answers.list(id, [1])).toHaveLength(1);
			expect(await there.stores.classes.load(id)).toBeUndefined();
		}
		expect(await shared.classes.running()).toBe(20);
		expect(await one.stores.classes.running()).toBeGreaterThan(3);
		expect(await other.stores.classes.running()).toBeGreaterThan(3);
	});

	test('never have one code twice, in whichever database and however close together', async () => {
		const names = ['one', 'other'];
		const shared = classesAmong([named('one'), named('other')]);
		const [here = '', later = ''] = idsOf('one', names, 2);
		const [there = ''] = idsOf('other', names, 1);
		const made = await Promise.all(
			[here, there].map((id) => shared.classes.create(classOf(id, { code: 'same' })))
		);
		expect(made.filter((each) => each === 'created').length).toBeLessThanOrEqual(1);
		await shared.classes.create(classOf(there, { code: 'other' }));
		expect(await shared.classes.create(classOf(later, { code: 'other' }))).toBe('taken');
		expect(await shared.classes.load(later)).toBeUndefined();
		expect(await shared.classes.byCode('other')).toBe(there);
	});

	test('are found where they were begun after a database was added', async () => {
		const [one, other, added] = [named('one'), named('other'), named('added')];
		const before = classesAmong([one, other]);
		const ids = idsOf('added', ['one', 'other', 'added'], 20);
		for (const id of ids) await before.classes.create(classOf(id));
		const after = classesAmong([one, other, added]);
		for (const id of ids) {
			expect(await after.classes.append(id, 0, ask, standingOf())).toBe(1);
			expect(await after.classes.create(classOf(id, { code: 'new' }))).toBe('taken');
		}
		expect(await added.stores.classes.running()).toBe(0);
	});

	test('go on while the database of others is out of reach', async () => {
		const [one, other] = [unsteady('one'), named('other')];
		const shared = classesAmong([one, other]);
		const names = ['one', 'other'];
		const [away = ''] = idsOf('one', names, 1);
		const [here = '', next = ''] = idsOf('other', names, 2);
		for (const id of [away, here]) {
			await shared.classes.create(classOf(id));
			await shared.classes.append(id, 0, ask, standingOf({ dueAt: 10 }));
		}
		one.isAway = true;
		expect(await shared.answers.give(here, answerOf('p'), true)).toBe('kept');
		expect(await shared.classes.byCode(classOf(here).code)).toBe(here);
		expect(await shared.classes.due(11, 9)).toEqual([{ id: here, at: 10 }]);
		expect(await shared.classes.create(classOf(next))).toBe('created');
		await expect(shared.answers.give(away, answerOf('p'), true)).rejects.toThrow(StoreUnavailable);
		await expect(shared.classes.removeEndedBefore(1)).rejects.toThrow(StoreUnavailable);
		one.isAway = false;
		expect(await shared.answers.give(away, answerOf('p'), true)).toBe('kept');
	});

	test('say so when none can be reached', async () => {
		const [one, other] = [unsteady('one'), unsteady('other')];
		const shared = classesAmong([one, other]);
		one.isAway = other.isAway = true;
		const { classes } = shared;
		for (const call of [classes.byCode('c'), classes.due(1, 1), classes.running(), classes.load('x')])
			await expect(call).rejects.toThrow(StoreUnavailable);
	});
});
