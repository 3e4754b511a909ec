import { choice, offered, several, written, type Samples } from '../fixtures.ts';

/** Rules against cues that give the key away to those who do not know it, in English. */
export const cues: Record<string, Samples> = {
	'W-05': {
		fails: [
			{
				says: 'in a distractor',
				items: [choice('Which is so?', 'it is new', ['it is never law', 'it is old'])]
			},
			{
				says: 'in the key',
				items: [choice('Which is so?', 'only states joined', ['it is law', 'it is old'])]
			}
		],
		passes: [
			{ says: 'on both sides', items: [choice('Which is so?', 'only states', ['only firms', 'some towns'])] }
		]
	},
	'W-06': {
		fails: [{ says: 'often', items: [choice('Which is so?', 'it often fails', ['it is law', 'it is old'])] }],
		passes: [
			{ says: 'how often', items: [choice('Which is so?', 'it failed twice', ['it is law', 'it is old'])] }
		]
	},
	'W-07': {
		fails: [
			{ says: 'an article', items: [choice('The Call is a:', 'declaration', ['agreement', 'treaty'])] },
			{ says: 'an article by sound', items: [choice('It was an:', 'hour', ['university', 'honour'])] },
			{
				says: 'an article before a blank',
				items: [gap('It was made known as a {blank} of several states.', 'agreement')]
			},
			{
				says: 'a number',
				items: [choice('Those who joined are:', 'states', ['one town', 'a firm'])],
				level: 'warning'
			}
		],
		passes: [
			{
				says: 'an open article',
				items: [choice('The Call is a(n):', 'declaration', ['agreement', 'treaty'])]
			},
			{ says: 'abbreviations', items: [choice('The Call is a:', 'UN text', ['NATO text', '12-point text'])] },
			{ says: 'a question', items: [choice('Who joined?', 'states', ['one town', 'a firm'])] },
			{
				says: 'a blank that all fit',
				items: [gap('It was made known as a {blank} of several states.', 'pledge')]
			}
		]
	},
	'W-08': {
		fails: [
			{
				says: 'a long key',
				items: [
					choice('Which?', 'a code of conduct that some states sent', ['a law of states', 'a map of states'])
				]
			},
			{
				says: 'a key beyond the longest',
				items: [
					choice('Which?', 'a code of conduct that they sent', [
						'a law of many states there',
						'a map of many states there'
					])
				]
			},
			{
				says: 'a short key',
				items: [choice('Which?', 'a code', ['a law that some states wrote', 'a map that some states drew'])]
			},
			{
				says: 'a short key that is far beyond the longest',
				items: [choice('Which?', 'peace peace', ['growth', 'trust'])]
			},
			{
				says: 'keys whose mean is beyond the longest',
				items: [several('Which?', ['Canadian Pacific', 'Siemens Energy'], ['Nokia', 'Apple', 'Intel'])]
			},
			{
				says: 'long keys',
				items: [
					several(
						'Which?',
						['a code that some states wrote', 'a text that some firms wrote'],
						['a law', 'a map']
					)
				]
			}
		],
		passes: [
			{
				says: 'alike',
				items: [
					choice('Which?', 'a code', ['a law', 'a map']),
					several('Which?', ['a code', 'a text'], ['a law', 'a map'])
				]
			}
		]
	},
	'W-09': {
		fails: [
			{
				says: 'years in the key',
				items: [choice('When?', 'in 2011, in 2015 (twice)', ['before the war', 'after the war'])]
			}
		],
		passes: [
			{
				says: 'years in all',
				items: [choice('When?', 'in 2011 and 2015', ['in 2012 and 2016', 'in 2013 and 2017'])]
			}
		]
	},
	'W-10': {
		fails: [
			{
				says: 'one word',
				items: [choice('Which text guards the network?', 'a networked code', ['a law', 'a map'])],
				level: 'warning'
			},
			{
				says: 'two words',
				items: [choice('Which conduct suits a network?', 'network conduct', ['a law', 'a map'])],
				level: 'warning'
			}
		],
		passes: [
			{
				says: 'in a distractor too',
				items: [choice('Which text guards the network?', 'a network code', ['a network law', 'a map'])]
			}
		]
	},
	'W-11': {
		fails: [
			{
				says: 'a key of all',
				items: [choice('Which?', 'public voluntary text', ['public treaty', 'voluntary pledge', 'text code'])]
			}
		],
		passes: [
			{
				says: 'a rival',
				items: [
					choice('Which?', 'public voluntary text', [
						'public voluntary speech',
						'voluntary pledge',
						'text code'
					])
				]
			}
		]
	},
	'W-12': {
		fails: [
			{ says: 'by negation', items: [choice('Which?', 'it is law', ['it is not law', 'a map'])] },
			{ says: 'by a word', items: [choice('Which?', 'a voluntary text', ['a binding text', 'a map'])] },
			{ says: 'by “did not”', items: [choice('Which?', 'they join', ['they did not join', 'a map'])] }
		],
		passes: [
			{ says: 'none', items: [choice('Which?', 'it is law', ['a text', 'a map'])] },
			{
				says: 'two pairs',
				items: [choice('Which?', 'it is law', ['it is not law', 'a binding text', 'a voluntary text'])]
			}
		]
	}
};

/** A cloze with one blank to choose for. */
function gap(text: string, distractor: string) {
	return written('cloze', {
		text,
		blanks: [{ id: 'blank', choices: offered(['declaration'], [distractor, 'treaty']) }]
	});
}
