import { dump } from 'js-yaml';

import { fixtures } from '#lib/kinds/fixtures.ts';
import { kindNames } from '#lib/kinds/index.ts';
import { isMapping } from '#lib/text/mapping.ts';

import type { SourceFile } from './source-file.ts';
import type { TranslationFolder } from './translation/check-translation.ts';
import { isEntries, identities, identityOf } from './translation/entries.ts';
import { isText } from './translation/texts.ts';

type Mapping = Record<string, unknown>;

/** A primer that has every possible key once. */
const primer: Mapping = {
	title: 'A primer',
	summary: 'What it is about.',
	language: 'en',
	source: {
		title: 'A source',
		publisher: 'A press',
		author: 'An author',
		date: '2018-11-13',
		address: 'https://example.org/source'
	},
	points: [
		{ id: 1, title: 'One', summary: 'The first.', reading: 'What is first.', asks: 'what is first' },
		{
			id: 2,
			title: 'Two',
			summary: 'The second.',
			readings: [{ id: 'one', title: 'What comes second', text: 'Two is second.', facts: ['F2.1', 'B2.1'] }],
			asks: 'what is second'
		}
	],
	facts: [
		{
			id: 'F1.1',
			title: 'The first',
			point: 1,
			status: 'stable',
			claim: 'One is first.',
			cue: 'Which?',
			where: 'Page 1'
		},
		{
			id: 'F2.1',
			point: 2,
			status: 'as-of',
			claim: 'Two is second.',
			scored: false,
			where: 'Page 2',
			since: [
				{
					note: 'It is third now.',
					date: '2020-01-02',
					checked: '2026-11-01',
					source: { title: 'A page', address: 'https://example.org/page' }
				}
			]
		},
		{
			id: 'B2.1',
			point: 2,
			status: 'background',
			claim: 'Three is third.',
			source: {
				title: 'A book',
				language: 'de',
				publisher: 'A house',
				date: '2019-05-06',
				address: 'https://example.org/book'
			},
			checked: '2026-11-01'
		}
	],
	timeline: {
		title: 'When',
		summary: 'What happened.',
		events: [
			{ id: 'start', date: '2018-11', text: 'It begins', facts: ['F1.1'] },
			{ id: 'end', date: '2020-01-02', text: 'It ends', facts: ['F2.1'] }
		]
	},
	support: {
		title: 'Who',
		summary: 'Who joined.',
		groups: [
			{
				id: 'states',
				label: 'States',
				backed: true,
				atLeast: 2,
				more: 'and others',
				facts: ['F1.1'],
				members: [
					{ id: 'canada', label: 'Canada', count: 1, facts: ['F1.1'] },
					{ id: 'japan', label: 'Japan', facts: ['F2.1'], later: { date: '2020', text: 'it left' } }
				]
			}
		]
	},
	wording: {
		asOf: ['as of'],
		attribution: ['the author'],
		glossary: [{ avoid: ['hackers'], use: 'attackers', why: 'It is vague.' }],
		names: ['Paris Call'],
		contestable: ['rogue']
	},
	blueprint: { counts: { numeric: [0, 1, 0] }, levels: { remember: 30 }, difficulties: [30, 40, 30] }
};

/** What the first two items ask about. */
const stimuli: Mapping[] = [
	{
		id: 'case',
		title: 'A ferry stands still',
		text: 'A ferry stands still.\n\nNobody knows why.',
		source: { title: 'A report', address: 'https://example.org/report' },
		sourceAfter: true,
		ignore: [{ rule: 'W-19', reason: 'here it is meant to be so' }]
	}
];

/** One item of each kind; the first has every key that all kinds have. */
const items: Mapping[] = kindNames.map((kind, index) => ({
	id: kind,
	kind,
	...(index === 0 && { rev: 2, asOf: '2018-11-13', hint: 'It is one of them.', enemies: ['numeric'] }),
	...(index < 2 && { stimulus: 'case' }),
	...(index === 0 && { picture: { timeline: ['start'] } }),
	...(index === 0 && { ignore: [{ rule: 'W-08', reason: 'here it is meant to be so' }] }),
	facts: ['F1.1'],
	difficulty: 1,
	level: 'remember',
	stem: 'Which of them is meant?',
	explanation: 'Page one says so, and gives its reason.',
	...structuredClone(fixtures.find((fixture) => fixture.kind === kind)?.raw)
}));

/** The values of a sound course with every kind and every key of every kind: a fresh copy each time. */
export function wholeCourse(): Record<'primer' | 'items', Mapping> {
	return structuredClone({ primer, items: { point: 1, stimuli, items } });
}

/** A course as the files of its author. */
export function filesOf(course: Record<'primer' | 'items', unknown>): SourceFile[] {
	return [
		{ name: 'b/1.yaml', text: written(course.items) },
		{ name: 'b/primer.yaml', text: written(course.primer) }
	];
}

/** Its translation, as whole as itself: every text in other words. */
export function translationOf(course: Record<'primer' | 'items', Mapping>): TranslationFolder {
	const translated = (list: unknown) =>
		(Array.isArray(list) ? list : []).map((entry) => textsOf(entry, ['id']));
	const { stimuli: cases, items: list } = course.items;
	return {
		language: 'fr',
		name: 'b/fr',
		files: [
			{ name: 'b/fr/1.yaml', text: written({ stimuli: translated(cases), items: translated(list) }) },
			{ name: 'b/fr/primer.yaml', text: written(textsOf(course.primer, [])) }
		]
	};
}

function textsOf(original: unknown, kept: readonly string[]): unknown {
	if (!isMapping(original)) return original;
	const entries = Object.entries(original).flatMap(([key, value]): [string, unknown][] => {
		if (kept.includes(key)) return [[key, value]];
		if (isText(key)) return [[key, value]];
		if (isEntries(value)) {
			const by = identityOf(value);
			const ids = identities(value);
			const list = value.map((entry, index) => {
				const texts = textsOf(entry, by === 'place' ? [] : [by]);
				return by === 'id' && isMapping(texts) ? { ...texts, id: ids[index] } : texts;
			});
			return list.some((entry) => isMapping(entry) && Object.keys(entry).length > 1) ? [[key, list]] : [];
		}
		if (!isMapping(value)) return [];
		const below = textsOf(value, []);
		return isMapping(below) && Object.keys(below).length > 0 ? [[key, below]] : [];
	});
	return Object.fromEntries(entries);
}

function written(value: unknown): string {
	// In jsdom a structured clone has objects of another realm, which YAML does not accept as plain ones.
	const plain: unknown = JSON.parse(JSON.stringify(value));
	return dump(plain, { lineWidth: -1 });
}
