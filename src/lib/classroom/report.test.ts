import { expect, test } from 'vitest';

import { checkBank } from '#lib/bank/check.ts';
import { filesOf, wholeCourse } from '#lib/bank/whole-fixtures.ts';

import type { ClassRecord } from './counted.ts';
import { setupOf } from './fixtures.ts';
import { folded, newClass } from './fold.ts';
import type { Pupil } from './pupil.ts';
import { reportOf } from './report.ts';
import { standingsOf, teamStandings } from './standings.ts';

const { bank } = checkBank('b', filesOf(wholeCourse()));
const [RIGHT, WRONG] = ['the-internet-governance-forum', 'the-paris-peace-forum'];

const pupil = (id: string, changes: Partial<Pupil> = {}): Pupil => ({
	id,
	name: id,
	nameKey: id,
	team: null,
	standing: 'in',
	joinedAt: 0,
	...changes
});

/**
 * Four pupils and three items. Round 1 is skipped. D joins after round 2. Rounds 4 and 5 ask the same item.
 *
 *            round 2   round 3   round 4   round 5   counted (2, 3, 5)
 *     A      right     right     wrong     right     1 + 1 + 1 = 3 of 3
 *     B      wrong     right     wrong     wrong     0 + 1 + 0 = 1 of 3
 *     C      –         wrong     wrong     right     0 + 0 + 1 = 1 of 3
 *     D      not there right     –         –         1 + 0     = 1 of 2
 *     mean   1/3       3/4       0         2/4
 */
function classOf(until = Infinity): ClassRecord {
	if (!bank) throw new Error('The sample course is not sound.');
	const setup = setupOf({ items: ['single-choice', 'true-false', 'short-text'], teams: ['red', 'blue'] });
	const { context } = folded(
		newClass({ setup, createdAt: 0 }),
		(
			[
				{ type: 'ask', at: 0, position: 0 },
				{ type: 'ask', at: 1000, position: 0 },
				{ type: 'close', at: 9000, round: 2 },
				{ type: 'reveal', at: 9500 },
				{ type: 'ask', at: 11_000, position: 1 },
				{ type: 'close', at: 20_000, round: 3 },
				{ type: 'reveal', at: 20_500 },
				{ type: 'ask', at: 21_000, position: 2 },
				{ type: 'close', at: 30_000, round: 4 },
				{ type: 'discuss', at: 31_000 },
				{ type: 'ask-again', at: 40_000 },
				{ type: 'close', at: 50_000, round: 5 },
				{ type: 'reveal', at: 51_000 }
			] as const
		).filter(({ at }) => at <= until)
	);
	const given: [round: number, pupil: string, response: string, at: number][] = [
		[1, 'a', WRONG, 500],
		[2, 'a', RIGHT, 3000],
		[2, 'b', WRONG, 5000],
		[2, 'gone', RIGHT, 1000],
		[3, 'a', 'false', 12_000],
		[3, 'b', 'false', 12_000],
		[3, 'c', 'true', 12_000],
		[3, 'd', 'false', 12_000],
		[4, 'a', 'Sarkozy', 22_000],
		[4, 'b', 'Sarkozy', 22_000],
		[4, 'c', 'nobody', 22_000],
		[5, 'a', 'Macron', 41_000],
		[5, 'b', 'Sarkozy', 42_000],
		[5, 'c', 'macron', 45_000]
	];
	return {
		bank,
		context,
		pupils: [
			pupil('a', { team: 'red' }),
			pupil('b', { team: 'red' }),
			pupil('c', { team: 'blue' }),
			pupil('d', { team: 'blue', joinedAt: 10_000 }),
			pupil('gone', { standing: 'removed' }),
			pupil('held', { standing: 'held' })
		],
		answers: given.map(([round, of, response, at]) => ({
			...{ round, pupil: of, response, at },
			certainty: null,
			key: `${round}-${of}`
		}))
	};
}

test('the report adds up by hand', () => {
	const report = reportOf(classOf());
	const figures = report.items.map(({ id, analysis: { asked, answered, facility } }) => [
		id,
		asked,
		answered,
		facility.state === 'known' && facility.value
	]);
	expect(figures).toEqual([
		['single-choice', 3, 2, 1 / 3],
		['true-false', 4, 4, 3 / 4],
		['short-text', 4, 3, 2 / 4]
	]);
	expect(report.pupils.map(({ pupil: id, marks, possible }) => [id, marks, possible])).toEqual([
		['a', 3, 3],
		['b', 1, 3],
		['c', 1, 3],
		['d', 1, 2]
	]);
	expect(report.pupils.map(({ points }) => points.map(({ share }) => share))).toEqual([
		[1],
		[1 / 3],
		[1 / 3],
		[1 / 2]
	]);
	expect(report.worst).toEqual(['single-choice', 'short-text', 'true-false']);
	expect(report.pupils.map(({ missed }) => missed.items)).toEqual([
		[],
		['single-choice', 'short-text'],
		['single-choice', 'true-false'],
		['short-text']
	]);
	expect(report.pupils[1]?.missed.facts).toEqual(['F1.1']);
	// (1/3 + 3/4 + 2/4) / 3
	expect(report.facts).toMatchObject([{ of: 'F1.1', items: 3 }]);
	expect(report.facts[0]?.share).toBeCloseTo(19 / 36);
});

test('an item has its rounds, its times and its distractors', () => {
	const [choice, , text] = reportOf(classOf()).items;
	// A took 2 s and B 4 s.
	expect(choice?.rounds).toMatchObject([{ number: 2, medianTime: 3000, tally: { asked: 3, unanswered: 1 } }]);
	expect(choice?.analysis.options.find(({ id }) => id === WRONG)).toMatchObject({ chosen: 1, key: false });
	expect(choice?.analysis.discrimination).toMatchObject({ state: 'unknown', why: 'few-learners' });
	expect(text?.rounds.map(({ number, isSecond }) => [number, isSecond])).toEqual([
		[4, false],
		[5, true]
	]);
	// A, B and C answered both: from none right to two of three.
	expect(text?.comparison).toMatchObject({ wrongToRight: 2, stayedWrong: 1, gain: { level: 'medium' } });
});

test('standings have pupils with the same marks in one place, and only what was revealed', () => {
	const places = (until?: number) =>
		standingsOf(classOf(until)).map(({ id, place, marks }) => [id, place, marks]);
	expect(places()).toEqual([
		['a', 1, 3],
		['b', 2, 1],
		['c', 2, 1],
		['d', 2, 1]
	]);
	expect(places(20_400).map(([, , marks]) => marks)).toEqual([1, 0, 0, 0]);
	expect(places(20_500).map(([, place]) => place)).toEqual([1, 2, 2, 4]);
});

test('a team has the mean of its members, and loses nothing by who comes late', () => {
	// Red: (3 + 1) / 2 = 2. Blue: C alone 0, then (0 + 1) / 2 and (1 + 0) / 2.
	expect(teamStandings(classOf())).toMatchObject([
		{ id: 'red', place: 1, marks: 2, possible: 3 },
		{ id: 'blue', place: 2, marks: 1, possible: 3 }
	]);
});

test('a class in which nothing was asked has an empty report', () => {
	const report = reportOf(classOf(-1));
	expect(report).toMatchObject({ items: [], facts: [], points: [], worst: [] });
	expect(standingsOf(classOf(-1)).map(({ place }) => place)).toEqual([1, 1, 1, 1]);
});
