import { choice, several, type Samples } from '../fixtures.ts';

const LONG = 'word '.repeat(61).trim();

/** Rules of the shape of stems and options, in English. */
export const shapes: Record<string, Samples> = {
	'W-13': {
		fails: [
			{
				says: 'the key',
				items: [choice('How many?', '10 to 20', ['15 to 30', '40 to 50'])],
				level: 'warning'
			},
			{
				says: 'an end in common',
				items: [choice('How many?', '10 to 20', ['20 to 30', '40 to 50'])],
				level: 'warning'
			},
			{
				says: 'distractors',
				items: [choice('How many?', '10 to 20', ['30 to 50', '40 to 60'])],
				level: 'warning'
			},
			{
				says: 'thousands',
				items: [choice('How many?', '1,000', ['900 to 1,100', '40 to 60'])],
				level: 'warning'
			},
			{
				says: 'days',
				items: [choice('When?', '1 May 2018 to 9 May 2018', ['5 May 2018 to 2 June 2018', '3 July 2018'])],
				level: 'warning'
			}
		],
		passes: [
			{ says: 'spans apart', items: [choice('How many?', '10 to 20', ['21 to 30', '31 to 40'])] },
			{
				says: 'days',
				items: [choice('When?', '12 November 2018', ['13 November 2018', '1st December 2018'])]
			},
			{ says: 'equal numbers', items: [choice('Who?', '50 states', ['50 firms', '50 towns'])] }
		]
	},
	'W-14': {
		fails: [
			{ says: 'no order', items: [choice('How many?', '3', ['1', '2'], { shuffle: false })] },
			{
				says: 'days in no order',
				items: [choice('When?', '3 May 2018', ['9 April 2018', '1 June 2018'], { shuffle: false })]
			},
			{ says: 'a number among words', items: [choice('When?', '2018', ['long ago', 'last year'])] },
			{ says: 'a year among days', items: [choice('When?', '2018', ['3 May 2017', '4 June 2017'])] }
		],
		passes: [
			{ says: 'in order', items: [choice('How many?', '1', ['2', '3'], { shuffle: false })] },
			{
				says: 'months from late to early',
				items: [choice('When?', 'June 2018', ['May 2018', 'April 2018'], { shuffle: false })]
			},
			{ says: 'shuffled', items: [choice('How many?', '3', ['1', '2'])] }
		]
	},
	'W-15': {
		fails: [
			{ says: 'two', items: [choice('Which?', 'a', ['b'])], level: 'warning' },
			{ says: 'five', items: [choice('Which?', 'a', ['b', 'c', 'd', 'e'])], level: 'info' },
			{ says: 'six', items: [choice('Which?', 'a', ['b', 'c', 'd', 'e', 'f'])], level: 'warning' },
			{
				says: 'three of a multiple response',
				items: [several('Which?', ['a'], ['b', 'c'])],
				level: 'warning'
			}
		],
		passes: [
			{
				says: 'three, and four',
				items: [choice('Which?', 'a', ['b', 'c']), several('Which?', ['a', 'b'], ['c', 'd'])]
			}
		]
	},
	'W-16': {
		fails: ['The Call is ___ by France.', 'Name the one that is meant.', 'It was ___ who asked?'].map(
			(stem) => ({
				says: stem,
				items: [choice(stem, 'a', ['b', 'c'])]
			})
		),
		passes: [
			...['Which one?', 'It was made by:', 'It was made by ___', 'It was made by …'].map((stem) => ({
				says: stem,
				items: [choice(stem, 'a', ['b', 'c'])]
			})),
			...['Which? Select all that apply.', 'Which? (Select two.)', 'Select the two that are meant.'].map(
				(stem) => ({
					says: stem,
					items: [several(stem, ['a', 'b'], ['c', 'd'])]
				})
			)
		]
	},
	'W-17': {
		fails: [
			{ says: 'a long stem', items: [choice(`${LONG}?`, 'a', ['b', 'c'])] },
			{ says: 'four sentences', items: [choice('One. Two. Three. Which?', 'a', ['b', 'c'])] },
			{ says: 'a long option', items: [choice('Which?', 'word '.repeat(26), ['b', 'c'])] },
			{
				says: 'long options together',
				items: [choice('Which?', 'a '.repeat(15), ['b '.repeat(15), 'c '.repeat(15)])]
			}
		],
		passes: [
			{ says: 'short', items: [choice('A firm asks. Which?', 'a', ['b', 'c'])] },
			{
				says: 'an instruction beside three sentences',
				items: [several('One. Two. Which? Select all that apply.', ['a', 'b'], ['c', 'd'])]
			}
		]
	},
	'W-18': {
		fails: [
			{ says: 'three words', items: [choice('Which?', 'it is a law', ['it is a text', 'it is a map'])] }
		],
		passes: [{ says: 'two words', items: [choice('Which?', 'it is law', ['it is text', 'it is old'])] }]
	},
	'W-19': {
		fails: [
			{
				says: 'long words',
				items: [
					choice(
						'Which intergovernmental deliberations necessitate multilateral considerations?',
						'institutionalised interoperability',
						['organisational accountability', 'international responsibility']
					)
				]
			}
		],
		passes: [
			{ says: 'plain words', items: [choice('Which of them came first?', 'a code', ['a law', 'a map'])] }
		]
	}
};
