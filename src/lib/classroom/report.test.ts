import { expect, test } from 'vitest';

import { ownResultOf } from './own.ts';
import { playedClass, WRONG } from './played-fixtures.ts';
import { reportOf } from './report.ts';
import { standingsOf, teamStandings } from './standings.ts';
import { toldOwn, toldReport } from './told.ts';

test('the report adds up by hand', () => {
	const report = reportOf(playedClass());
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
	expect(
		report.pupils.map(({ scores }) => scores.map(({ fraction, answered }) => [fraction, answered]))
	).toEqual([
		[
			[1, true],
			[1, true],
			[1, true]
		],
		[
			[0, true],
			[1, true],
			[0, true]
		],
		[
			[0, false],
			[0, true],
			[1, true]
		],
		[
			[1, true],
			[0, false]
		]
	]);
	expect(report.pupils[1]?.missed.facts).toEqual(['F1.1']);
	// (1/3 + 3/4 + 2/4) / 3
	expect(report.facts).toMatchObject([{ of: 'F1.1', items: 3 }]);
	expect(report.facts[0]?.share).toBeCloseTo(19 / 36);
});

test('an item has its rounds, its times and its distractors', () => {
	const [choice, , text] = reportOf(playedClass()).items;
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
	expect(
		[text?.comparison?.first, text?.comparison?.second].map((tally) => tally?.groups[0]?.bars)
	).toMatchObject([
		[
			{ key: true, count: 0 },
			{ id: 'sarkozy', count: 2 },
			{ id: 'nobody', count: 1 }
		],
		[
			{ key: true, count: 2 },
			{ id: 'sarkozy', count: 1 }
		]
	]);
});

test('standings have pupils with the same marks in one place, and only what was revealed', () => {
	const places = (until?: number) =>
		standingsOf(playedClass(until)).map(({ id, place, marks }) => [id, place, marks]);
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
	expect(teamStandings(playedClass())).toMatchObject([
		{ id: 'red', place: 1, marks: 2, possible: 3 },
		{ id: 'blue', place: 2, marks: 1, possible: 3 }
	]);
});

test('a class in which nothing was asked has an empty report', () => {
	const report = reportOf(playedClass(-1));
	expect(report).toMatchObject({ items: [], facts: [], points: [], worst: [] });
	expect(standingsOf(playedClass(-1)).map(({ place }) => place)).toEqual([1, 1, 1, 1]);
});

test('the two rounds of an item are compared over those who answered both', () => {
	const record = playedClass();
	const late = { round: 5, pupil: 'd', response: 'Macron', at: 46_000, certainty: null, key: 'late' };
	const [, , text] = reportOf({ ...record, answers: [...record.answers, late] }).items;
	expect(text?.rounds[1]?.tally).toMatchObject({ asked: 4, answered: 4 });
	expect(text?.comparison?.second).toMatchObject({ asked: 3, answered: 3, unanswered: 0 });
	expect(text?.comparison?.second.groups[0]?.bars[0]).toMatchObject({ key: true, count: 2 });
});

test('a pupil is told of themselves alone, and only of what was revealed', () => {
	expect(ownResultOf(playedClass(20_400), 'b')?.scores.map(({ item }) => item)).toEqual(['single-choice']);
	const own = ownResultOf(playedClass(), 'b');
	expect(own).toMatchObject({ marks: 1, possible: 3, place: null });
	expect(own?.answers).toEqual([
		{ item: 'single-choice', round: 2, response: WRONG, certainty: null, at: 5000 },
		{ item: 'true-false', round: 3, response: 'false', certainty: null, at: 12_000 },
		{ item: 'short-text', round: 5, response: 'Sarkozy', certainty: null, at: 42_000 }
	]);
	// What was not answered is dated by the end of its round; what was closed before somebody came is none of theirs.
	expect(ownResultOf(playedClass(), 'd')?.answers).toMatchObject([
		{ item: 'true-false', round: 3 },
		{ item: 'short-text', round: 5, response: null, at: 50_000 }
	]);
	for (const nobody of ['gone', 'held', 'unknown'])
		expect(ownResultOf(playedClass(), nobody)).toBeUndefined();
	expect(ownResultOf(playedClass(Infinity, { standings: true }), 'd')?.place).toBe(2);
	expect(ownResultOf(playedClass(Infinity, { standings: true, scoring: 'none' }), 'd')?.place).toBeNull();
});

test('what is told goes over the network and comes back the same', () => {
	const times = { code: 'ABC', createdAt: 0, endedAt: 86_400_000 };
	for (const told of [toldReport(playedClass(), times, 30), toldOwn(playedClass(), 'b', times, 30)]) {
		expect(JSON.parse(JSON.stringify(told))).toEqual(told);
		expect(told?.keptUntil).toBe(31 * 86_400_000);
		expect(told?.course.items.map(({ id }) => id)).toEqual(['single-choice', 'true-false', 'short-text']);
		expect(told?.course.facts.map(({ id }) => id)).toEqual(['F1.1']);
	}
	expect(toldReport(playedClass(), { ...times, endedAt: null }, 30).keptUntil).toBeNull();
	// A pupil learns nothing of an item before it is revealed, not even that there is one.
	expect(toldOwn(playedClass(20_400), 'b', times, 30)?.course.items.map(({ id }) => id)).toEqual([
		'single-choice'
	]);
	expect(toldOwn(playedClass(), 'gone', times, 30)).toBeUndefined();
});

test('a class is told how many of its questions the course has lost since', () => {
	const record = playedClass();
	const times = { code: 'ABC', createdAt: 0, endedAt: 1 };
	expect(toldReport(record, times, 30).lost).toBe(0);
	const items = record.bank.items.filter(({ id }) => id !== 'true-false');
	const told = toldReport({ ...record, bank: { ...record.bank, items } }, times, 30);
	expect(told.lost).toBe(1);
	expect(told.report.items.map(({ id }) => id)).toEqual(['single-choice', 'short-text']);
});
