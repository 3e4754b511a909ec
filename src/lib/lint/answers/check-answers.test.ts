import { expect, test } from 'vitest';

import { describeProblem } from '#lib/bank/problem.ts';

import { bankWith, written } from '../fixtures.ts';
import { checkAnswers } from './check-answers.ts';

const town = written('short-text', {
	id: 'town',
	stem: 'Where was it?',
	accept: ['Paris', 'Paris, France'],
	slips: 1,
	wrong: [{ text: 'Dubai', why: 'It was elsewhere.' }]
});
const days = written('numeric', {
	id: 'days',
	stem: 'How many days was it?',
	value: 12,
	tolerance: 0,
	unit: ['days'],
	near: []
});
const gaps = written('cloze', {
	id: 'gaps',
	text: 'It is called cyber {habits}, and was read at a {event} that year.',
	blanks: [
		{ id: 'habits', accept: ['hygiene'], slips: 1, why: 'So it is called.' },
		{
			id: 'event',
			choices: [
				{ text: 'forum', key: true, why: 'It was one.' },
				{ text: 'summit', why: 'It was none.' }
			]
		}
	]
});
const bank = bankWith(town, days, gaps);

const TOWN = `answers:
  - item: town
    right: [Paris, paris, PARIS, 'Paris, France', Pairs, Pari]
    wrong: [Dubai, Geneva, Lyon]
`;
const DAYS = `  - item: days
    right: ['12', 12 days, '12.0', twelve]
    wrong: ['13', '11', '2', '120', 12 hours]
`;
const GAPS = `  - item: gaps
    blank: habits
    right: [hygiene, Hygiene, hygeine, hyg]
    wrong: [health, safety, habits, cleaning]
`;

/** What is wrong with a file, as `line:column path: message`. */
function faults(text: string): string[] {
	return checkAnswers(bank, { name: 'b/answers.yaml', text }, 'b').map(
		({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`
	);
}

test('each answer is scored by its item, whose scoring must agree with the list', () => {
	expect(faults(TOWN + DAYS + GAPS)).toEqual([
		'3:58 “town” right[5]: “Pari” is not scored as right',
		'6:36 “days” right[3]: “twelve” is not scored as right',
		'10:40 “gaps” {habits} right[3]: “hyg” is not scored as right'
	]);
	const sound = (TOWN + DAYS + GAPS).replace(', Pari]', ', Pariss]').replace('twelve', "'012'");
	expect(faults(sound.replace(', hyg]', ', hygienne]'))).toEqual([]);
	expect(faults(sound.replace('Dubai, Geneva', 'Dubai, Parris'))).toContain(
		'4:20 “town” wrong[1]: “Parris” is scored as right'
	);
});

test('says what to do, at the place of the answer', () => {
	const [problem] = checkAnswers(bank, { name: 'b/answers.yaml', text: TOWN + DAYS + GAPS }, 'b');
	expect(problem && describeProblem(problem)).toBe(
		'b/answers.yaml:3:58: “town” right[5]: “Pari” is not scored as right\n    If it is right, let the item accept it; if not, move it to “wrong”.'
	);
});

test.each([
	['item: town', 'item: twon', '“twon” item: there is no item “twon”'],
	['blank: habits', 'blank: event', '“gaps” {event} blank: nothing is typed in a blank “event”'],
	['    blank: habits\n', '', '“gaps”: “blank” is missing'],
	['item: days', 'item: days\n    blank: habits', '“days” {habits} blank: the item has no blank'],
	['item: days', 'item: town', '“town” item: its answers are listed already'],
	["'13', '11', '2', '120', 12 hours", "'13'", '“days”: lists 5 answers, and 8 are the fewest'],
	['Geneva, Lyon', 'Geneva, Geneva', '“town” wrong[2]: “Geneva” is listed twice'],
	["'2', '120'", '2', 'answers[1].wrong[2]: is not a text'],
	["wrong: ['13', '11', '2', '120', 12 hours]", 'wrong: []', 'answers[1].wrong: is empty'],
	[GAPS, '', '“gaps” {habits}: lists no answer to it']
])('%s, changed to %j, is refused: %s', (from, to, message) => {
	const text = TOWN + DAYS + GAPS;
	expect(text).toContain(from);
	expect(faults(text.replace(from, to)).join('\n')).toContain(message);
});

test('a language that has no file is told of it, unless nothing is typed in it', () => {
	expect(checkAnswers(bank, undefined, 'b/fr').map(describeProblem)).toEqual([
		'b/fr/answers.yaml: the file is missing, and the course has one in another language\n    List in it what learners may type; questions/README.md shows one.'
	]);
	expect(checkAnswers({ ...bank, items: [] }, undefined, 'b/fr')).toEqual([]);
});

test('an item that a translation lacks is checked in its own language alone', () => {
	const untranslated = { ...bank, items: bank.items.map((item) => ({ ...item, language: 'en' })) };
	expect(checkAnswers(untranslated, undefined, 'b/fr')).toEqual([]);
	const french = TOWN.replace('Paris, paris', 'Ville, ville');
	expect(checkAnswers(untranslated, { name: 'b/fr/answers.yaml', text: french }, 'b/fr')).toEqual([]);
});
