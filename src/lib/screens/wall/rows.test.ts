import { describe, expect, test } from 'vitest';

import { orderOf, viewOf } from '#lib/bank/view.ts';
import { checkBank } from '#lib/bank/check.ts';
import { isItemOf, type Item } from '#lib/bank/item.ts';
import { filesOf, wholeCourse } from '#lib/bank/whole-fixtures.ts';
import { tallied } from '#lib/classroom/tally.ts';
import { kindNames, publicView, samples, score, solution } from '#lib/kinds/index.ts';

import { displays } from '../kinds/index.ts';
import { rowsOf } from './rows.ts';

const { bank } = checkBank('b', filesOf(wholeCourse()));
if (!bank) throw new Error('The sample course is not sound.');
const ofKind = kindNames.flatMap((kind) => bank.items.find((item) => item.kind === kind) ?? []);

const viewIn = (item: Item) => viewOf(item, publicView(item, orderOf('seed', item.id)));

function tallyOf(item: Item, responses: readonly unknown[]) {
	const answers = responses.map((response, place) => ({
		answer: { round: 1, pupil: String(place), response, certainty: null, at: 0, key: String(place) },
		score: score(item, response)
	}));
	return tallied(item, answers, responses.length);
}

test('there is an item of every kind to look at', () => {
	expect(ofKind.map(({ kind }) => kind)).toEqual([...kindNames]);
});

describe.each(ofKind.map((item) => [item.kind, item] as const))('%s', (_, item) => {
	const { right, wrong } = samples(item);
	const groups = rowsOf(item, viewIn(item), [tallyOf(item, [right, right, wrong])]);

	test('everything that was given has its letter, and what is right says why', () => {
		expect(groups.length).toBeGreaterThan(0);
		// A verdict, what was typed and what a gap offers have no letter; all else has one, and so it has words.
		const unmarked = ['short-text', 'numeric', 'cloze', 'true-false', 'true-false-reason'];
		for (const { mark } of groups.flatMap(({ rows }) => rows))
			if (mark === null) expect(unmarked).toContain(item.kind);
		const whys = groups.flatMap((group) => [group.why, ...group.rows.map((row) => row.isKey && row.why)]);
		expect(whys.filter((why) => why !== undefined && why !== false).length).toBeGreaterThan(0);
	});

	test('the letters are those of the question, in its order', () => {
		const shown = displays[item.kind].onWall(viewIn(item)).lists.flatMap(({ parts }) => parts);
		for (const { rows } of groups)
			for (const { id, mark } of rows) {
				const part = shown.find((each) => each.id === id);
				if (part) expect(mark).toBe(part.mark);
			}
		const [first] = groups;
		if (groups.length === 1 && first && shown.length > 0)
			expect(first.rows.map(({ mark }) => mark)).toEqual(shown.map(({ mark }) => mark));
	});

	test('two rounds have both numbers of whatever was given in either', () => {
		const both = rowsOf(item, viewIn(item), [tallyOf(item, [wrong, wrong]), tallyOf(item, [right])]);
		const keys = both.map(({ rows }) => rows.filter(({ isKey }) => isKey).map(({ counts }) => counts[1]));
		expect(keys.flat().some((count) => count === 1)).toBe(true);
		for (const { rows, none } of both) {
			expect(none).toHaveLength(2);
			for (const { counts } of rows) expect(counts).toHaveLength(2);
		}
	});
});

test('what would make a name wait is counted on a wall, and not shown, unless the course says it', () => {
	const item = bank.items.find((each) => isItemOf(each, 'short-text'));
	if (!item) throw new Error('The sample course has no item that is typed.');
	const { right } = samples(item);
	const tally = tallyOf(item, [right, 'fuck', 'F u c k !', 'merde', 'Paris']);
	const [group] = rowsOf(item, viewIn(item), [tally]);
	expect(group?.rows.map(({ text }) => text)).toEqual([expect.anything(), 'Paris']);
	expect(group?.others).toEqual([3]);

	const asked = { ...item, accept: ['Merde'] };
	const [own] = rowsOf(asked, viewIn(asked), [tallyOf(asked, ['merde'])]);
	expect(own?.rows.map(({ isKey }) => isKey)).toEqual([true]);
});

test('of very many things that were typed, a wall shows the most frequent and counts the others together', () => {
	const item = ofKind.find(({ kind }) => kind === 'short-text');
	if (!item) throw new Error('There is no such item.');
	const different = Array.from({ length: 300 }, (_, place) => `wrong ${place}`);
	const tallies = [
		['wrong 7', ...different],
		['wrong 7', ...different.slice(0, 100), samples(item).right]
	];
	const [group] = rowsOf(
		item,
		viewIn(item),
		tallies.map((responses) => tallyOf(item, responses))
	);
	expect(group?.rows.map(({ isKey, counts }) => [isKey, ...counts])).toEqual([
		[true, 0, 1],
		[false, 2, 2],
		...Array.from({ length: 5 }, () => [false, 1, 1])
	]);
	// 301 and 101 wrong answers, of which 7 and 7 are shown.
	expect(group?.others).toEqual([294, 94]);
	expect(group?.none).toEqual([0, 0]);
});

test('each place of an order says why what is right there comes there', () => {
	const item = ofKind.find((each) => isItemOf(each, 'ordering'));
	if (!item) throw new Error('There is no order.');
	const whys = rowsOf(item, viewIn(item), [tallyOf(item, [samples(item).right])]).map(({ why }) => why);
	const { elements } = item.interaction;
	expect(whys).toEqual(solution(item).map((id) => elements.find((element) => element.id === id)?.why));
});
