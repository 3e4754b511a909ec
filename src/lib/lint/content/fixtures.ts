import { choice, many, several, TODAY, written, type Samples } from '../fixtures.ts';
import { shinglesOf } from '../shingles.ts';

const SOURCE = 'Long ago a small town by the sea built a tall tower of grey stone to watch for ships.';
const shingles = shinglesOf(SOURCE);
const wording = {
	asOf: ['at launch'],
	attribution: ['the author'],
	names: ['a small town by the sea'],
	contestable: ['rogue'],
	glossary: [{ avoid: ['tenants'], use: 'tenets', why: 'Tenants pay rent.' }]
};
const more = { wording };
const opinion: [string, string][] = [['status: stable', 'status: opinion']];
/** A flashcard on a fact that was true as of a day. */
const dated = (cue: string): [string, string] => [
	'claim: Two is second.',
	`claim: Two is second., cue: ${cue}`
];
const reading = (text: string): [string, string] => [
	'summary: The first.',
	`summary: The first., reading: ${text}`
];

/** Rules of content. What they know of the subject is in the sample’s primer. */
export const content: Record<string, Samples> = {
	'C-01': {
		fails: [
			{ says: 'no day', items: [asked('Who joined?', { facts: ['F2.1'] })], more },
			{ says: 'no day in a cue', primer: [dated('Who joined?')], more }
		],
		passes: [
			{ says: 'a day', items: [asked('Who joined?', { facts: ['F2.1'], asOf: '2018-11-13' })], more },
			{ says: 'a phrase', items: [asked('Who had joined at launch?', { facts: ['F2.1'] })], more },
			{ says: 'a stable fact', items: [asked('Who joined?')], more },
			{ says: 'a phrase in a cue', primer: [dated('Who had joined at launch?')], more }
		]
	},
	'C-02': {
		fails: [
			{ says: 'nobody’s opinion', items: [asked('Which is best?')], primer: opinion, more },
			{ says: 'nobody’s in a cue', primer: [['as-of', 'opinion'], dated('Which is best?')], more }
		],
		passes: [
			{ says: 'the author’s', items: [asked('Which is best, as the author has it?')], primer: opinion, more },
			{
				says: 'the author’s in a cue',
				primer: [['as-of', 'opinion'], dated('Which is best to the author?')],
				more
			}
		]
	},
	'C-03': {
		fails: [
			{ says: 'long ago', primer: [since('2025-09-26')] },
			{ says: 'no address', primer: [since(TODAY, '{ title: T }')], level: 'info' },
			{ says: 'no source', primer: [since(TODAY, 'null')], refused: /is empty/ }
		],
		passes: [{ says: '400 days ago', primer: [since('2025-09-27')] }]
	},
	'C-04': {
		fails: [{ says: 'a present', items: [asked('Who currently supports it?')], more }],
		passes: [
			{ says: 'a day', items: [asked('Who currently supports it?', { asOf: '2018-11-13' })], more },
			{ says: 'a past', items: [asked('Who supported it?')], more }
		]
	},
	'C-05': {
		fails: [
			{ says: 'in an option', items: [choice('Which?', 'nine tenants', ['b', 'c'])], more },
			{ says: 'in a reading', primer: [reading('It has nine tenants.')], more },
			{ says: 'in a cue', primer: [dated('How many tenants had it at launch?')], more },
			{ says: 'in a title', primer: [titled('Number of tenants')], more }
		],
		passes: [
			{ says: 'a reading in the right terms', primer: [reading('It has nine tenets.')], more },
			{ says: 'the right term', items: [choice('Which?', 'nine tenets', ['b', 'c'])], more },
			{ says: 'a term in quotation marks', items: [asked('Is “tenants” meant?')], more },
			{ says: 'another primer', items: [choice('Which?', 'nine tenants', ['b', 'c'])] }
		]
	},
	'C-06': {
		fails: [
			{ says: 'a year', items: [asked('What came in 1999?')], more },
			{ says: 'a name', items: [asked('What did Ruritania do?')], more },
			{ says: 'a name in the key', items: [choice('Who?', 'the Duke of Ruritania', ['b', 'c'])], more }
		],
		passes: [
			{ says: 'a year of the primer', items: [asked('What came in 2018?')], more },
			{ says: 'a name of the primer', items: [asked('What does A Press’s page say?')], more }
		]
	},
	'C-07': {
		fails: [
			{
				says: 'eight words',
				items: [asked('Who built a tall tower of grey stone to watch?')],
				given: { shingles }
			},
			{
				says: 'in a fact',
				primer: [['One is first.', 'They built a tall tower of grey stone to watch.']],
				given: { shingles }
			},
			{
				says: 'in a reading',
				primer: [reading('They built a tall tower of grey stone to watch.')],
				given: { shingles }
			},
			{
				says: 'in a cue',
				primer: [dated('Who built a tall tower of grey stone to watch?')],
				given: { shingles }
			},
			{
				says: 'quoted, but nobody’s',
				items: [asked('Who “built a tall tower of grey stone to watch”?')],
				given: { shingles },
				more
			},
			{ says: 'a long quotation', items: [asked(`Who said “${'word '.repeat(26)}”?`)] }
		],
		passes: [
			{ says: 'seven words', items: [asked('Who built a tall tower of grey stone?')], given: { shingles } },
			{
				says: 'a reading in other words',
				primer: [reading('They put up a high tower to look out for ships.')],
				given: { shingles }
			},
			{
				says: 'with a name in it',
				items: [asked('Why has a small town by the sea built a tall one?')],
				given: { shingles },
				more
			},
			{
				says: 'quoted from the author',
				items: [asked('Who, in the author’s words, “built a tall tower of grey stone to watch”?', {})],
				given: { shingles },
				more: { wording: { ...wording, attribution: ['the author’s'] } }
			}
		]
	},
	'C-08': {
		fails: [
			{
				says: 'the same again',
				items: [
					asked('Which one was there first of all?'),
					asked('Which one was there first of all?', { id: 'other' })
				]
			}
		],
		passes: [
			{
				says: 'another question',
				items: [
					asked('Which one was there first of all?'),
					asked('What is it that the third of them says?', { id: 'other' })
				]
			}
		]
	},
	'C-09': {
		fails: [
			{
				says: 'a key in a stem',
				items: [choice('Which?', 'a charter', ['b', 'c']), asked('Who wrote a charter?', { id: 'other' })]
			}
		],
		passes: [
			{
				says: 'enemies',
				items: [
					choice('Which?', 'a charter', ['b', 'c']),
					asked('Who wrote a charter?', { id: 'other', enemies: ['single-choice'] })
				]
			},
			{
				says: 'another fact',
				items: [
					choice('Which?', 'a charter', ['b', 'c']),
					asked('Who wrote a charter?', { id: 'other', facts: ['F2.1'] })
				]
			}
		]
	},
	'C-10': {
		fails: [
			{ says: 'nobody’s judgement', items: [asked('Which rogue state was it?')], more },
			{ says: 'nobody’s in a reading', primer: [reading('A rogue state came.')], more },
			{ says: 'nobody’s in a cue', primer: [dated('Which rogue state came at launch?')], more }
		],
		passes: [
			{ says: 'the author’s in a reading', primer: [reading('To the author it was rogue.')], more },
			{ says: 'the author’s', items: [asked('Which state is rogue to the author?')], more },
			{ says: 'no judgement', items: [asked('Which state was it?')], more }
		]
	},
	'C-11': {
		fails: [
			{
				says: 'an enemy that can be studied',
				items: [asked('Which?', { for: 'exam', enemies: ['other'] }), asked('Who?', { id: 'other' })]
			},
			{
				says: 'one that names it',
				items: [
					asked('Which?', { id: 'secret', for: 'exam' }),
					asked('Who?', { id: 'other', enemies: ['secret'] })
				]
			}
		],
		passes: [
			{
				says: 'enemies that can both be studied',
				items: [asked('Which?', { enemies: ['other'] }), asked('Who?', { id: 'other' })]
			},
			{
				says: 'enemies that are both kept',
				items: [
					asked('Which?', { for: 'exam', enemies: ['other'] }),
					asked('Who?', { id: 'other', for: 'exam' }),
					asked('When?', { id: 'third' })
				]
			},
			{
				says: 'no enemy',
				items: [asked('Which?', { for: 'exam' }), asked('Who?', { id: 'other', facts: ['F2.1'] })]
			}
		]
	},
	'C-12': {
		fails: [
			{
				says: 'the right option in a title',
				items: [choice('Which?', 'a charter', ['b', 'c'])],
				primer: [titled('A charter of 1999')]
			},
			{
				says: 'one of several keys',
				items: [several('Which (select 2)?', ['Norway', 'Peru'], ['Chad', 'Togo'])],
				primer: [titled('Peru among others')]
			},
			{
				says: 'a word to type',
				items: [written('short-text', { accept: ['the lighthouse', 'lighthouse'] })],
				primer: [titled('The lighthouse')]
			},
			{
				says: 'a number',
				items: [written('numeric', { value: 12 })],
				primer: [titled('A list of 12')]
			}
		],
		passes: [
			{
				says: 'what is asked about',
				items: [choice('Which text came first?', 'a charter', ['b', 'c'])],
				primer: [titled('The first text')]
			},
			{
				says: 'the key of an item on another fact',
				items: [choice('Which?', 'a charter', ['b', 'c'], { facts: ['F2.1'] })],
				primer: [titled('A charter of 1999')]
			},
			{
				says: 'a distractor',
				items: [choice('Which?', 'a charter', ['b', 'crows'])],
				primer: [titled('Crows')]
			}
		]
	},
	'C-14': {
		fails: [{ says: 'no licence' }],
		passes: [
			{ says: 'a licence', more: { licence: { name: 'CC-BY-4.0' } } },
			{
				says: 'for exams alone, which nobody takes elsewhere',
				primer: [['language: en', 'serves: exam\nlanguage: en']]
			}
		]
	},
	'L-01': {
		fails: [
			{
				says: 'no such rule',
				items: [asked('Which?', { ignore: [{ rule: 'W-99', reason: 'it does not apply here' }] })]
			}
		],
		passes: [
			{
				says: 'a rule',
				items: [asked('Which?', { ignore: [{ rule: 'W-16', reason: 'it does not apply here' }] })]
			}
		]
	},
	'L-02': {
		fails: [
			{
				says: 'nothing to set aside',
				items: [asked('Which?', { ignore: [{ rule: 'W-16', reason: 'it does not apply here' }] })]
			}
		],
		passes: [
			{
				says: 'something',
				items: [asked('Name it.', { ignore: [{ rule: 'W-16', reason: 'it does not apply here' }] })]
			},
			{
				says: 'a rule that is silent',
				items: [asked('Which?', { ignore: [{ rule: 'C-07', reason: 'it does not apply here' }] })]
			},
			{
				says: 'no reason',
				items: [asked('Name it.', { ignore: [{ rule: 'W-16', reason: 'because' }] })],
				refused: /is no reason/
			}
		]
	},
	'C-13': {
		fails: [
			{
				says: 'a word to type, in a stem on another fact',
				items: [typed('After which city is the plan named?', ['Geneva', 'Geneva, Switzerland']), elsewhere()]
			},
			{
				says: 'another name for it',
				items: [
					typed('Which agency met?', ['ITU', 'International Telecommunication Union']),
					elsewhere('Where was it that the International Telecommunication Union met?')
				]
			},
			{
				says: 'the right option, in other words',
				items: [
					choice('Who wrote the plan?', 'a group of engineers', ['a group of lawyers', 'a group of poets']),
					elsewhere('What did an engineer with a plan propose?')
				]
			},
			{
				says: 'the names of an option that has none of its own',
				items: [
					choice('Which pair stayed away?', 'Chad and Peru', ['Chad and Togo', 'Togo and Peru']),
					elsewhere('Why did Chad, like Peru, want to stay away?')
				]
			},
			{
				says: 'a number, as a word',
				items: [
					written('numeric', { stem: 'How many members joined?', value: 12, near: [] }),
					elsewhere('What do the twelve members share?')
				]
			}
		],
		passes: [
			{
				says: 'enemies',
				items: [
					typed('After which city is the plan named?', ['Geneva', 'Geneva, Switzerland']),
					{ ...elsewhere(), enemies: ['short-text'] }
				]
			},
			{
				says: 'a word that most items show',
				items: [
					typed('After which city is the plan named?', ['Geneva', 'Geneva, Switzerland']),
					...many(4, () => elsewhere())
				]
			},
			{
				says: 'a common word among others that are accepted',
				items: [
					typed('What is it in the author’s view?', ['original', 'new']),
					elsewhere('Who asked for a new plan?')
				]
			},
			{
				says: 'a part of a name',
				items: [
					typed('Which agency met?', ['ITU', 'International Telecommunication Union']),
					elsewhere('Which union is international?')
				]
			},
			{
				says: 'the names of several options',
				items: [
					choice('Which pair stayed away?', 'Chad and Peru', ['Chad and Togo', 'Togo and Peru']),
					elsewhere('Why did Chad, Togo and Peru want to stay away?')
				]
			},
			{
				says: 'what C-09 finds already',
				items: [
					typed('After which city is the plan named?', ['Geneva', 'Geneva, Switzerland']),
					elsewhere('What does the Geneva plan say?', 'F1.1')
				]
			}
		]
	}
};

function asked(stem: string, changes: Record<string, unknown> = {}) {
	return choice(stem, 'a code', ['a law', 'a map'], changes);
}

/** A word to type. */
function typed(stem: string, accept: readonly string[]) {
	return written('short-text', { stem, accept, wrong: [] });
}

/** An item on another fact. */
function elsewhere(stem = 'What does the Geneva plan say?', fact = 'F2.1') {
	return asked(stem, { id: 'other', facts: [fact] });
}

/** A title of the first fact. */
function titled(title: string): [string, string] {
	return ['id: F1.1', `id: F1.1, title: ${title}`];
}

/** A note on the first fact. */
function since(checked: string, source = '{ title: T, address: https://example.org }'): [string, string] {
	return [
		'where: Page 1',
		`where: Page 1, since: [{ note: More came., checked: ${checked}, source: ${source} }]`
	];
}
