import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { compile, example, fixtures } from '#lib/kinds/fixtures.ts';
import { kindNames, samples, type KindName, type Of } from '#lib/kinds/index.ts';
import { loadRuns } from '#lib/kinds/loaded.ts';

import { interaction12, LONGEST_FEEDBACK } from '../scorm12/patterns.ts';
import { interaction2004 } from '../scorm2004/interaction.ts';
import { definitionOf } from '../xapi/definition.ts';
import { decimal } from './decimal.ts';
import { identifier, LONGEST_IDENTIFIER } from './identifier.ts';
import { interactionOf } from './interaction-of.ts';
import { literal } from './patterns.ts';

await loadRuns(kindNames);

/** The right and a wrong answer to the first fixture of a kind, in each format. */
function told(kind: KindName) {
	const item: Of<KindName> = { kind, interaction: example(kind) };
	const { right, wrong } = samples(item);
	const [asRight, asWrong] = [interactionOf(item, right), interactionOf(item, wrong)];
	return {
		scorm12: { ...interaction12(asRight), wrong: interaction12(asWrong).given },
		scorm2004: { ...interaction2004(asRight, 'en'), wrong: interaction2004(asWrong, 'en').given }
	};
}

const expected: Record<KindName, ReturnType<typeof told>> = {
	'single-choice': {
		scorm12: { type: 'choice', right: ['b'], given: 'b', wrong: 'a' },
		scorm2004: {
			type: 'choice',
			right: ['the-internet-governance-forum'],
			given: 'the-internet-governance-forum',
			wrong: 'the-paris-peace-forum'
		}
	},
	'multiple-response': {
		scorm12: { type: 'choice', right: ['a,b,d'], given: 'a,b,d', wrong: 'c,e' },
		scorm2004: {
			type: 'choice',
			right: ['hospitals[,]elections[,]the-public-core'],
			given: 'hospitals[,]elections[,]the-public-core',
			wrong: 'moonshots[,]postage'
		}
	},
	'true-false': {
		scorm12: { type: 'true-false', right: ['f'], given: 'f', wrong: 't' },
		scorm2004: { type: 'true-false', right: ['false'], given: 'false', wrong: 'true' }
	},
	'true-false-reason': {
		scorm12: { type: 'choice', right: ['b,c'], given: 'b,c', wrong: 'a,c' },
		scorm2004: {
			type: 'choice',
			right: ['verdict.false[,]it-is-a-declaration'],
			given: 'verdict.false[,]it-is-a-declaration',
			wrong: 'verdict.true[,]it-is-a-declaration'
		}
	},
	matching: {
		scorm12: { type: 'matching', right: ['a.a,b.b,c.a'], given: 'a.a,b.b,c.a', wrong: 'a.b,b.a,c.b' },
		scorm2004: {
			type: 'matching',
			right: ['canada[.]state[,]siemens[.]firm[,]japan[.]state'],
			given: 'canada[.]state[,]siemens[.]firm[,]japan[.]state',
			wrong: 'canada[.]firm[,]siemens[.]state[,]japan[.]firm'
		}
	},
	categorise: {
		scorm12: {
			type: 'matching',
			right: ['a.a,b.a,c.b,d.b'],
			given: 'a.a,b.a,c.b,d.b',
			wrong: 'a.b,b.b,c.a,d.a'
		},
		scorm2004: {
			type: 'matching',
			right: ['tallinn[.]before[,]budapest[.]before[,]geneva[.]after[,]nairobi[.]after'],
			given: 'tallinn[.]before[,]budapest[.]before[,]geneva[.]after[,]nairobi[.]after',
			wrong: 'tallinn[.]after[,]budapest[.]after[,]geneva[.]before[,]nairobi[.]before'
		}
	},
	ordering: {
		scorm12: { type: 'sequencing', right: ['b,d,a,c'], given: 'b,d,a,c', wrong: 'c,a,d,b' },
		scorm2004: {
			type: 'sequencing',
			right: ['a-code-of-conduct-is-sent[,]experts-fail-to-agree[,]the-speech-is-given[,]states-join'],
			given: 'a-code-of-conduct-is-sent[,]experts-fail-to-agree[,]the-speech-is-given[,]states-join',
			wrong: 'states-join[,]the-speech-is-given[,]experts-fail-to-agree[,]a-code-of-conduct-is-sent'
		}
	},
	cloze: {
		scorm12: {
			type: 'fill-in',
			right: ['hygiene, forum, 2018'],
			given: 'hygiene, forum, 2018',
			wrong: 'health, summit, 0'
		},
		scorm2004: {
			type: 'fill-in',
			right: ['{case_matters=false}{lang=en}hygiene[,]{lang=en}forum[,]{lang=en}2018'],
			given: '{lang=en}hygiene[,]{lang=en}forum[,]{lang=en}2018',
			wrong: '{lang=en}health[,]{lang=en}summit[,]{lang=en}0'
		}
	},
	'short-text': {
		scorm12: { type: 'fill-in', right: ['Macron', 'Emmanuel Macron'], given: 'Macron', wrong: 'Sarkozy' },
		scorm2004: {
			type: 'fill-in',
			right: ['{case_matters=false}{lang=en}Macron', '{case_matters=false}{lang=en}Emmanuel Macron'],
			given: '{lang=en}Macron',
			wrong: '{lang=en}Sarkozy'
		}
	},
	numeric: {
		scorm12: { type: 'numeric', right: ['12.5'], given: '12.5', wrong: '17' },
		scorm2004: { type: 'numeric', right: ['12[:]13'], given: '12.5', wrong: '17' }
	},
	highlight: {
		scorm12: { type: 'choice', right: ['b,d'], given: 'b,d', wrong: 'a,c' },
		scorm2004: {
			type: 'choice',
			right: ['probably[,]them-all'],
			given: 'probably[,]them-all',
			wrong: 'nobody[,]each-country'
		}
	}
};

