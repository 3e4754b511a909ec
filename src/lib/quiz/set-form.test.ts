import { fileURLToPath } from 'node:url';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { outcomesOf } from '#lib/bank/outcome.ts';
import { readSoundBanks } from '#lib/bank/read.server.ts';

import { offerOf } from './offer.ts';
import type { QuizOptions } from './options.ts';
import { readOptions } from './read-options.ts';
import { setForm } from './set-form.ts';

const banks = await readSoundBanks(fileURLToPath(new URL('../../../questions', import.meta.url)));
const bank = banks.find(({ primer }) => primer.id === 'paris-call');
if (!bank) throw new Error('The shipped bank is missing.');
const found = bank;
const { items, primer } = found;

function set(query: string, changes: Partial<QuizOptions> = {}) {
	const offer = { points: primer.points.map(({ id }) => id), items: items.map(({ id }) => id) };
	const { options } = readOptions(new URLSearchParams(query), offer);
	return setForm(found, { ...options, ...changes }, 'by chance');
}

const itemOf = (id: string) => items.find((item) => item.id === id);

test('a form has what was asked for', () => {
	const { form, notices } = set('behaviour=retry&points=1,3&n=6&seed=s&minutes=9&extra=2');
	expect(notices).toEqual([]);
	expect(form).toMatchObject({
		primer: 'paris-call',
		seed: 's',
		behaviour: 'retry',
		minutes: 9,
		extraTime: 2
	});
	expect(form.items.map((id) => itemOf(id)?.point).toSorted()).toEqual([1, 1, 1, 3, 3, 3]);
});

test('by default it has ten items, the seed given, and no limit', () => {
	const { form } = set('');
	expect(form).toMatchObject({ seed: 'by chance', behaviour: 'practice', minutes: null, extraTime: 1 });
	expect(form.items).toHaveLength(10);
});

test('an exam has a minute for each item unless told otherwise', () => {
	expect(set('behaviour=exam&n=7').form.minutes).toBe(7);
	expect(set('behaviour=exam&n=7&minutes=3').form.minutes).toBe(3);
});

test('a form has items of the difficulties and kinds that were asked for, and of no others', () => {
	const { form, notices } = set('difficulty=3&n=5');
	expect(form.items.map((id) => itemOf(id)?.difficulty)).toEqual([3, 3, 3, 3, 3]);
	expect(notices).toEqual([]);
	const all = items.filter(({ kind }) => kind === 'cloze' || kind === 'numeric').length;
	const kinds = set(`kinds=cloze,numeric&n=${all}`).form.items.map((id) => itemOf(id)?.kind);
	expect(new Set(kinds)).toEqual(new Set(['cloze', 'numeric']));
});

test('the same seed draws the same form, and another another', () => {
	expect(set('seed=a').form).toEqual(set('seed=a').form);
	expect(set('seed=a').form.items).not.toEqual(set('seed=b').form.items);
});

describe('over outcomes', () => {
	// The shipped course, with an outcome for every third fact of each point.
	const points = primer.points.map((point) => ({
		...point,
		outcomes: primer.facts
			.filter((fact) => fact.point === point.id && fact.status !== 'slip')
			.slice(0, 6)
			.reduce<{ id: string; text: string; facts: string[] }[]>((all, { id }, index) => {
				const last = all.at(-1);
				return index % 2 === 1 && last
					? [...all.slice(0, -1), { ...last, facts: [...last.facts, id] }]
					: [...all, { id: `O${id}`, text: id, facts: [id] }];
			}, [])
	}));
	const withOutcomes = { ...found, primer: { ...primer, points } };
	const over = (query: string) =>
		setForm(
			withOutcomes,
			readOptions(new URLSearchParams(`over=outcomes${query}`), offerOf(withOutcomes)).options,
			'by chance'
		);

	test('a form has twenty items, one at least on each, and says how it was drawn', () => {
		for (let seed = 0; seed < 30; seed++) {
			const { form, notices } = over(`&seed=${seed}`);
			expect(notices).toEqual([]);
			expect(form).toMatchObject({ over: 'outcomes', behaviour: 'practice', minutes: null });
			expect(form.items).toHaveLength(20);
			const asked = form.items.flatMap((id) => itemOf(id)?.facts ?? []);
			const missed = outcomesOf(points).filter(({ facts }) => !facts.some((id) => asked.includes(id)));
			expect(missed.map(({ id }) => id)).toEqual([]);
		}
	});

	test('a number, points and a behaviour hold here, too', () => {
		expect(over('&n=7').form.items).toHaveLength(7);
		const ofTwo = over('&n=3&points=2').form.items.map((id) => itemOf(id)?.point);
		expect(ofTwo).toEqual([2, 2, 2]);
		expect(over('&behaviour=exam').form).toMatchObject({ over: 'outcomes', minutes: 20 });
	});

	test('where a course says none, it is drawn over the points, and a notice says so', () => {
		const bare = {
			...found,
			primer: { ...primer, points: primer.points.map(({ outcomes: _, ...point }) => point) }
		};
		const { options, notices } = readOptions(new URLSearchParams('over=outcomes'), offerOf(bare));
		expect(notices).toEqual([{ code: 'no-outcomes' }]);
		const { form } = setForm(bare, options, 's');
		expect(form.items).toHaveLength(10);
		expect(form).not.toHaveProperty('over');
	});
});

test('all items that are named are asked, even more than ten', () => {
	const friends = items
		.filter(({ enemies }) => enemies.length === 0)
		.slice(0, 12)
		.map(({ id }) => id);
	const { form, notices } = set('', { items: friends });
	expect(form.items.toSorted()).toEqual(friends.toSorted());
	expect(notices).toEqual([]);
});

test('what the bank cannot fulfil becomes the nearest thing, and a notice says so', () => {
	const impossible = items.find(({ point }) => point === 1);
	const none = set(`points=2&items=${impossible?.id}&n=5`);
	expect(none.form.items).toHaveLength(5);
	expect(none.notices).toEqual([{ code: 'none-fit' }]);

	const numeric = items.filter(({ kind }) => kind === 'numeric').length;
	const few = set(`kinds=numeric&n=${items.length}`);
	expect(few.form.items.length).toBeLessThanOrEqual(numeric);
	expect(few.notices).toEqual([{ code: 'few-fit', count: few.form.items.length, asked: items.length }]);
});

describe('in a fixed order', () => {
	const named = items.slice(0, 6).map(({ id }) => id);
	const inSomeOrder = fc.shuffledSubarray(named, { minLength: 2 });

	test('a form asks the same as a mixed one of its seed, as its address names them', () => {
		fc.assert(
			fc.property(inSomeOrder, fc.stringMatching(/^[a-z]{1,6}$/), (ids, seed) => {
				const query = `items=${ids.join(',')}&seed=${seed}`;
				const fixed = set(`${query}&order=fixed`).form.items;
				expect(fixed.toSorted()).toEqual(set(query).form.items.toSorted());
				expect(fixed).toEqual(ids.filter((id) => fixed.includes(id)));
			})
		);
	});

	test('a form of any items asks them as the course has them', () => {
		const fixed = set('n=30&seed=s&order=fixed').form.items;
		expect(fixed.toSorted()).toEqual(set('n=30&seed=s').form.items.toSorted());
		expect(fixed).toEqual(items.map(({ id }) => id).filter((id) => fixed.includes(id)));
	});
});
