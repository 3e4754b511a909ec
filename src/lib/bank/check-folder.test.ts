import { describe, expect, test } from 'vitest';

import { checkBank } from './check.ts';
import { complaints, filesWith, ITEMS, PRIMER } from './fixtures.ts';

describe('in the primer', () => {
	test.each<[string, [string, string][], string[]]>([
		[
			'an unknown key',
			[['title: A', 'titel: A']],
			['b/primer.yaml:1:1 the key “titel” is not known | Did you mean “title”?']
		],
		[
			'a point that is used twice',
			[['id: 2', 'id: 1']],
			['b/primer.yaml:7:11 points[1].id: point 1 is used twice | Number the points from 1, each once.']
		],
		[
			'a fact that is used twice',
			[['F2.1', 'F1.1']],
			['b/primer.yaml:10:11 facts[1].id: the id “F1.1” is used twice | Give each fact its own id.']
		],
		[
			'a fact of no point',
			[['point: 2', 'point: 3']],
			['b/primer.yaml:10:24 facts[1].point: there is no point 3 | Write one of 0, 1, 2.']
		],
		[
			'an outcome that names a fact twice',
			[
				[
					'asks: what is first',
					'asks: what is first, outcomes: [{ id: O1.1, text: Tell it., facts: [F1.1, F1.1] }]'
				]
			],
			['b/primer.yaml:6:121 points[0].outcomes[0].facts[1]: “F1.1” is named twice | Name it once.']
		],
		[
			'no point at all',
			[
				['  - { id: 1, title: One, summary: The first., asks: what is first }\n', ''],
				['points:\n  - { id: 2, title: Two, summary: The second., asks: what is second }', 'points: []']
			],
			['b/primer.yaml:5:9 points: has no point | A primer has at least one.']
		],
		[
			'a day that is none',
			[['2018-11-13', '2018-02-31']],
			['b/primer.yaml:4:54 source.date: is not a day of the calendar | Check month and day.']
		],
		[
			'an address that is none',
			[['date: 2018', 'address: nowhere, date: 2018']],
			[expect.stringContaining('source.address: is not a web address | Begin it with')]
		],
		[
			'a number that is no point’s',
			[['id: 2', 'id: 2.5']],
			[
				expect.stringContaining(
					'points[1].id: is not the number of a point | Write a whole number from 1 to 20.'
				)
			]
		],
		[
			'a language that is none',
			[['language: en', 'language: in English']],
			[expect.stringContaining('language: is not a language tag |')]
		]
	])('%s', (_, primer, expected) => {
		expect(complaints(filesWith({ primer }))).toEqual(expected);
	});
});

test('a primer may have more points than there are digits', () => {
	const points = Array.from(
		{ length: 18 },
		(_, index) => `  - { id: ${index + 3}, title: More, summary: Another one., asks: what comes then }\n`
	).join('');
	expect(
		complaints(filesWith({ primer: [['facts:\n', `${points}facts:\n`]], items: [['point: 1', 'point: 20']] }))
	).toEqual([]);
});

describe('in the folder', () => {
	test('no primer', () => {
		expect(complaints(filesWith().slice(0, 1))).toEqual([
			'b/primer.yaml the file is missing | Write one (questions/README.md shows it), or move the folder elsewhere.'
		]);
	});

	test('no item', () => {
		expect(complaints([{ name: 'b/primer.yaml', text: PRIMER }])).toEqual([
			'b/ the folder has no item | Add a file of items; questions/README.md shows one.'
		]);
	});

	test('an id that another file has', () => {
		const again = { name: 'b/2.yaml', text: ITEMS.replace('point: 1', 'point: 2') };
		expect(complaints([...filesWith(), again])).toEqual([
			expect.stringMatching(/^b\/2\.yaml:3:9 items\[0\]\.id: the id “first” is taken already, in b\/1\.yaml/),
			expect.stringMatching(/^b\/2\.yaml:13:9 items\[1\]\.id: the id “number” is taken already/)
		]);
	});

	test('a point that the primer lacks', () => {
		expect(complaints(filesWith({ items: [['point: 1', 'point: 4']] }))).toEqual([
			'b/1.yaml:1:8 point: the primer has no point 4 | Write one of 0, 1, 2.'
		]);
	});

	test('an item that names a fact, or an enemy, twice', () => {
		const items: [string, string][] = [
			['facts: [F1.1]', 'facts: [F1.1, F1.1]'],
			['level: remember', 'level: remember\n    enemies: [number, number]']
		];
		expect(complaints(filesWith({ items }))).toEqual([
			'b/1.yaml:5:19 “first” facts[1]: “F1.1” is named twice | Name it once.',
			'b/1.yaml:8:23 “first” enemies[1]: “number” is named twice | Name it once.'
		]);
	});

	test('files that are empty, no YAML, bombs', () => {
		const files = [
			{ name: 'b/2.yaml', text: '# nothing yet\n' },
			{ name: 'b/3.yaml', text: 'point: 1\nitems: [' },
			{ name: 'b/4.yaml', text: 'a: &a [lol]\nb: &b [*a, *a]\nc: [*b, *b]' },
			{ name: 'b/5.yaml', text: '['.repeat(100_000) },
			{ name: 'b/6.yaml', text: 'just words' }
		];
		const all = complaints([...filesWith(), ...files]);
		expect(all.map((each) => each.split(' ')[0]?.split(':')[0])).toEqual([
			'b/2.yaml',
			'b/3.yaml',
			'b/4.yaml',
			'b/5.yaml',
			'b/6.yaml'
		]);
		expect(all[0]).toContain('the file is empty');
		expect(all[2]).toMatch(/^b\/4\.yaml:2:\d+ “\*a.*” is an alias/);
		expect(all[4]).toContain('Write a mapping');
	});
});

test('all problems of all files are told in one pass, by place, and there is no bank', () => {
	const files = filesWith({
		primer: [['language: en', 'language: in English']],
		items: [
			['point: 1', 'point: 1\nextra: 1'],
			['stem: Which', 'stem: <i>Which'],
			['value: 2', 'value: two'],
			['    why: One and two.\n', '']
		]
	});
	const { bank, problems } = checkBank('b', files);
	expect(bank).toBeUndefined();
	expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
		'b/primer.yaml:3',
		'b/1.yaml:2',
		'b/1.yaml:9',
		'b/1.yaml:14',
		'b/1.yaml:20'
	]);
});

test('an item that is refused is still known to those that name it', () => {
	const items: [string, string][] = [
		['difficulty: 1', 'difficulty: 7'],
		['    level: apply', '    level: apply\n    enemies: [first]']
	];
	expect(complaints(filesWith({ items }))).toEqual([expect.stringContaining('“first” difficulty: is 7')]);
});
