import { describe, expect, test } from 'vitest';

import { solution } from '#lib/kinds/index.ts';

import { checkBank } from '../check.ts';
import { complaints, filesWith } from '../fixtures.ts';
import { viewOf } from '../view.ts';
import { editionOf, frenchWith } from './fixtures.ts';

test('puts the edition together, with the ids and keys of the original', () => {
	const { bank } = checkBank('b', filesWith(), [frenchWith()]);
	const { bank: french, missing } = editionOf(frenchWith());
	expect(missing).toEqual([]);
	expect([bank?.languages, french.languages]).toEqual([
		['en', 'fr'],
		['en', 'fr']
	]);
	expect(french.primer).toMatchObject({
		id: 'b',
		title: 'Une amorce',
		language: 'fr',
		source: { title: 'A source' },
		points: [{ id: 1, title: 'Un' }, { id: 2 }],
		facts: [{ id: 'F1.1', status: 'stable', claim: 'Un est premier.' }, { id: 'F2.1' }]
	});
	expect(french.items[0]).toMatchObject({
		stem: ['Lequel est le ', { tag: 'em', children: ['premier'] }, ' ?'],
		interaction: {
			options: [
				{ id: 'one', text: 'un', key: true },
				{ id: 'two', text: 'deux', key: false }
			]
		}
	});
	expect(french.items.map(solution)).toEqual(bank?.items.map(solution));
	expect(french.items.map(({ language }) => language)).toEqual([undefined, undefined]);
});