test.each(kindNames)('a %s is told in the words of SCORM 1.2 and 2004', (kind) => {
	expect(told(kind)).toEqual(expected[kind]);
});

test.each(fixtures)('a store of statements is told of $name, with all its parts', ({ kind, raw }) => {
	const item = compile(kind, raw);
	const interaction = interactionOf(item, samples(item).right);
	const { definition, response } = definitionOf(interaction, { name: 'n', words: 'w', language: 'en' });
	expect(definition).toMatchObject({
		type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
		name: { en: 'n' },
		description: { en: 'w' },
		interactionType: interaction.type
	});
	const parts = [definition.choices, definition.source, definition.target, definition.steps].flatMap(
		(list) => list ?? []
	);
	const isListed = ['choice', 'sequencing', 'matching'].includes(interaction.type);
	expect(parts.length > 0).toBe(isListed);
	for (const { id } of parts) expect(id).toMatch(/^\S+$/);
	if (!isListed) return;
	const ids = new Set(parts.map(({ id }) => id));
	for (const id of response.split(/\[[,.]\]/)) expect(ids).toContain(id);
});

test('whatever was given, nothing fails, and SCORM 1.2 gets no more than 255 characters on one line', () => {
	fc.assert(
		fc.property(fc.constantFrom(...fixtures), fc.anything(), ({ kind, raw }, response) => {
			const interaction = interactionOf(compile(kind, raw), response);
			const { given, right } = interaction12(interaction);
			for (const pattern of [given, ...right]) {
				expect(pattern.length).toBeLessThanOrEqual(LONGEST_FEEDBACK);
				expect(pattern).not.toMatch(/[\p{Cc}\uD800-\uDBFF]$/u);
			}
			interaction2004(interaction, 'en');
		})
	);
});

describe('a list with more parts than there are characters', () => {
	const options = Array.from({ length: 37 }, (_, index) => ({ text: `o${index}`, key: index < 2, why: 'w' }));
	const interaction = interactionOf(compile('multiple-response', { options }), ['o0', 'o36']);

	test('is a performance in SCORM 1.2', () => {
		expect(interaction12(interaction)).toEqual({ type: 'performance', right: ['o0 o1'], given: 'o0 o36' });
	});

	test('is of another type in SCORM 2004', () => {
		expect(interaction2004(interaction, 'en')).toEqual({
			type: 'other',
			right: ['o0[,]o1'],
			given: 'o0[,]o36'
		});
	});
});

test('a text with more than ten blanks is told step by step', () => {
	const names = Array.from({ length: 11 }, (_, index) => `b${index}`);
	const item = compile('cloze', {
		text: names.map((name) => `{${name}}`).join(' '),
		blanks: names.map((id) => ({ id, accept: [`right ${id}`], why: 'w' }))
	});
	const interaction = interactionOf(item, { b0: 'mine' });
	const { type, right, given } = interaction2004(interaction, 'en');
	expect(type).toBe('performance');
	expect(right[0]).toMatch(/^b0\[\.\]right b0\[,\]b1\[\.\]right b1/);
	expect(given).toMatch(/^b0\[\.\]mine\[,\]b1\[\.\]\[,\]/);
	expect(interaction12(interaction).given).toMatch(/^b0=mine b1= /);
});

test('what a learner types cannot end a text, begin another or break a line', () => {
	const typed = 'one[,]two[.]three[:]four\n{lang=fr}five';
	const interaction = interactionOf(compile('short-text', { accept: ['x'], why: 'w' }), typed);
	const plain = 'one(,)two(.)three(:)four {lang=fr}five';
	expect(interaction2004(interaction, 'en').given).toBe(`{lang=en}${plain}`);
	expect(interaction12(interaction).given).toBe(plain);
});

test('a cut text ends with a whole character', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 9 }), (text, longest) => {
			const short = literal(text, longest);
			expect(short.length).toBeLessThanOrEqual(longest);
			expect(short).not.toMatch(/[\uD800-\uDBFF]$/);
			expect(short).not.toMatch(/\[[,.:]\]/);
		})
	);
});

test('an identifier is one everywhere, and no other id has it', () => {
	expect(identifier('first-2')).toBe('first-2');
	expect(identifier('a_b')).toBe('a_5f.b');
	const ids = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[é_.a-]{0,300}$/u));
	fc.assert(
		fc.property(ids, ids, (one, other) => {
			expect(identifier(one)).toMatch(/^[A-Za-z0-9._-]+$/);
			expect(identifier(one).length).toBeLessThanOrEqual(LONGEST_IDENTIFIER);
			expect(identifier(one) === identifier(other)).toBe(one === other);
		})
	);
});

test('a number is written in digits alone', () => {
	expect([0, -0, 1.5, -2018, 1e21, 1e-9, 0.1 + 0.2, NaN].map(decimal)).toEqual([
		...['0', '0', '1.5', '-2018', '1000000000000000000000', '0', '0.3', '']
	]);
});
