import { describe, expect, test } from 'vitest';

import { checkBank } from './check.ts';
import { changed, complaints, filesWith, ITEMS } from './fixtures.ts';
import { openBank } from './serving.ts';
import { frenchWith } from './translation/fixtures.ts';

const GUIDE = `minutes: 20
points:
  - id: 1
    aim: Tell *which* is first.
    begin: { minutes: 2, text: Count. }
    read: { minutes: 3, text: Read page 1. }
    mistakes:
      - { belief: Two is first., reply: Count again. }
    live: { minutes: 6, ask: [first, number] }
    discussion:
      minutes: 7
      question: Must one be first?
      positions:
        - { id: yes-it-must, title: It must, text: Who would be otherwise? }
        - { id: no-need, title: No need, text: Two might be. }
    homework: { minutes: 2, text: Count at home. }
`;

const GUIDE_FR = `points:
  - id: 1
    aim: Dire *lequel* est premier.
    begin: { text: Compter. }
    read: { text: Lire la page 1. }
    mistakes:
      - { belief: Deux est premier., reply: Recomptez. }
    discussion:
      question: Faut-il que un soit premier ?
      positions:
        - { id: no-need, title: Pas besoin, text: Deux pourrait l’être. }
        - { id: yes-it-must, title: Il le faut, text: Qui d’autre ? }
    homework: { text: Compter chez soi. }
`;

function guided(...changes: [string, string][]) {
	return [...filesWith(), { name: 'b/guide.yaml', text: changed(GUIDE, changes) }];
}

function inFrench(...changes: [string, string][]) {
	const french = frenchWith();
	return {
		...french,
		files: [...french.files, { name: 'b/fr/guide.yaml', text: changed(GUIDE_FR, changes) }]
	};
}

test('a bank has the guide that its folder holds, and none of its files is one of items', () => {
	const { bank, problems } = checkBank('b', guided());
	expect(problems).toEqual([]);
	expect(bank?.items).toHaveLength(2);
	expect(bank?.guide).toMatchObject({
		minutes: 20,
		points: [
			{ id: 1, aim: ['Tell ', { tag: 'em', children: ['which'] }, ' is first.'], live: { minutes: 6 } }
		]
	});
	expect(checkBank('b', filesWith()).bank).not.toHaveProperty('guide');
});

test('a lesson has 45 minutes unless the file says otherwise', () => {
	expect(complaints(guided(['minutes: 20\n', '']))).toEqual([
		'b/guide.yaml:2:5 points[0]: its parts come to 20 minutes, and a lesson has 45 | Change the minutes of “begin”, “read”, “live”, “discussion”, “homework” until they come to 45; or write at the top of the file how long a lesson is.'
	]);
	expect(
		checkBank('b', guided(['minutes: 20\n', ''], ['minutes: 7', 'minutes: 32'])).bank?.guide?.minutes
	).toBe(45);
});