describe('says of a translation what is wrong, where, and what to do:', () => {
	test.each<[string, Parameters<typeof frenchWith>[0], string[]]>([
		[
			'what is no text',
			{ items: [['    why: Un', '    value: 3\n    why: Un']] },
			['b/fr/1.yaml:10:5 “number”: “value” is the same in every language | Leave it out here.']
		],
		[
			'what is no text in the primer',
			{ primer: [['summary: De quoi', 'language: fr\nsummary: De quoi']] },
			['b/fr/primer.yaml:2:1 “language” is the same in every language | Leave it out here.']
		],
		[
			'a key in an option',
			{ items: [['text: un,', 'text: un, key: true,']] },
			['b/fr/1.yaml:6:30 “first” options[1]: “key” is the same in every language | Leave it out here.']
		],
		[
			'a text that the original does not have',
			{ items: [['    why: Un', '    hint: Comptez.\n    why: Un']] },
			[
				'b/fr/1.yaml:10:5 “number”: the original has no “hint” | Leave it out, or write it in the original too.'
			]
		],
		[
			'a cue that the original does not have',
			{ primer: [['claim: Un est premier.', 'claim: Un est premier., cue: Lequel ?']] },
			[
				'b/fr/primer.yaml:7:41 facts[0]: the original has no “cue” | Leave it out, or write it in the original too.'
			]
		],
		[
			'an item that the original does not have',
			{ items: [['id: number', 'id: nombre']] },
			[
				'b/fr/1.yaml:8:9 items[1].id: the original has no item “nombre” | Write the id of the item that this translates.'
			]
		],
		[
			'an item twice',
			{ items: [['id: number', 'id: first']] },
			[
				'b/fr/1.yaml:8:9 items[1].id: the item “first” is translated already, in b/fr/1.yaml | Keep one of the two.'
			]
		],
		[
			'an item without an id',
			{ items: [['- id: number\n    stem', '- stem']] },
			['b/fr/1.yaml:8:5 items[1]: “id” is missing | Write the id of the item that this translates.']
		],
		[
			'an option that the original does not have',
			{ items: [['id: two', 'id: deux']] },
			['b/fr/1.yaml:5:15 “first” options[0].id: the original has no “deux” here | Write one of one, two.']
		],
		[
			'a fact that the original does not have',
			{ primer: [['id: F2.1', 'id: F2.2']] },
			['b/fr/primer.yaml:8:11 facts[1].id: the original has no “F2.2” here | Write one of F1.1, F2.1.']
		],
		[
			'an option twice',
			{ items: [['id: two', 'id: one']] },
			['b/fr/1.yaml:6:15 “first” options[1].id: “one” is translated twice | Keep one of the two.']
		],
		[
			'a head as in the original',
			{ items: [['items:', 'point: 1\nitems:']] },
			[
				'b/fr/1.yaml:1:1 a file of translated items has no “point” | It is the same in every language: leave it out here.'
			]
		],
		[
			'a file that is not YAML',
			{ items: [['stem: Lequel', 'stem: "Lequel']] },
			[expect.stringMatching(/^b\/fr\/1\.yaml:\d+:\d+ the quotation mark “"” is not closed/)]
		],
		[
			'an alias',
			{
				primer: [
					['title: Une amorce', 'title: &a Une amorce'],
					['De quoi il s’agit.', '*a']
				]
			},
			[expect.stringMatching(/^b\/fr\/primer\.yaml:2:10 “\*a” is an alias/)]
		],
		[
			'two options that are equal in this language only',
			{ items: [['text: deux', 'text: Un']] },
			[
				'b/fr/1.yaml:5:26 “first” options[0].text: “Un” is used twice | Reword one of the two or leave it out.'
			]
		],
		[
			'an empty text',
			{ items: [['explanation: Un vient d’abord.', 'explanation: " "']] },
			['b/fr/1.yaml:7:19 “first” explanation: is empty | Write it.']
		],
		[
			'raw HTML',
			{ primer: [['claim: Un est', 'claim: <b>Un</b> est']] },
			[expect.stringMatching(/^b\/fr\/primer\.yaml:7:24 facts\[0\]\.claim: raw HTML is not supported/)]
		],
		[
			'a reason that is none',
			{ items: [['    why: Un', '    ignore: [{ rule: W-08, reason: voilà }]\n    why: Un']] },
			[expect.stringMatching(/^b\/fr\/1\.yaml:10:36 “number” ignore\[0\]\.reason: is no reason/)]
		]
	])('%s', (_, changes, wanted) => {
		expect(complaints(filesWith(), [frenchWith(changes)])).toEqual(wanted);
	});

	test('a blank that has no place in the text, and a mark that nothing describes', () => {
		const cloze: [string, string] = [
			'    kind: numeric',
			'    kind: cloze\n    text: There are {many} of them.\n    blanks:\n      - { id: many, accept: [two], why: One and two. }'
		];
		const original: [string, string][] = [cloze, ['    value: 2\n    why: One and two.\n', '']];
		const french: [string, string][] = [
			[
				'    why: Un et deux.',
				'    text: Il y en a {combien} en tout.\n    blanks:\n      - { id: many, accept: [deux], why: Un et deux. }'
			]
		];
		expect(complaints(filesWith({ items: original }), [frenchWith({ items: french })])).toEqual([
			'b/fr/1.yaml:12:9 “number” blanks[0]: “many” is not marked in “text”, where “combien” is marked and no blank describes it | Write both alike, letter for letter.'
		]);
	});

	test('that it is in the language of the primer', () => {
		expect(complaints(filesWith(), [{ ...frenchWith(), language: 'EN', name: 'b/EN' }])).toEqual([
			'b/EN/ the primer itself is in this language (en) | Write its texts in the files of the primer, and delete the folder.'
		]);
	});

	test('what belongs to nothing, though the original is not sound itself', () => {
		const items: [string, string][] = [['difficulty: 1', 'difficulty: 7']];
		const french = frenchWith({
			items: [
				['id: number', 'id: nombre'],
				['text: deux', 'text: un']
			]
		});
		expect(complaints(filesWith({ items }), [french])).toEqual([
			expect.stringContaining('b/1.yaml:6:17 “first” difficulty'),
			expect.stringContaining('b/fr/1.yaml:8:9 items[1].id')
		]);
	});
});

describe('if a text has no translation', () => {
	test('that of the original is shown, and the missing one is reported', () => {
		const { bank, missing } = editionOf(
			frenchWith({
				items: [['    explanation: Un vient d’abord.\n', '']],
				primer: [['claim: Deux est second., ', '']]
			})
		);
		expect(bank.items[0]).toMatchObject({ explanation: 'One comes first.' });
		expect(bank.items[0]).not.toHaveProperty('language');
		expect(bank.primer.facts[1]).toMatchObject({ claim: 'Two is second.' });
		expect(missing).toEqual([
			{
				file: 'b/fr/primer.yaml',
				line: 8,
				column: 5,
				path: 'facts[1].claim',
				message: 'is not translated',
				fix: 'Write it in French; until then the English is shown.'
			},
			expect.objectContaining({ file: 'b/fr/1.yaml', line: 2, path: '“first” explanation' })
		]);
	});

	test('titles of facts are texts like others, and one that is missing is listed', () => {
		const original = filesWith({
			primer: [
				['id: F1.1', 'id: F1.1, title: The first'],
				['id: F2.1', 'id: F2.1, title: The second']
			]
		});
		const french = frenchWith({ primer: [['id: F1.1', 'id: F1.1, title: Le premier']] });
		const { editions, problems } = checkBank('b', original, [french]);
		expect(problems).toEqual([]);
		const [edition] = editions;
		expect(edition?.bank.primer.facts.map(({ title }) => title)).toEqual(['Le premier', 'The second']);
		expect(edition?.missing.map(({ path }) => path)).toEqual(['facts[1].title']);
	});

	test('readings and cues are texts like others', () => {
		const original = filesWith({
			primer: [
				['summary: The first.', 'summary: The first., reading: One comes first.'],
				['summary: The second.', 'summary: The second., reading: Two comes second.'],
				['claim: One is first.', 'claim: One is first., cue: Which is first?'],
				['claim: Two is second.', 'claim: Two is second., cue: Which is second?']
			]
		});
		const french = frenchWith({
			primer: [
				['summary: Le premier.', 'summary: Le premier., reading: Un vient d’abord.'],
				['claim: Un est premier.', 'claim: Un est premier., cue: Lequel est premier ?']
			]
		});
		const { editions, problems } = checkBank('b', original, [french]);
		expect(problems).toEqual([]);
		const [edition] = editions;
		expect(edition?.bank.primer).toMatchObject({
			points: [{ reading: 'Un vient d’abord.' }, { reading: 'Two comes second.' }],
			facts: [{ cue: 'Lequel est premier ?' }, { cue: 'Which is second?' }]
		});
		expect(edition?.missing.map(({ path }) => path)).toEqual(['points[1].reading', 'facts[1].cue']);
	});

	test.each([
		['its stem', '    stem: Lequel est le *premier* ?\n'],
		['an option', '      - { id: two, text: deux, why: Il est second. }\n']
	])('an item that lacks %s is whole in the language of the original, and says so', (_, left) => {
		const { bank, missing } = editionOf(frenchWith({ items: [[left, '']] }));
		const [first, second] = bank.items;
		expect(first).toMatchObject({ language: 'en', explanation: 'One comes first.' });
		expect(second).not.toHaveProperty('language');
		expect(missing).toEqual([
			expect.objectContaining({
				file: 'b/fr/1.yaml',
				fix: 'Write it in French; until then the whole item is shown in English.'
			})
		]);
	});

	test('the public view says the language too', () => {
		const { bank } = editionOf(frenchWith({ items: [['    stem: Lequel est le *premier* ?\n', '']] }));
		const views = bank.items.flatMap((item) =>
			item.kind === 'numeric' || item.kind === 'single-choice'
				? viewOf(item, { options: [], unit: null, units: [] })
				: []
		);
		expect(views.map(({ language }) => language)).toEqual(['en', undefined]);
	});

	test('a whole item, and the whole primer, are each told once', () => {
		const folder = frenchWith();
		const { bank, missing, locate } = editionOf({
			...folder,
			files: [{ name: 'b/fr/1.yaml', text: 'items: [{ id: number, stem: Combien ? }]' }]
		});
		expect(missing.map(({ file, path, message }) => [file, path, message])).toEqual([
			['b/fr/primer.yaml', undefined, 'the file is missing'],
			['b/fr/1.yaml', '“first”', 'the item is not translated'],
			['b/fr/1.yaml', '“number” why', 'is not translated'],
			['b/fr/1.yaml', '“number” explanation', 'is not translated']
		]);
		expect(bank.primer).toMatchObject({ title: 'A primer', language: 'fr' });
		expect(locate({ item: 'first' }, ['stem'])).toMatchObject({ file: 'b/1.yaml', line: 8 });
		expect(locate({ fact: 'F1.1' })).toMatchObject({ file: 'b/primer.yaml' });
	});
});

test('finds the place of each text in the files of the translation, in whatever order they hold it', () => {
	const { locate } = editionOf(frenchWith());
	expect(locate({ item: 'first' }, ['options', 0, 'text'])).toEqual({
		file: 'b/fr/1.yaml',
		line: 6,
		column: 26
	});
	expect(locate({ item: 'first' }, ['facts', 0])).toEqual({ file: 'b/fr/1.yaml', line: 2, column: 5 });
	expect(locate({ fact: 'F2.1' }, ['claim'])).toEqual({ file: 'b/fr/primer.yaml', line: 8, column: 24 });
	expect(locate('primer')).toMatchObject({ file: 'b/fr/primer.yaml' });
});
