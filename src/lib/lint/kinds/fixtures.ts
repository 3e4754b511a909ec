import { written, type Samples } from '../fixtures.ts';

const WHY = 'Page one tells it so.';
const SEARCHED =
	'Some say that this is [probably] so, and that [nobody] has ever looked for it in the books.';
const PEOPLE = ['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus', 'Hal', 'Ida', 'Jo', 'Kay', 'Lou', 'Mo'];

/** Rules of the single kinds. */
export const kinds: Record<string, Samples> = {
	'T-01': {
		fails: [
			{ says: 'two premises', items: [matching(['Canada', 'Siemens'], ['a state', 'a firm', 'a town'])] },
			{
				says: 'seven',
				items: [
					matching(
						PEOPLE.slice(0, 7),
						PEOPLE.slice(0, 8).map((name) => `friend of ${name}`)
					)
				]
			},
			{
				says: 'none to spare',
				items: [matching(['Canada', 'Siemens', 'Nice'], ['a state', 'a firm', 'a town'])]
			},
			{
				says: 'four to spare',
				items: [matching(['Canada', 'Siemens', 'Nice'], ['a state', 'a firm', 'a town', 'a', 'b', 'c', 'd'])]
			},
			{
				says: 'an option in its premise',
				items: [matching(['Canada, a state', 'Siemens', 'Nice'], ['a state', 'a firm', 'a town', 'a club'])]
			}
		],
		passes: [
			{
				says: 'one to spare',
				items: [matching(['Canada', 'Siemens', 'Nice'], ['a state', 'a firm', 'a town', 'a club'])]
			},
			{ says: 'options that serve twice', items: [written('matching')] }
		]
	},
	'T-02': {
		fails: [
			{
				says: 'a sentence among names',
				items: [matching(['Canada', 'It was Siemens.', 'Nice'], ['a', 'b', 'c', 'd'])]
			}
		],
		passes: [
			{ says: 'names', items: [written('matching')] },
			{
				says: 'sentences',
				items: [matching(['It was so.', '“It is not.”', 'Was it?'], ['a', 'b', 'c', 'd'])]
			}
		]
	},
	'T-03': {
		fails: [
			{ says: 'three', items: [ordering(['a', 'b', 'c'])] },
			{ says: 'eight', items: [ordering(PEOPLE.slice(0, 8))] },
			{
				says: 'a tie',
				items: [
					ordering(
						['a', 'b', 'c', 'd'],
						['2018', '2019', '2020', '2018'].map((year) => `${year}-01`)
					)
				],
				refused: /nothing tells whether/
			},
			{
				says: 'an order that cannot be told',
				items: [ordering(['a', 'b', 'c', 'd'], ['early', 'late', 'later', 'last'])],
				refused: /neither a number nor a date/
			}
		],
		passes: [{ says: 'four', items: [written('ordering')] }]
	},
	'T-04': {
		fails: [
			{
				says: 'its year',
				items: [ordering(['the speech of 2018', 'b', 'c', 'd'], ['2018-11', '2019-01', '2020-01', '2021-01'])]
			},
			{ says: 'its number', items: [ordering(['part 1', 'b', 'c', 'd'])] },
			{ says: 'its place in words', items: [ordering(['a', 'the second speech', 'c', 'd'])] }
		],
		passes: [
			{
				says: 'another year',
				items: [ordering(['the plan for 2030', 'b', 'c', 'd'], ['2018-11', '2019-01', '2020-01', '2021-01'])]
			},
			{ says: 'a number below zero', items: [ordering(['a', 'b', 'c', 'd'], [-4, -3, -2, -1])] }
		]
	},
	'T-05': {
		fails: [
			{ says: 'four elements', items: [written('categorise')], level: 'warning' },
			{ says: 'thirteen', items: [sorting(7, 6)], level: 'warning' },
			{ says: 'a lonely one', items: [sorting(5, 1)], level: 'warning' },
			{ says: 'one category', items: [sorting(6)], refused: /categor/ },
			{ says: 'five categories', items: [sorting(2, 2, 2, 2, 2)], level: 'warning' },
			{ says: 'one far larger', items: [sorting(7, 2)], level: 'warning' }
		],
		passes: [
			{ says: 'balanced', items: [sorting(3, 3)] },
			{ says: 'four', items: [sorting(3, 3, 3, 3)] }
		]
	},
	'T-06': {
		fails: [
			{
				says: 'five blanks',
				items: [
					cloze(
						'So {a} then there were quite some {b} and there were quite some {c} and there were quite some {d} and there were quite some {e} too.'
					)
				]
			},
			{ says: 'blanks close by', items: [cloze('There was {a} and then {b} too.')] },
			{ says: 'blanks that touch', items: [cloze('There was {a}{b} too.')] },
			{ says: 'a blank at the start', items: [cloze('{a} is what they call it.')] },
			{ says: 'the answer in the text', items: [cloze('They call it {a}, since wordA is short.')] },
			{
				says: 'the answer in the hint',
				items: [cloze('They call it {a} now.', { hint: 'Not far from formA.' })]
			},
			{
				says: 'the answer in the stem',
				items: [cloze('They call it {a} now.', { stem: 'Complete it, wordA or not.' })]
			},
			{
				says: 'no accepted form',
				items: [written('cloze', { text: 'It is {a}.', blanks: [{ id: 'a', accept: [], why: WHY }] })],
				refused: /has no accepted form/
			}
		],
		passes: [
			{ says: 'two blanks apart', items: [cloze('They call it {a} and say that there was {b} before.')] }
		]
	},
	'T-07': {
		fails: [
			{ says: 'one form', items: [typed(['peace'])] },
			{ says: 'five words', items: [typed(['peace', 'the peace of the world'])] },
			{ says: 'one wrong answer', items: [written('short-text')] },
			{
				says: 'a wrong answer that is right',
				items: [typed(['peace', 'war'], ['Peace!', 'x'])],
				refused: /is also accepted/
			},
			{
				says: 'a form that nothing matches',
				items: [typed(['peace', '?!'])],
				refused: /nothing but punctuation/
			}
		],
		passes: [{ says: 'two and two', items: [typed(['peace', 'world peace'])] }]
	},
	'T-08': {
		fails: [
			{ says: 'a unit that the stem leaves out', items: [written('numeric', { stem: 'How long was it?' })] },
			{
				says: 'a sign that the stem leaves out',
				items: [written('numeric', { unit: ['%'], stem: 'How large a share?' })]
			},
			{
				says: 'a wrong value that is right',
				items: [written('numeric', { stem: 'How many days?', near: [{ value: 12, why: WHY }] })],
				refused: /is also right/
			},
			{
				says: 'a tolerance below zero',
				items: [written('numeric', { tolerance: -1 })],
				refused: /is below 0/
			}
		],
		passes: [
			{ says: 'a pure number', items: [written('numeric', { unit: [], stem: 'How many are there?' })] },
			{ says: 'a unit', items: [written('numeric', { stem: 'How many days?' })] },
			{ says: 'a sign', items: [written('numeric', { unit: ['%'], stem: 'How many % of them?' })] }
		]
	},
	'T-09': {
		fails: [
			{ says: 'a long passage', items: [highlight(`${SEARCHED} ${'word '.repeat(110)}`)] },
			{
				says: 'more to be marked than left',
				items: [
					highlight('[It is probably so], and [nobody] knows.', [
						{ text: 'It is probably so', key: true, why: WHY },
						{ text: 'nobody', why: WHY }
					])
				]
			},
			{
				says: 'a span that is not there',
				items: [highlight(SEARCHED.replace('[nobody]', 'nobody'))],
				refused: /is not marked in/
			}
		],
		passes: [{ says: 'a few words of many', items: [highlight(SEARCHED)] }]
	},
	'T-11': {
		fails: [
			{ says: 'a percent sign', items: [typed(['50 %', 'half'])], level: 'warning' },
			{ says: 'a minus within', items: [typed(['about -5', 'five below zero'])] },
			{ says: 'the point of a name', items: [typed(['.NET', 'dot net'])] },
			{
				says: 'a sign in a blank',
				items: [
					written('cloze', {
						text: 'They call it {a} now.',
						blanks: [{ id: 'a', accept: ['5!', '120'], why: WHY }]
					})
				]
			}
		],
		passes: [
			{ says: 'characters that count', items: [typed(['C#', '-5'])] },
			{ says: 'punctuation', items: [typed(['U.S.', 'x-ray'])] }
		]
	},
	'T-10': {
		fails: [
			{
				says: 'a list',
				items: [
					written('numeric', {
						value: 3,
						near: [],
						tolerance: 0,
						stem: 'Canada, Japan and France joined. How many states are these?'
					})
				]
			}
		],
		passes: [
			{
				says: 'none',
				items: [written('numeric', { value: 3, near: [], tolerance: 0, stem: 'How many states joined?' })]
			}
		]
	}
};