describe('says what is wrong with', () => {
	test.each<[string, [string, string], string]>([
		[
			'a point',
			['- id: 1', '- id: 3'],
			'b/guide.yaml:3:9 points[0].id: the primer has no point 3 | Write one of 1, 2.'
		],
		[
			'an item',
			['ask: [first,', 'ask: [fist,'],
			'b/guide.yaml:9:31 points[0].live.ask[0]: there is no item “fist” | Name an item of this primer, or leave it out.'
		],
		[
			'an item of the homework',
			['text: Count at home.', 'text: Count., ask: [third]'],
			'b/guide.yaml:16:49 points[0].homework.ask[0]: there is no item “third” | Name an item of this primer, or leave it out.'
		],
		[
			'a single position',
			['        - { id: no-need, title: No need, text: Two might be. }\n', ''],
			'b/guide.yaml:14:11 points[0].discussion.positions: has fewer than two positions | A discussion needs at least two.'
		],
		[
			'minutes',
			['minutes: 6', 'minutes: 0'],
			'b/guide.yaml:9:22 points[0].live.minutes: is not a number of minutes | Write a whole number from 1 to 240.'
		],
		[
			'a position that is there already',
			['{ id: no-need,', '{ id: yes-it-must,'],
			'b/guide.yaml:15:17 points[0].discussion.positions[1].id: the id “yes-it-must” is used twice | Give each position its own id.'
		],
		[
			'an item that is asked twice',
			['ask: [first, number]', 'ask: [first, number, first]'],
			'b/guide.yaml:9:46 points[0].live.ask[2]: “first” is named twice | Name it once.'
		],
		[
			'an item that is given twice for homework',
			['text: Count at home.', 'text: Count., ask: [first, first]'],
			'b/guide.yaml:16:56 points[0].homework.ask[1]: “first” is named twice | Name it once.'
		],
		[
			'a lesson that asks nothing',
			['ask: [first, number]', 'ask: []'],
			'b/guide.yaml:9:30 points[0].live.ask: names no item | Name one that the class is asked.'
		],
		[
			'homework that names no question',
			['text: Count at home.', 'text: Count., ask: []'],
			'b/guide.yaml:16:48 points[0].homework.ask: names no item | Name one, or leave the line out.'
		]
	])('%s', (_, change, complaint) => {
		expect(complaints(guided(change))).toEqual([complaint]);
	});

	test('an item that is kept for exams', () => {
		const files = guided().map((file) =>
			file.name === 'b/1.yaml'
				? { ...file, text: changed(ITEMS, [['- id: number', '- id: number\n    for: exam']]) }
				: file
		);
		expect(complaints(files)).toEqual([
			'b/guide.yaml:9:38 points[0].live.ask[1]: the item “number” is kept for exams | Name an item that is not kept, or leave it out.'
		]);
	});

	test('two lessons on a point', () => {
		const second = GUIDE.slice(GUIDE.indexOf('  - id: 1'));
		const files = [...filesWith(), { name: 'b/guide.yaml', text: GUIDE + second }];
		expect(complaints(files)).toEqual([
			'b/guide.yaml:17:9 points[1].id: point 1 has two lessons | Write one lesson for each point.'
		]);
	});
});

test('a course for exams alone hands out no guide', () => {
	const files = guided().map((file) =>
		file.name.endsWith('primer.yaml') ? { ...file, text: `${file.text}serves: exam\n` } : file
	);
	const unguided = files.filter(({ name }) => !name.endsWith('guide.yaml'));
	const { bank } = checkBank('b', unguided);
	const { guide } = checkBank('b', guided()).bank ?? {};
	if (!bank || !guide) throw new Error('The samples are sound.');
	expect(openBank({ ...bank, guide })).not.toHaveProperty('guide');
});

describe('in another language', () => {
	test('it has the words of that, in the order of the original', () => {
		const { editions, problems } = checkBank('b', guided(), [inFrench()]);
		expect(problems).toEqual([]);
		expect(editions[0]?.missing).toEqual([]);
		expect(editions[0]?.bank.guide?.points[0]?.discussion).toMatchObject({
			minutes: 7,
			positions: [{ id: 'yes-it-must', title: 'Il le faut' }, { id: 'no-need' }]
		});
		expect(editions[0]?.bank.guide?.points[0]?.live.ask).toEqual(['first', 'number']);
	});

	test('what is missing is shown in the original, and told', () => {
		const { editions } = checkBank('b', guided(), [inFrench(['text: Compter chez soi.', ''])]);
		expect(editions[0]?.missing).toMatchObject([
			{ file: 'b/fr/guide.yaml', path: 'points[0].homework.text' }
		]);
		expect(editions[0]?.bank.guide?.points[0]?.homework.text).toEqual('Count at home.');
		const [without] = checkBank('b', guided(), [frenchWith()]).editions;
		expect(without?.missing).toMatchObject([{ file: 'b/fr/guide.yaml', message: 'the file is missing' }]);
		expect(without?.bank.guide?.points[0]?.aim).toMatchObject(['Tell ', {}, ' is first.']);
	});

	test('it has nothing that the original does not have', () => {
		const change: [string, string] = ['begin: {', 'begin: { minutes: 2,'];
		expect(complaints(guided(), [inFrench(change)])).toEqual([
			'b/fr/guide.yaml:4:14 points[0].begin: “minutes” is the same in every language | Leave it out here.'
		]);
		expect(complaints(filesWith(), [inFrench()])).toEqual([
			'b/fr/guide.yaml:1:1 the original has no such file | Write guide.yaml beside the primer too, or delete this one.'
		]);
	});
});
