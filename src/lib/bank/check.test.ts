import { describe, expect, test } from 'vitest';

import { checkBank } from './check.ts';
import { complaints, filesWith } from './fixtures.ts';

test('compiles a sound bank', () => {
	const { bank, problems } = checkBank('b', filesWith());
	expect(problems).toEqual([]);
	expect(bank?.primer).toMatchObject({ id: 'b', title: 'A primer' });
	expect(bank?.primer.facts[0]).toEqual({
		id: 'F1.1',
		point: 1,
		status: 'stable',
		claim: 'One is first.',
		where: 'Page 1',
		since: []
	});
	expect(bank?.items.map(({ id, kind, point }) => [id, kind, point])).toEqual([
		['first', 'single-choice', 1],
		['number', 'numeric', 1]
	]);
	expect(bank?.items[0]).toMatchObject({
		stem: ['Which is ', { tag: 'em', children: ['first'] }, '?'],
		enemies: [],
		interaction: {
			shuffle: true,
			options: [
				{ id: 'one', key: true },
				{ id: 'two', key: false }
			]
		}
	});
});

test('compiles the reading of a point and the cue of a fact, where there are any', () => {
	const { bank } = checkBank(
		'b',
		filesWith({
			primer: [
				['summary: The first.', 'summary: The first., reading: "It is *one*.\\n\\nTwo follows."'],
				['claim: One is first.', 'claim: One is first., cue: Which is *first*?']
			]
		})
	);
	expect(bank?.primer.points[0]?.reading).toEqual([
		{ tag: 'p', children: ['It is ', { tag: 'em', children: ['one'] }, '.'] },
		{ tag: 'p', children: ['Two follows.'] }
	]);
	expect(bank?.primer.points[1]).not.toHaveProperty('reading');
	expect(bank?.primer.facts[0]?.cue).toEqual(['Which is ', { tag: 'em', children: ['first'] }, '?']);
	expect(bank?.primer.facts[1]).not.toHaveProperty('cue');
});

test.each<[string, [string, string], string]>([
	[
		'an empty reading',
		['summary: The first.', 'summary: The first., reading: " "'],
		'b/primer.yaml:6:57 points[0].reading: is empty | Write it, or leave the line out.'
	],
	[
		'a cue of two paragraphs',
		['claim: One is first.', 'claim: One is first., cue: "Which?\\n\\nWhy?"'],
		'b/primer.yaml:9:71 facts[0].cue: a list or several paragraphs are not possible where one line is shown | Write it as one line.'
	]
])('refuses %s', (_, change, complaint) => {
	expect(complaints(filesWith({ primer: [change] }))).toEqual([complaint]);
});

