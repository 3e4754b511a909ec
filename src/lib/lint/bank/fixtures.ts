import { choice, many, offered, several, written, type Samples, type Written } from '../fixtures.ts';
import type { BlindName } from './blind.ts';

const NAMES = ['pear', 'plum', 'lime', 'fig'];

/** Banks in which one blind strategy finds the key, by its name. */
export const planted: Record<BlindName, Written[]> = {
	longest: many(6, (index) => cued('a far longer text', index)),
	shortest: many(6, (index) => cued('fig', index)),
	middle: many(6, () => placed(1)),
	overlap: many(6, (index) => cued('a market', index, 'Which suits a market?')),
	'no-overlap': many(6, (index) => cued('a lime', index, 'Which, a pear or a plum?')),
	'no-absolutes': many(6, (index) => chosen(['all pears', 'no one', 'a plum'], 2, index)),
	hedged: many(6, (index) => cued('perhaps a lime', index)),
	convergence: many(6, () => choice('Which?', 'red pears', ['red plums', 'old pears', 'figs'])),
	'select-all': many(6, () => several('Which?', ['a', 'b', 'c'], ['d'], { scoring: 'per-option' }))
};

/** Rules of the bank as a whole. */
export const bankRules: Record<string, Samples> = {
	'B-01': {
		fails: [{ says: 'the key first', items: many(20, () => choice('Which?', 'pear', ['plum', 'lime'])) }],
		passes: [
			{ says: 'in turn', items: many(20, (index) => placed(index % 3)) },
			{ says: 'too few to tell', items: many(19, () => choice('Which?', 'pear', ['plum', 'lime'])) }
		]
	},
	'B-03': {
		fails: [
			{ says: 'the longest', items: many(10, () => choice('Which?', 'a pear', ['plum', 'lime'])) },
			{ says: 'the shortest', items: many(10, () => choice('Which?', 'fig', ['plum', 'lime'])) }
		],
		passes: [
			{ says: 'as long as others', items: many(10, () => choice('Which?', 'pear', ['plum', 'lime'])) },
			{
				says: 'as chance has it',
				items: many(9, (index) =>
					index % 3 === 0
						? choice('Which?', 'a pear', ['plum', 'fig'])
						: choice('Which?', 'plum', ['a pear', 'fig'])
				)
			}
		]
	},
	'B-04': {
		fails: [{ says: 'all true', items: many(10, () => statement(true)) }],
		passes: [
			{ says: 'half of them', items: many(10, (index) => statement(index % 2 === 0)) },
			{ says: 'too few to tell', items: many(9, () => statement(true)) }
		]
	},
	'B-05': {
		fails: [{ says: 'two each', items: many(5, () => several('Which?', ['a', 'b'], ['c', 'd'])) }],
		passes: [
			{
				says: 'two or three',
				items: many(5, (index) =>
					several('Which?', index % 2 === 0 ? ['a', 'b'] : ['a', 'b', 'e'], ['c', 'd'])
				)
			}
		]
	},
	'B-06': {
		fails: [
			{ says: 'remembering', items: many(10, (index) => levelled(index < 5 ? 'remember' : 'apply')) },
			{
				says: 'too few of a level',
				items: many(10, () => levelled('apply')),
				more: { blueprint: { levels: { evaluate: 20 } } }
			},
			{
				says: 'too many easy ones',
				items: many(10, () => levelled('apply')),
				more: { blueprint: { difficulties: [80, 10, 10] } }
			}
		],
		passes: [
			{
				says: 'four in ten remember',
				items: many(10, (index) => levelled(index < 4 ? 'remember' : 'apply'))
			},
			{
				says: 'ten points off',
				items: many(10, () => levelled('apply')),
				more: { blueprint: { difficulties: [90, 10, 0] } }
			}
		]
	},
	'B-07': {
		fails: [{ says: 'one in three', items: many(3, () => choice('Which?', 'a', ['b', 'c'])) }],
		passes: [{ says: 'with one to type', items: [choice('Which?', 'a', ['b', 'c']), written('numeric')] }]
	},
	'B-08': {
		fails: Object.entries(planted).map(([says, items]) => ({ says, items })),
		passes: [{ says: 'no cue', items: many(6, (index) => placed(index % 3)) }]
	},
	'B-09': {
		fails: [
			{ says: 'one everywhere', items: many(10, (index) => choice('Which?', 'a', ['plum', `b${index}`])) }
		],
		passes: [
			{
				says: 'each its own',
				items: many(10, (index) => choice('Which?', 'a', [`plum${index}`, `b${index}`]))
			}
		]
	}
};

/** A choice of equal texts with its key in a given place. */
function placed(place: number): Written {
	return chosen(NAMES.slice(0, 3), place, 0);
}

/** A choice whose key is this text, in a place that turns. */
function cued(key: string, index: number, stem = 'Which?'): Written {
	const texts = NAMES.slice(0, 2);
	texts.splice(index % 3, 0, key);
	return chosen(texts, index % 3, 0, stem);
}

/** A choice of some texts, one of them the key, begun further on. */
function chosen(texts: readonly string[], key: number, turn: number, stem = 'Which?'): Written {
	const options = texts.map(
		(text, index) => offered(index === key ? [text] : [], index === key ? [] : [text])[0]
	);
	const from = turn % options.length;
	return written('single-choice', { stem, options: [...options.slice(from), ...options.slice(0, from)] });
}

function statement(key: boolean): Written {
	return written('true-false-reason', { verdict: { key, why: 'Page one tells it so.' } });
}

function levelled(level: string): Written {
	return choice('Which?', 'a', ['b', 'c'], { level });
}
