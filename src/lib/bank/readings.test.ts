import { describe, expect, test } from 'vitest';

import { bankWith, complaints, filesWith } from './fixtures.ts';
import { readingsOf } from './readings.ts';
import { editionOf, frenchWith } from './translation/fixtures.ts';

const POINT = '  - { id: 1, title: One, summary: The first., asks: what is first }';
const withReadings = (readings: string): [string, string] => [
	POINT,
	`  - id: 1
    title: One
    summary: The first.
    asks: what is first
${readings}`
];
const TWO = `    readings:
      - { id: start, title: The start, text: One is *first*., facts: [F1.1] }
      - { id: rest, title: The rest, text: Two follows., facts: [F2.1, F1.1] }`;

test('the primer as a whole has a reading where its author wrote one', () => {
	const { primer } = bankWith({ primer: [['points:', 'reading: All of *it*.\npoints:']] });
	expect(readingsOf(primer)).toEqual([{ id: 'reading', text: primer.reading, facts: [] }]);
	expect(readingsOf(bankWith().primer)).toEqual([]);
});

describe('the readings of a point', () => {
	test('are compiled in the order of the file', () => {
		const [point] = bankWith({ primer: [withReadings(TWO)] }).primer.points;
		expect(point?.readings?.map(({ id, facts }) => [id, ...facts])).toEqual([
			['start', 'F1.1'],
			['rest', 'F2.1', 'F1.1']
		]);
	});

	test.each<[string, string, string]>([
		[
			'a fact that is not there',
			TWO.replace('[F1.1]', '[F9.9]'),
			'b/primer.yaml:11:71 points[0].readings[0].facts[0]: the primer has no fact “F9.9” | Add it to primer.yaml, or name one that is there.'
		],
		[
			'an id that is used twice',
			TWO.replace('rest', 'start'),
			'b/primer.yaml:12:15 points[0].readings[1].id: the id “start” is used twice | Give each reading its own id.'
		],
		[
			'a fact that one of them names twice',
			TWO.replace('[F2.1, F1.1]', '[F2.1, F2.1]'),
			'b/primer.yaml:12:72 points[0].readings[1].facts[1]: “F2.1” is named twice | Name it once.'
		],
		[
			'a single text beside them',
			`${TWO}\n    reading: All of it.`,
			'b/primer.yaml:13:14 points[0].reading: there are “readings” beside it | Keep “readings”, and move the words of “reading” into one of them.'
		]
	])('are refused: %s', (_, readings, complaint) => {
		expect(complaints(filesWith({ primer: [withReadings(readings)] }))).toContain(complaint);
	});
});

describe('a background fact', () => {
	const where = 'status: as-of, claim: Two is second., where: Page 2';
	const source = 'source: { title: A book, publisher: A house, date: 2019-05-06 }';
	const whole: [string, string] = [
		where,
		`status: background, claim: Two is second., ${source}, checked: 2026-11-24`
	];

	test('has its own source, and the day on which that was checked', () => {
		const fact = bankWith({ primer: [whole] }).primer.facts[1];
		expect(fact).toMatchObject({ status: 'background', source: { title: 'A book' }, checked: '2026-11-24' });
		expect(fact).not.toHaveProperty('where');
	});

	test('keeps it in another language, where its title says its own', () => {
		const french = frenchWith({ primer: [[', where: Page 2', '']] });
		expect(complaints(filesWith({ primer: [whole] }), [french])).toEqual([]);
		expect(editionOf(french, { primer: [whole] }).bank.primer.facts[1]?.source).toEqual({
			title: 'A book',
			language: 'en',
			publisher: 'A house',
			date: '2019-05-06'
		});
	});

	test.each<[string, [string, string], string]>([
		[
			'no source',
			[where, 'status: background, claim: Two is second., checked: 2026-11-24'],
			'without its own “source”'
		],
		[
			'no day',
			[where, `status: background, claim: Two is second., ${source}`],
			'the day on which it was “checked”'
		],
		[
			'a place in the source',
			[where, `${whole[1]}, where: Page 2`],
			'with a place in the source of the course'
		],
		[
			'an ordinary fact with a source',
			[where, `${where}, ${source}`],
			'has a “source” or “checked” of its own'
		],
		[
			'an ordinary fact without a place',
			[where, 'status: as-of, claim: Two is second.'],
			'does not say where in the source it is'
		]
	])('is refused: %s', (_, change, complaint) => {
		const found = complaints(filesWith({ primer: [change] }));
		expect(found).toHaveLength(1);
		expect(found[0]).toContain(complaint);
	});
});