describe('in an item, says what is wrong, where, and what to do:', () => {
	test.each<[string, [string, string][], string[]]>([
		[
			'a key that is misspelt',
			[['    difficulty: 1', '    dificulty: 1']],
			['b/1.yaml:6:5 “first”: the key “dificulty” is not known | Did you mean “difficulty”?']
		],
		[
			'several unknown keys of one mapping',
			[['why: It is second. }', 'why: It is second., keys: true, colour: red, toString: x }']],
			[
				'b/1.yaml:11:42 “first” options[1]: the key “keys” is not known | Did you mean “key”?',
				'b/1.yaml:11:54 “first” options[1]: the key “colour” is not known | Check its spelling and how far it is indented.',
				'b/1.yaml:11:67 “first” options[1]: the key “toString” is not known | Check its spelling and how far it is indented.'
			]
		],
		[
			'keys that every object inherits',
			[['    value: 2', '    value: 2\n    constructor: 1\n    __proto__: { unit: [m] }']],
			[
				'b/1.yaml:20:5 “number”: the key “constructor” is not known | Check its spelling and how far it is indented.',
				'b/1.yaml:21:5 “number”: the key “__proto__” is not known | Check its spelling and how far it is indented.'
			]
		],
		[
			'a key of another kind',
			[['    value: 2', '    value: 2\n    shuffle: false']],
			[
				'b/1.yaml:20:5 “number”: the key “shuffle” is not known | Check its spelling and how far it is indented.'
			]
		],
		[
			'a wrong type',
			[['stem: How many are there?', 'stem: 2018']],
			[
				'b/1.yaml:18:11 “number” stem: is 2018 | Write a text; put it in quotation marks if it looks like a number or like true or false.'
			]
		],
		[
			'an empty value',
			[['stem: How many are there?', 'stem:']],
			[expect.stringMatching(/^b\/1\.yaml:18:5 “number” stem: is empty \| Write it\./)]
		],
		[
			'an empty text',
			[['stem: How many are there?', 'stem: " "']],
			['b/1.yaml:18:12 “number” stem: is empty | Write it.']
		],
		[
			'a list that is none',
			[['facts: [F1.1]', 'facts: F1.1']],
			['b/1.yaml:5:12 “first” facts: is "F1.1" | Write a list: [F1.1].']
		],
		[
			'a value outside its choices',
			[['level: remember', 'level: know']],
			[
				'b/1.yaml:7:12 “first” level: is "know" | Write one of remember, understand, apply, analyse, evaluate.'
			]
		],
		[
			'an unknown kind',
			[['kind: numeric', 'kind: number']],
			[
				expect.stringMatching(
					/^b\/1\.yaml:14:11 “number” kind: is "number" \| Write one of single-choice, .*highlight\.$/
				)
			]
		],
		[
			'no kind',
			[['    kind: numeric\n', '']],
			['b/1.yaml:13:5 “number”: “kind” is missing | Add “kind: …”.']
		],
		[
			'an id that is none',
			[['id: number', 'id: The Number']],
			[
				'b/1.yaml:13:9 “The Number” id: is not an id | Use small letters, digits and single hyphens, such as “second-choice”.'
			]
		],
		[
			'an id that is used twice',
			[['id: number', 'id: first']],
			[
				'b/1.yaml:13:9 items[1].id: the id “first” is taken already, in b/1.yaml | Give this item an id of its own. Ids are permanent: keep the older one as it is.'
			]
		],
		[
			'a fact that the primer lacks',
			[['facts: [F1.1]', 'facts: [F1.1, F9.9]']],
			[
				'b/1.yaml:5:19 “first” facts[1]: the primer has no fact “F9.9” | Add it to primer.yaml, or name one that is there.'
			]
		],
		[
			'no fact',
			[['facts: [F1.1]', 'facts: []']],
			[expect.stringContaining('“first” facts: names no fact | Name the fact')]
		],
		[
			'enemies that are nobody, and itself',
			[['    level: apply', '    level: apply\n    enemies: [nobody, number]']],
			[
				'b/1.yaml:18:15 “number” enemies[0]: there is no item “nobody” | Name another item of this primer, or leave it out.',
				'b/1.yaml:18:23 “number” enemies[1]: the item is its own enemy | Name another item of this primer, or leave it out.'
			]
		],
		[
			'no key among the options',
			[['key: true, ', '']],
			[expect.stringMatching(/^b\/1\.yaml:10:\d+ “first” options: no option is the key \| Mark exactly one/)]
		],
		[
			'a second key',
			[['text: two,', 'text: two, key: true,']],
			[expect.stringContaining('“first” options: 2 options are keys |')]
		],
		[
			'equal options',
			[['text: two', 'text: One.']],
			[expect.stringMatching(/^b\/1\.yaml:11:17 “first” options\[1\]\.text: “One\.” is used twice \|/)]
		],
		[
			'markup in a stem',
			[['stem: How many', 'stem: How <b>many</b>']],
			[expect.stringContaining('b/1.yaml:18:15 “number” stem: raw HTML is not supported |')]
		],
		[
			'a script as a link',
			[['explanation: There', 'explanation: "[There](javascript:alert(1))"\n    hint: There']],
			[expect.stringContaining('“number” explanation: the link goes to “javascript:alert(1)”')]
		],
		[
			'a date that is none',
			[['level: apply', 'level: apply\n    asOf: 13 November']],
			[expect.stringContaining('“number” asOf: is not a date | Write it as year')]
		],
		[
			'an item that is no mapping',
			[['  - id: number', '  - just words\n  - id: number']],
			[expect.stringContaining('b/1.yaml:13:5 items[1]: is not a mapping |')]
		]
	])('%s', (_, items, expected) => {
		expect(complaints(filesWith({ items }))).toEqual(expected);
	});
});

const WORDS = `words:
  - { id: norm, term: norm, also: [norms], meaning: What states expect of one another. }
  - { id: treaty, term: treaty, meaning: A text that binds those who ratify it. }
`;

test.each([
	['id: treaty', 'id: norm', ':13:11 words[1].id: the id “norm” is used twice'],
	['also: [norms]', 'also: [Treaty]', ':13:25 words[1].term: “treaty” is listed already, for “norm”'],
	['also: [norms]', 'also: [Norm]', ':12:36 words[0].also[0]: “Norm” is listed already, for “norm”'],
	[
		'term: norm, also: [norms]',
		"term: treaties, also: ['treaty ']",
		':13:25 words[1].term: “treaty” is listed already, for “norm”'
	],
	[
		'also: [norms], meaning: What states expect of one another. }\n  - { id: treaty, term: treaty',
		'also: [tide-table], meaning: It. }\n  - { id: treaty, term: tide  table',
		':13:25 words[1].term: “tide  table” is listed already, for “norm”'
	],
	[
		'also: [norms], meaning: What states expect of one another. }\n  - { id: treaty, term: treaty',
		`also: [moon's], meaning: It. }\n  - { id: treaty, term: moon’s`,
		':13:25 words[1].term: “moon’s” is listed already, for “norm”'
	],
	[
		'term: treaty',
		"term: '-'",
		':13:26 words[1].term: has no letter and no digit | Write the word as it stands in a text.'
	],
	['also: [norms]', "also: ['…']", ':12:37 words[0].also[0]: has no letter and no digit | Write'],
	['meaning: A', 'means: A', ':13:33 words[1]: the key “means” is not known, and “meaning” is missing']
])('a word with %j changed to %j is refused', (from, to, complaint) => {
	expect(WORDS).toContain(from);
	const withWords = (words: string) =>
		complaints(
			filesWith().map((file) =>
				file.name.endsWith('primer.yaml') ? { ...file, text: file.text + words } : file
			)
		);
	expect(withWords(WORDS)).toEqual([]);
	expect(withWords(WORDS.replace(from, to)).join('\n')).toContain(complaint);
});
