import * as v from 'valibot';

import { kinds, type Interactions, type KindName, type Of } from './index.ts';

/** An interaction as an author would write it, for tests. */
export interface Fixture {
	name: string;
	kind: KindName;
	raw: Record<string, unknown>;
}

const options = [
	{ text: 'the Paris Peace Forum', why: 'because-a' },
	{ text: 'the *Internet* Governance Forum', key: true, why: 'because-b' },
	{ text: 'the ITU Plenipotentiary', why: 'because-c' }
];

const several = [
	{ text: 'hospitals', key: true, why: 'because-a' },
	{ text: 'elections', key: true, why: 'because-b' },
	{ text: 'moonshots', why: 'because-c' },
	{ text: 'the public core', key: true, why: 'because-d' },
	{ text: 'postage', why: 'because-e' }
];

const claim = { verdict: { key: false, why: 'because-a', tempts: 'because-b' } };

const statement = {
	verdict: { key: false, why: 'because-verdict' },
	reasons: [
		{ text: 'it is a declaration', key: true, why: 'because-a' },
		{ text: 'only firms joined', why: 'because-b' },
		{ text: 'a court refused it', why: 'because-c' }
	]
};

const pairs = {
	premises: [
		{ text: 'Canada', match: 'state', why: 'because-a' },
		{ text: 'Siemens', match: 'firm', why: 'because-b' },
		{ text: 'Japan', match: 'state', why: 'because-c' }
	],
	options: [
		{ id: 'state', text: 'a government' },
		{ id: 'firm', text: 'a company' },
		{ id: 'city', text: 'a town' }
	]
};

const dated = [
	{ text: 'the speech is given', sort: '2018-11-12', why: 'because-c' },
	{ text: 'a code of conduct is sent', sort: '2011-09', why: 'because-a' },
	{ text: 'states join', sort: '2018-11-13', why: 'because-d' },
	{ text: 'experts fail to agree', sort: '2017-06-23', why: 'because-b' }
];

const groups = {
	categories: [
		{ id: 'before', text: 'earlier' },
		{ id: 'after', text: 'later' }
	],
	elements: [
		{ text: 'Tallinn', category: 'before', why: 'because-a' },
		{ text: 'Budapest', category: 'before', why: 'because-b' },
		{ text: 'Geneva', category: 'after', why: 'because-c' },
		{ text: 'Nairobi', category: 'after', why: 'because-d' }
	]
};

const gaps = {
	text: 'Habits that keep a computer safe are called cyber {habits}, released at the {event} in {year}.',
	blanks: [
		{
			id: 'habits',
			accept: ['hygiene'],
			slips: 1,
			why: 'because-a',
			wrong: [{ text: 'health', why: 'no-a' }]
		},
		{
			id: 'event',
			choices: [
				{ text: 'forum', key: true, why: 'because-b' },
				{ text: 'summit', why: 'because-c' }
			]
		},
		{ id: 'year', accept: ['2018', 'twenty eighteen'], why: 'because-d' }
	]
};

const name = {
	accept: ['Macron', 'Emmanuel Macron'],
	slips: 1,
	why: 'because-a',
	wrong: [{ text: 'Sarkozy', why: 'because-b' }]
};

const days = {
	value: 12.5,
	tolerance: 0.5,
	unit: ['days', 'day'],
	why: 'because-a',
	near: [{ value: 17, why: 'because-b' }]
};

const marked = {
	passage: 'The reasons are [probably] different for [each country], and [nobody] knows [them all].',
	spans: [
		{ text: 'nobody', why: 'because-a' },
		{ text: 'probably', key: true, why: 'because-b' },
		{ text: 'each country', why: 'because-c' },
		{ text: 'them all', key: true, why: 'because-d' }
	]
};

/** At least one interaction of every kind, and one for every scoring rule. */
export const fixtures: Fixture[] = [
	fixture('single-choice', { options }),
	fixture('multiple-response', { options: several }),
	fixture('multiple-response', { options: several, scoring: 'all-or-nothing' }),
	fixture('multiple-response', { options: several, scoring: 'per-option' }),
	fixture('multiple-response', { options: several, scoring: 'right-minus-wrong' }),
	fixture('true-false', claim),
	fixture('true-false-reason', statement),
	fixture('true-false-reason', { ...statement, scoring: 'all-or-nothing' }),
	fixture('matching', pairs),
	fixture('matching', { ...pairs, scoring: 'all-or-nothing' }),
	fixture('ordering', { elements: dated }),
	fixture('ordering', { elements: dated, scoring: 'all-or-nothing' }),
	fixture('ordering', { elements: dated, scoring: 'adjacent-pairs' }),
	fixture('categorise', groups),
	fixture('categorise', { ...groups, scoring: 'all-or-nothing' }),
	fixture('cloze', gaps),
	fixture('cloze', { ...gaps, scoring: 'all-or-nothing' }),
	fixture('short-text', name),
	fixture('numeric', days),
	fixture('highlight', marked),
	fixture('highlight', { ...marked, scoring: 'all-or-nothing' })
];

function fixture(kind: KindName, raw: Record<string, unknown> & { scoring?: string }): Fixture {
	return { name: `${kind}, ${raw.scoring ?? 'default'}`, kind, raw };
}

/** Compiles what an author wrote, as the bank does. */
export function compile<K extends KindName>(kind: K, raw: unknown): Of<K> {
	return { kind, interaction: v.parse(kinds[kind].schema, raw) };
}

/** What the schema of a kind objects to in what an author wrote. */
export function complaints(kind: KindName, raw: unknown): string[] {
	return (v.safeParse(kinds[kind].schema, raw).issues ?? []).map((issue) => issue.message);
}

/** The first interaction of a kind, compiled, with some fields replaced. */
export function example<K extends KindName>(kind: K, changes: Record<string, unknown> = {}): Interactions[K] {
	const found = fixtures.find((fixture) => fixture.kind === kind);
	return compile(kind, { ...found?.raw, ...changes }).interaction;
}
