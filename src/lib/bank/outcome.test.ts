import { expect, test } from 'vitest';

import { checkBank } from './check.ts';
import { bankWith, complaints, filesWith } from './fixtures.ts';
import { itemsOfOutcome, outcomesOf, outcomesOfItem } from './outcome.ts';
import { openBank } from './serving.ts';
import { frenchWith } from './translation/fixtures.ts';

const OUTCOMES = 'outcomes: [{ id: O1.1, text: Tell which is *first*, facts: [F1.1] }]';
const withOutcomes: [string, string][] = [['asks: what is first', `asks: what is first, ${OUTCOMES}`]];

test('the outcomes of all points say whose they are, and which items ask for them', () => {
	const bank = bankWith({ primer: withOutcomes });
	const outcomes = outcomesOf(bank.primer.points);
	const text = ['Tell which is ', { tag: 'em', children: ['first'] }];
	expect(outcomes).toEqual([{ id: 'O1.1', text, facts: ['F1.1'], point: 1 }]);
	const [outcome] = outcomes;
	if (!outcome) throw new Error('There is one.');
	expect(itemsOfOutcome(bank.items, outcome).map(({ id }) => id)).toEqual(['first', 'number']);
	expect(outcomesOfItem(outcomes, { facts: ['F2.1', 'F1.1'] })).toEqual(outcomes);
	expect(outcomesOfItem(outcomes, { facts: ['F2.1'] })).toEqual([]);
	expect(outcomesOf(bankWith().primer.points)).toEqual([]);
});

test('their words are translated, by id, and what is missing is told', () => {
	const french = (text: string) =>
		frenchWith({
			primer: [['asks: ce qui vient d’abord', `asks: ce qui vient d’abord, outcomes: [{ id: O1.1${text} }]`]]
		});
	const { editions, problems } = checkBank('b', filesWith({ primer: withOutcomes }), [
		french(', text: Dire')
	]);
	expect(problems).toEqual([]);
	expect(editions[0]?.bank.primer.points[0]?.outcomes).toEqual([
		{ id: 'O1.1', text: 'Dire', facts: ['F1.1'] }
	]);
	const [half] = checkBank('b', filesWith({ primer: withOutcomes }), [french('')]).editions;
	expect(half?.missing).toMatchObject([{ path: 'points[0].outcomes[0].text' }]);
	expect(complaints(filesWith({ primer: withOutcomes }), [french(', facts: [F1.1]')])).toEqual([
		'b/fr/primer.yaml:4:98 points[0].outcomes[0]: “facts” is the same in every language | Leave it out here.'
	]);
});

test('a course for exams alone does not tell them', () => {
	const bank = bankWith({ primer: [...withOutcomes, ['language: en', 'language: en\nserves: exam']] });
	expect(outcomesOf(openBank(bank).primer.points)).toEqual([]);
});