function matching(premises: readonly string[], options: readonly string[]) {
	return written('matching', {
		premises: premises.map((text, index) => ({ text, match: `o${index}`, why: WHY })),
		options: options.map((text, index) => ({ id: `o${index}`, text }))
	});
}

function ordering(texts: readonly string[], sort: readonly (string | number)[] = []) {
	return written('ordering', {
		elements: texts.map((text, index) => ({ text, sort: sort[index] ?? index + 1, why: WHY }))
	});
}

/** Categories with so many members each. */
function sorting(...sizes: number[]) {
	return written('categorise', {
		categories: sizes.map((_, index) => ({ id: `c${index}`, text: `category ${index}` })),
		elements: sizes.flatMap((size, index) => members(index, size))
	});
}

function members(category: number, size: number) {
	return PEOPLE.slice(0, size).map((name) => ({
		text: `${name} ${category}`,
		category: `c${category}`,
		why: WHY
	}));
}

/** A cloze whose blank “a” takes “wordA” or “formA”. */
function cloze(text: string, changes: Record<string, unknown> = {}) {
	const ids = [...text.matchAll(/\{(\w)\}/g)].map(([, id = '']) => id);
	const blanks = ids.map((id) => ({
		id,
		accept: [`word${id.toUpperCase()}`, `form${id.toUpperCase()}`],
		why: WHY
	}));
	return written('cloze', { stem: 'Complete the sentence.', text, blanks, ...changes });
}

function typed(accept: readonly string[], wrong: readonly string[] = ['truce', 'treaty']) {
	return written('short-text', { accept, wrong: wrong.map((text) => ({ text, why: WHY })) });
}

function highlight(passage: string, spans?: readonly object[]) {
	return written('highlight', {
		passage,
		spans: spans ?? [
			{ text: 'probably', key: true, why: WHY },
			{ text: 'nobody', why: WHY }
		]
	});
}
