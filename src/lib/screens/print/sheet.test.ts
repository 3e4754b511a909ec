import { describe, expect, test } from 'vitest';

import { readSoundBanks } from '#lib/bank/read.server.ts';
import { readOptions } from '#lib/quiz/read-options.ts';
import { setForm } from '#lib/quiz/set-form.ts';

import { sheetOf } from './sheet.ts';

const [bank] = await readSoundBanks('questions');
if (!bank) throw new Error('The course is missing.');
const course = bank;

const sheet = (query: string) => sheetOf(course, new URLSearchParams(query), 'drawn');
const idsOf = (query: string) => sheet(query).items.map(({ id }) => id);

/** What the quiz of a query asks. */
function asked(query: string): string[] {
	const offer = { points: course.primer.points.map(({ id }) => id), items: course.items.map(({ id }) => id) };
	return setForm(course, readOptions(new URLSearchParams(query), offer).options, 'other').form.items;
}

describe('a worksheet asks what the quiz of the same seed asks', () => {
	test.each([
		'?n=10&seed=a',
		'?points=1,3&n=6&seed=b',
		'?kinds=cloze,numeric&seed=c',
		'?difficulty=3&n=4&seed=d'
	])('%s', (query) => {
		expect(idsOf(query)).toEqual(asked(query));
		expect(asked(sheet(query).quiz)).toEqual(idsOf(query));
	});
});

test('its own address draws it again, with the seed that was drawn and how many there are', () => {
	const first = sheet('?points=2&key=with&paper=letter');
	expect(first.address).toBe('?points=2&n=10&seed=drawn&key=with&paper=letter');
	expect(sheetOf(course, new URLSearchParams(first.address), 'another')).toEqual(first);
});

test('an address with something in it that nobody knows stays, so that this stays told', () => {
	const { address, notices } = sheet('?points=1,9&n=3');
	expect(notices).toMatchObject([{ code: 'not-in-primer' }]);
	expect(address).toBe('?points=1,9&n=3&seed=drawn');
	expect(sheet(address).notices).toEqual(notices);
	expect(sheet(address).address).toBe(address);
});

test('a seed that was refused stays told, while another draws', () => {
	const { options, address, notices, another } = sheet('?seed=4e%20B&n=3');
	expect(notices).toEqual([{ code: 'not-a-seed' }]);
	expect(options.seed).toBe('drawn');
	expect(address).toBe('?seed=4e+B&n=3');
	expect(sheet(address)).toEqual(sheet('?seed=4e%20B&n=3'));
	expect(sheet(another).notices).toEqual([]);
});

test('the address on the paper opens the questions without their key', () => {
	const printed = sheet('?n=5&seed=a&key=only');
	expect(printed.questions).toBe('?n=5&seed=a');
	expect(idsOf(printed.questions)).toEqual(printed.items.map(({ id }) => id));
});

test('other questions are drawn from the same choices', () => {
	const { another } = sheet('?points=1&n=5&seed=a');
	expect(another).toMatch(/^\?points=1&n=5&seed=\w+$/);
	expect(idsOf(another)).not.toEqual(idsOf('?points=1&n=5&seed=a'));
});

test('cards are of the points that were chosen, and tell nothing of questions that do not fit', () => {
	const cards = sheet('?make=cards&points=2&n=87');
	expect(new Set(cards.facts.map(({ point }) => point))).toEqual(new Set([2]));
	expect(cards.notices).toEqual([]);
	expect(sheet('?points=2&n=87').notices).toMatchObject([{ code: 'few-fit' }]);
});

test('slips have no card unless their author wrote a cue', () => {
	const { facts } = sheet('?make=cards');
	expect(facts.filter(({ status, cue }) => status === 'slip' && cue === undefined)).toEqual([]);
	expect(facts.length).toBeGreaterThan(40);
});
