import { describe, expect, test } from 'vitest';

import { checkBank } from './check.ts';
import { bankWith, complaints, filesWith } from './fixtures.ts';
import { frenchWith } from './translation/fixtures.ts';
import { stimulusView } from './stimulus.ts';

const CASE = `stimuli:
  - id: ferry
    title: A ferry stands still
    text: |
      The screens of a ferry go dark at *noon*.

      Nobody knows why.
    source: { title: A report, address: "https://example.org/report", date: 2019-05-06 }
items:
`;
const before: [string, string][] = [['items:\n', CASE]];
const named: [string, string] = ['stem: Which', 'stimulus: ferry\n    stem: Which'];
const both: [string, string][] = [...before, named, ['stem: How', 'stimulus: ferry\n    stem: How']];

describe('a stimulus', () => {
	test('is compiled with each item that names it', () => {
		const { items } = bankWith({ items: both });
		expect(items.map(({ stimulus }) => stimulus?.title)).toEqual([
			'A ferry stands still',
			'A ferry stands still'
		]);
		expect(items[0]?.stimulus).toBe(items[1]?.stimulus);
		expect(items[0]?.stimulus?.text).toHaveLength(2);
	});

	test('is in the public view of an item, with a source that gives nothing away', () => {
		const view = (changes: [string, string][]) => {
			const [item] = bankWith({ items: changes }).items;
			return item?.stimulus && stimulusView(item.stimulus);
		};
		expect(view(both)).toMatchObject({ id: 'ferry', source: { title: 'A report' } });
		const secret = view([...both, ['2019-05-06 }', '2019-05-06 }\n    sourceAfter: true']]);
		expect(secret).toMatchObject({ id: 'ferry' });
		expect(secret).not.toHaveProperty('source');
	});

	test.each<[string, [string, string][], string]>([
		[
			'one that the file lacks',
			[named],
			'b/1.yaml:1:1 has items that name a stimulus, and none under “stimuli” | Write “stimuli:” beside “items”, with an id, a title and a text for each.'
		],
		[
			'a misspelt one',
			[
				...before,
				['stem: Which', 'stimulus: fery\n    stem: Which'],
				['stem: How', 'stimulus: ferry\n    stem: How']
			],
			'b/1.yaml:16:15 “first” stimulus: this file has no stimulus “fery” | Write it under “stimuli”, or name one that is there: ferry.'
		],
		[
			'one that no item names',
			before,
			'b/1.yaml:3:5 “ferry”: no item asks about it | Write “stimulus: ferry” in the items of this file that ask about it, or take it away.'
		],
		[
			'many that no item names',
			[
				[
					'items:\n',
					`stimuli:\n${'abcdef'.replaceAll(/./g, '  - { id: case-$&, title: A case, text: So it was. }\n')}items:\n`
				]
			],
			'b/1.yaml:3:5 “case-a”: no item asks about it, and none about “case-b”, “case-c” and 3 more | Write “stimulus: …” with its id in the items of this file that ask about it, or take it away.'
		],
		[
			'a source told late that is not there',
			[...both, [/ {4}source: .*\n/.exec(CASE)?.[0] ?? '', '    sourceAfter: true\n']],
			'b/1.yaml:3:5 “ferry”: has “sourceAfter”, and no “source” | Name the source, or leave “sourceAfter” out.'
		],
		[
			'one without a title',
			[...both, ['    title: A ferry stands still\n', '']],
			'b/1.yaml:3:5 “ferry”: “title” is missing | Add “title: …”.'
		],
		[
			'markup that would get lost',
			[...both, ['Nobody knows', '# Nobody knows']],
			'b/1.yaml:8:7 “ferry” text: there is a heading in the text: “# Nobody knows why.” | Write a plain sentence, or “\\#” for the character itself.'
		],
		[
			'an id that is used twice',
			[...both, ['items:\n', '  - { id: ferry, title: Two, text: Again. }\nitems:\n']],
			'b/1.yaml:10:11 stimuli[1].id: the id “ferry” is taken already, by another stimulus in b/1.yaml | Give each stimulus its own id.'
		],
		[
			'enemies that would be asked together',
			[...both, ['    stem: Which', '    enemies: [number]\n    stem: Which']],
			'b/1.yaml:17:15 “first” enemies[0]: “number” is about the same stimulus, and items of one stimulus are asked together | Reword one of the two so that it gives nothing away, or take the stimulus from it.'
		]
	])('is refused: %s', (_, items, complaint) => {
		expect(complaints(filesWith({ items }))).toContain(complaint);
	});
});

test('its source may be dated by a year or a month', () => {
	const dates = ['1687', '"1687"', '1687-07', '1687-07-05'].map((date) => {
		const [item] = bankWith({ items: [...both, ['2019-05-06', date]] }).items;
		return item?.stimulus?.source?.date;
	});
	expect(dates).toEqual(['1687', '1687', '1687-07', '1687-07-05']);
});

describe('its translation', () => {
	const french = (entry: string) => frenchWith({ items: [['items:\n', `${entry}items:\n`]] });
	const TEXTS = 'stimuli:\n  - { id: ferry, title: Un ferry, text: Un ferry ne bouge plus. }\n';
	const checked = (entry: string) => checkBank('b', filesWith({ items: both }), [french(entry)]);

	test('goes with the items of its language, and its source keeps the language of its title', () => {
		const { editions, problems } = checked(TEXTS);
		expect(problems).toEqual([]);
		expect(editions[0]?.missing).toEqual([]);
		expect(editions[0]?.bank.items[1]?.stimulus).toMatchObject({
			title: 'Un ferry',
			text: 'Un ferry ne bouge plus.',
			source: { title: 'A report', language: 'en' }
		});
	});

	test('is asked for where it is missing, and until then its items are whole in the original’s language', () => {
		const { editions } = checked('');
		const [edition] = editions;
		expect(edition?.missing.map(({ path, message }) => `${path} ${message}`)).toEqual([
			'“ferry” the stimulus is not translated'
		]);
		expect(edition?.bank.items.map(({ language, stimulus }) => [language, stimulus?.title])).toEqual([
			['en', 'A ferry stands still'],
			['en', 'A ferry stands still']
		]);
	});

	test('names a text that it lacks', () => {
		const { editions } = checked('stimuli:\n  - { id: ferry, title: Un ferry }\n');
		expect(editions[0]?.missing.map(({ path }) => path)).toEqual(['“ferry” text']);
		expect(editions[0]?.bank.items[0]?.language).toBe('en');
	});

	test('is refused where it belongs to none', () => {
		const { problems } = checked('stimuli:\n  - { id: boat, title: Un ferry, text: Rien. }\n');
		expect(problems.map(({ message }) => message)).toEqual(['the original has no stimulus “boat”']);
	});
});
