import { choice, many, offered, several, written, type Samples } from '../fixtures.ts';

const STATEMENT = { stem: 'The Call is public.' };

/** Rules of wording, in English; those of cues and of shape have their own files. */
export const wording: Record<string, Samples> = {
	'W-01': {
		fails: ['all of the above', 'any of these', 'both answers', 'A and B', 'more than one of them'].map(
			(text) => ({
				says: text,
				items: [choice('Which is it?', 'a code', ['a law', text])]
			})
		),
		passes: [
			{ says: 'all of something', items: [choice('Who?', 'all EU members', ['a few towns', 'one firm'])] }
		]
	},
	'W-02': {
		fails: [{ says: 'none', items: [choice('Which is it?', 'a code', ['a law', 'none of the above'])] }],
		passes: [
			{ says: 'none of something', items: [choice('Who?', 'none at all', ['a few towns', 'one firm'])] }
		]
	},
	'W-03': {
		fails: [
			{ says: 'an unmarked “not”', items: [choice('Who did not join?', 'a', ['b', 'c'])], level: 'warning' },
			{ says: 'an unmarked “isn’t”', items: [choice('Which isn’t so?', 'a', ['b', 'c'])], level: 'warning' },
			{
				says: 'a marked word that holds the letters',
				items: [choice('Which **another** was not?', 'a', ['b', 'c'])],
				level: 'warning'
			},
			{
				says: 'capitals that hold the letters',
				items: [choice('Which NOTE was not read?', 'a', ['b', 'c'])],
				level: 'warning'
			},
			{ says: 'a marked one', items: [choice('Who did **not** join?', 'a', ['b', 'c'])], level: 'warning' },
			{ says: 'one in capitals', items: [choice('Who did NOT join?', 'a', ['b', 'c'])], level: 'warning' }
		],
		passes: [
			{ says: 'a positive stem', items: [choice('Who joined?', 'a', ['b', 'c'])] },
			{ says: 'a “not” that is quoted', items: [choice('Who said “we do not join”?', 'a', ['b', 'c'])] },
			{ says: 'one in other marks', items: [choice('Who said "I will not" first?', 'a', ['b', 'c'])] },
			{
				says: 'a negative statement',
				items: [written('true-false-reason', { stem: 'The Call is not a treaty.' })]
			}
		]
	},
	'W-04': {
		fails: [
			{ says: 'twice', items: [choice('Which is **not** so?', 'it is not law', ['it is old', 'it is new'])] }
		],
		passes: [
			{
				says: 'in an option alone',
				items: [choice('Which is so?', 'it is not law', ['it is old', 'it is new'])]
			}
		]
	},
	'W-20': {
		fails: [
			'Option B is wrong, and so is the rest of them.',
			'The second answer is what page one gives.',
			'The text above says so, as we read it here.',
			'The red option is what page one gives.'
		].map((explanation) => ({
			says: explanation,
			items: [choice('Which?', 'a', ['b', 'c'], { explanation })]
		})),
		passes: [
			{
				says: 'above all',
				items: [choice('Which?', 'a', ['b', 'c'], { explanation: 'It answers a call, above all.' })]
			}
		]
	},
	'W-21': {
		fails: ['Wrong.', 'Unfortunately this answer is not correct.'].map((why) => ({
			says: why,
			items: [choice('Which?', 'a', [], { options: [...offered(['a'], ['b']), { text: 'c', why }] })]
		})),
		passes: [{ says: 'a reason', items: [choice('Which?', 'a', ['b', 'c'])] }]
	},
	'W-22': {
		fails: [
			{ says: 'short', items: [choice('Which?', 'a', ['b', 'c'], { explanation: 'Because it is.' })] },
			{ says: 'long', items: [choice('Which?', 'a', ['b', 'c'], { explanation: 'word '.repeat(121) })] },
			{
				says: 'the key',
				items: [
					choice('Which?', 'states keep the peaceful internet open', ['b', 'c'], {
						explanation: 'States keep the peaceful internet open.'
					})
				]
			}
		],
		passes: [{ says: 'a reason', items: [choice('Which?', 'a', ['b', 'c'])] }]
	},
	'W-23': {
		fails: [
			{
				says: 'two claims',
				items: [written('true-false-reason', { stem: 'The Call is public, and France wrote it.' })]
			},
			{
				says: 'a reason in it',
				items: [written('true-false-reason', { stem: 'The Call is public because France wrote it.' })]
			},
			{
				says: 'an absolute word',
				items: [written('true-false-reason', { stem: 'The Call is always public.' })]
			},
			{
				says: 'two reasons',
				items: [written('true-false-reason', { ...STATEMENT, reasons: offered(['it is'], ['it was']) })]
			}
		],
		passes: [{ says: 'one claim', items: [written('true-false-reason', STATEMENT)] }]
	},
	'W-24': {
		fails: [
			{ says: 'no instruction', items: [several('Which?', ['a', 'b'], ['c', 'd'])] },
			{ says: 'another number', items: [several('Select three.', ['a', 'b'], ['c', 'd'])] }
		],
		passes: ['Select all that apply.', 'Select two.', 'Choose exactly 2.'].map((stem) => ({
			says: stem,
			items: [several(stem, ['a', 'b'], ['c', 'd'])]
		}))
	},
	'W-25': {
		fails: [
			{ says: 'emphasis around a blank', items: [gapped('They *only* call it {a} now.', 'a code')] },
			{ says: 'a list beside a blank', items: [gapped('They call it\n\n- a {a}\n- or a map', 'a code')] },
			{ says: 'strong emphasis in what is accepted', items: [gapped('They call it {a} now.', '**a code**')] },
			{ says: 'an entity in what is accepted', items: [written('short-text', { accept: ['a&nbsp;code'] })] },
			{
				says: 'a formula in a passage',
				items: [
					written('highlight', {
						passage: 'Let [x] be $x^2$ or [y].',
						spans: ['x', 'y'].map((text, index) => ({ text, key: index === 0, why: 'It is so.' }))
					})
				]
			},
			{ says: 'emphasis in a fact’s title', primer: titled('The *good* one', 'The second') },
			{ says: 'emphasis in a title', primer: [['title: A primer', 'title: A *good* primer']] },
			{ says: 'a link for a publisher', primer: [['publisher: A press', 'publisher: "<https://a.b>"']] }
		],
		passes: [
			{ says: 'a product', items: [gapped('2*3*{a} is 24, and a_b_c is a name.', '4')] },
			{ says: 'names of a language', items: [gapped('The method is {a}, the tag <b>.', '__init__')] }
		]
	},
	'W-26': {
		fails: [
			{ says: 'none at all' },
			{ says: 'one without', primer: [['id: F1.1', 'id: F1.1, title: The first']] }
		],
		passes: [{ says: 'each its own', primer: titled('The first', 'The second') }]
	},
	'W-27': {
		fails: [
			{ says: '41 characters', primer: titled('x'.repeat(41), 'The second') },
			{ says: 'one title for two', primer: titled('The first', 'The first') },
			{ says: 'the same but for a capital and a mark', primer: titled('Who? The first', 'who the first') }
		],
		passes: [{ says: 'none at all' }, { says: '40 characters', primer: titled('é'.repeat(40), 'The second') }]
	}
};

/** Titles of the two facts. */
function titled(first: string, second: string): [string, string][] {
	return [
		['id: F1.1', `id: F1.1, title: ${JSON.stringify(first)}`],
		['id: F2.1', `id: F2.1, title: ${JSON.stringify(second)}`]
	];
}

/** A text with a blank and what is accepted there. */
function gapped(text: string, form: string) {
	return written('cloze', { text, blanks: [{ id: 'a', accept: [form], why: 'It is so.' }] });
}

/** For the share of negative stems in a bank (W-03). */
export const mostlyNegative = many(10, () => choice('Who did **not** join?', 'a', ['b', 'c']));
