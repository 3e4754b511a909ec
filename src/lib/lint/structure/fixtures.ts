import { bankWith, choice, offered, several, written, type Samples } from '../fixtures.ts';
import { lockOf } from '../lock.ts';

const number = written('numeric', { id: 'number', facts: ['F1.1', 'F2.1'] });
const first = choice('Which is it?', 'a code', ['a law', 'a map'], { id: 'first', facts: ['F1.1', 'F2.1'] });
const other = choice('Which is it?', 'a law', ['a code', 'a map'], { id: 'first', facts: ['F1.1', 'F2.1'] });
const MORE = `facts:
  - { id: F1.2, point: 1, status: stable, claim: Another is too., where: Page 1 }
  - { id: F1.3, point: 1, status: stable, claim: A third is too., where: Page 1 }`;
const lock = lockOf(bankWith(first, number));

/** Rules of structure, some of which reading the files already enforces. */
export const structure: Record<string, Samples> = {
	'S-01': {
		fails: [
			{ says: 'another key', items: [other, number], given: { lock } },
			{ says: 'an id is gone', items: [first], given: { lock } },
			{
				says: 'an older revision',
				items: [first],
				given: { lock: { items: { first: { rev: 2, key: '' } } } }
			},
			{ says: 'an id twice', items: [first, other], refused: /the id “first” is taken already/ },
			{ says: 'a retired id', items: [first], retired: ['first'], refused: /the id “first” is retired/ },
			{ says: 'an id that is none', items: [{ ...first, id: 'The First' }], refused: /is not an id/ }
		],
		passes: [
			{ says: 'all as it was', items: [first, number], given: { lock } },
			{ says: 'a new revision', items: [{ ...other, rev: 2 }, number], given: { lock } },
			{ says: 'an id that is retired', items: [first], retired: ['number'], given: { lock } },
			{
				says: 'parts in another order',
				items: [written('matching', { premises: [pair('Siemens', 'firm'), pair('Canada', 'state')] })],
				given: {
					lock: lockOf(
						bankWith(written('matching', { premises: [pair('Canada', 'state'), pair('Siemens', 'firm')] }))
					)
				}
			}
		]
	},
	'S-02': {
		fails: [
			...['stem', 'facts', 'difficulty', 'level', 'explanation'].map((field) => ({
				says: `no ${field}`,
				items: [{ ...first, [field]: undefined }],
				refused: new RegExp(`“${field}” is missing`)
			})),
			{ says: 'no fact', items: [{ ...first, facts: [] }], refused: /names no fact/ },
			{ says: 'a fact of its own', items: [{ ...first, facts: ['F9.9'] }], refused: /has no fact “F9.9”/ },
			{ says: 'no language', primer: [['language: en\n', '']], refused: /“language” is missing/ }
		],
		passes: [{ says: 'all that an item has', items: [first] }]
	},
	'S-03': {
		fails: [
			{ says: 'one item on a fact', items: [first] },
			{ says: 'two of one kind', items: [first, { ...first, id: 'second' }] },
			{
				says: 'no production',
				items: [first, several('Which?', ['a'], ['b', 'c', 'd'], { facts: ['F1.1'] })]
			},
			{
				says: 'a slip as truth',
				items: [first, number],
				primer: [['status: stable', 'status: slip']],
				level: 'error'
			}
		],
		passes: [
			{ says: 'two kinds, one to be typed', items: [first, number] },
			{
				says: 'a fact that nobody needs to know',
				items: [
					{ ...first, facts: ['F1.1'] },
					{ ...number, facts: ['F1.1'] }
				],
				primer: [['status: as-of', 'status: as-of, scored: false']]
			}
		]
	},
	'S-04': {
		fails: [
			{
				says: 'fewer than planned',
				more: { blueprint: { counts: { numeric: [0, 2], 'single-choice': [0, 1] } } }
			},
			{
				says: 'more than planned',
				items: [first, { ...first, id: 'second' }],
				more: { blueprint: { counts: {} } }
			}
		],
		passes: [
			{ says: 'as many as planned, give or take one', more: { blueprint: { counts: { numeric: [0, 1] } } } }
		]
	},
	'S-05': {
		fails: [
			{ says: 'no key', items: [chosenFrom(offered([], ['a', 'b']))], refused: /no option is the key/ },
			{ says: 'two keys', items: [chosenFrom(offered(['a', 'b'], ['c']))], refused: /2 options are keys/ },
			{ says: 'nothing but keys', items: [several('Which?', ['a', 'b'], [])], refused: /are keys/ },
			{
				says: 'an id twice',
				items: [chosenFrom(offered(['a'], ['b']).map((option) => ({ ...option, id: 'x' })))],
				refused: /the id “x” is used twice/
			}
		],
		passes: [{ says: 'one key, and some', items: [first, several('Which?', ['a', 'b'], ['c', 'd'])] }]
	},
	'S-06': {
		fails: [
			{
				says: 'a letter apart',
				items: [choice('Which?', 'the code of conduct', ['the codes of conduct', 'a map'])]
			},
			{
				says: 'equal but for capitals',
				items: [choice('Which?', 'a code', ['A  Code.', 'a map'])],
				refused: /is used twice/
			}
		],
		passes: [{ says: 'options apart', items: [first] }]
	},
	'S-07': {
		fails: [
			{
				says: 'a rule of another kind',
				items: [{ ...first, scoring: 'kendall' }],
				refused: /is "?kendall"?/
			},
			{
				says: 'a rule that does not exist',
				items: [several('Which?', ['a'], ['b'], { scoring: 'generous' })],
				refused: /generous/
			}
		],
		passes: [
			{
				says: 'a rule that the kind knows',
				items: [several('Which?', ['a'], ['b', 'c'], { scoring: 'per-option' })]
			}
		]
	},
	'S-08': {
		fails: [
			{ says: 'HTML', items: [{ ...first, stem: 'Which <b>one</b>?' }], refused: /raw HTML/ },
			{ says: 'a script', items: [{ ...first, stem: '<script>alert(1)</script>' }], refused: /raw HTML/ },
			{ says: 'an event', items: [{ ...first, stem: '<a onclick="x()">Which?</a>' }], refused: /raw HTML/ },
			{
				says: 'an address that runs',
				items: [{ ...first, stem: '[Which?](javascript:x)' }],
				refused: /not a web address/
			},
			{ says: 'an image', items: [{ ...first, stem: '![a map](map.png) Which?' }], refused: /an image/ }
		],
		passes: [
			{
				says: 'emphasis and a link',
				items: [{ ...first, stem: '**Which** of [these](https://example.org)?' }]
			}
		]
	},
	'S-11': {
		fails: [
			{ says: 'a reading of a few words', primer: read(20, 'F1.1') },
			{ says: 'a reading of very many words', primer: read(201, 'F1.1') },
			{
				says: 'a fact that is asked and not taught',
				items: [{ ...first, facts: ['F1.1', 'F1.2'] }],
				primer: [['facts:', MORE], ...read(150, 'F1.2')]
			}
		],
		passes: [
			{ says: 'none', items: [first] },
			{ says: 'one that teaches what is asked', primer: read(110, 'F1.1') }
		]
	},
	'S-10': {
		fails: [
			{
				says: 'an outcome that nothing asks for',
				items: [{ ...first, facts: ['F2.1'] }],
				primer: reaching(outcome('O1', 'F1.1'))
			},
			{
				says: 'an outcome whose only item is kept',
				items: [
					{ ...first, facts: ['F1.1'], for: 'exam' },
					{ ...number, facts: ['F2.1'] }
				],
				primer: reaching(outcome('O1', 'F1.1'))
			},
			{ says: 'one alone', primer: reaching(outcome('O1', 'F1.1')), level: 'warning' },
			{
				says: 'a fact of its own',
				primer: reaching(outcome('O1', 'F9')),
				refused: /has no fact “F9”/
			},
			{
				says: 'a fact twice',
				primer: reaching(outcome('O1', 'F1.1'), outcome('O2', 'F1.1')),
				refused: /the fact “F1.1” belongs to “O1” already/
			},
			{
				says: 'an id twice',
				primer: reaching(outcome('O1', 'F1.1'), outcome('O1', 'F2.1')),
				refused: /the id “O1” is used twice/
			}
		],
		passes: [
			{ says: 'none', items: [first] },
			{
				says: 'three that are asked for',
				items: [{ ...first, facts: ['F1.1', 'F1.2', 'F1.3'] }],
				primer: [
					['facts:', MORE],
					...reaching(outcome('O1', 'F1.1'), outcome('O2', 'F1.2'), outcome('O3', 'F1.3'))
				]
			}
		]
	}
};

/** What to change in the primer for its first point to have such outcomes. */
function reaching(...outcomes: string[]): [string, string][] {
	return [['asks: what is first', `asks: what is first, outcomes: [${outcomes.join(', ')}]`]];
}

function outcome(id: string, fact: string): string {
	return `{ id: ${id}, text: Tell what is ${id}, facts: [${fact}] }`;
}

function pair(text: string, match: string) {
	return { text, match, why: 'It says so itself.' };
}

function chosenFrom(options: readonly object[]) {
	return written('single-choice', { options });
}

/** A primer whose first point has one reading of so many words, which teaches a fact. */
function read(words: number, fact: string): [string, string][] {
	const text = Array.from({ length: words }, () => 'word').join(' ');
	const reading = `readings: [{ id: start, title: The start, text: ${text}, facts: [${fact}] }]`;
	return [['summary: The first.', `summary: The first., ${reading}`]];
}
