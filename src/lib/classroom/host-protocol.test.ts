import { expect, test } from 'vitest';

import { parsed } from '#lib/quiz/parsed.ts';

import { itemTallySchema, peopleSchema, standingsSchema } from './host-protocol.ts';
import { playedClass } from './played-fixtures.ts';
import { reportOf } from './report.ts';
import { standingsOf, teamStandings } from './standings.ts';

/** As it comes over the network. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const record = playedClass();

test('how a class answered each item is read as it was told', () => {
	const items = reportOf(record).items;
	expect(items.filter(({ comparison }) => comparison)).toHaveLength(1);
	for (const { rounds, comparison = null } of items) {
		const told = parsed(itemTallySchema, sent({ rounds, comparison }));
		expect(told?.rounds.map(({ tally }) => tally)).toEqual(rounds.map(({ tally }) => tally));
		expect(told?.comparison).toEqual(comparison);
	}
});

test('how pupils and teams stand is read as it was told', () => {
	const pupils = standingsOf(record).map((standing) => ({ ...standing, name: 'Ada', team: null }));
	const standings = { pupils, teams: teamStandings(record) };
	expect(parsed(standingsSchema, sent(standings))).toEqual(standings);
});

const person = {
	...{ id: 'a', name: 'Ada', team: 'red', standing: 'held', joinedAt: 1 },
	...{ answered: [1], times: null, doubt: { is: 'look-alike', of: 'Adа' } }
};

test('who is there is read as it was told', () => {
	expect(parsed(peopleSchema, { pupils: [person] })).toEqual({ pupils: [person] });
});

test.for([
	{ ...person, standing: 'gone' },
	{ ...person, answered: ['1'] },
	{ ...person, times: '1' },
	{ ...person, doubt: { is: 'look-alike' } },
	{ ...person, id: undefined }
])('somebody of whom a part is something else is nobody: %j', (other) => {
	expect(parsed(peopleSchema, { pupils: [person, other] })).toBeUndefined();
});

test('a tally or a standing of which a part is something else is none', () => {
	const tally = reportOf(record).items[0]?.rounds[0]?.tally;
	const rounds = [{ number: 1, isSecond: false, tally: { ...tally, groups: [{ part: null, bars: [{}] }] } }];
	expect(parsed(itemTallySchema, { rounds, comparison: null })).toBeUndefined();
	expect(parsed(standingsSchema, { pupils: [{ id: 'a', name: 'Ada' }], teams: [] })).toBeUndefined();
});
