import { describe, expect, test } from 'vitest';

import { BRACES, markFaults, marks, SQUARE, stretches } from './marked.ts';

test('splits a text at its marks, and leaves out what is empty', () => {
	expect(stretches('{a} and { b }{c}', BRACES)).toEqual([
		{ mark: 'a' },
		{ text: ' and ' },
		{ mark: 'b' },
		{ mark: 'c' }
	]);
	expect(stretches('x [] y', SQUARE)).toEqual([{ text: 'x ' }, { mark: '' }, { text: ' y' }]);
	expect(stretches('[a] {b}', BRACES)).toEqual([{ text: '[a] ' }, { mark: 'b' }]);
	expect(marks('{b} {a} {b}', BRACES)).toEqual(['b', 'a', 'b']);
});

describe('a text and the list of its marks', () => {
	const found = (value: string, ...names: string[]) =>
		markFaults(
			{ field: 'text', value, brackets: BRACES },
			{ field: 'blanks', names, name: 'blank', twice: 'Tell the two apart.' }
		).map(({ path, message }) => [path.join('.'), message]);

	test('agree in any order', () => {
		expect(found('{a} {b}', 'b', 'a')).toEqual([]);
	});

	test('were meant to be the same if one is left over on each side', () => {
		expect(found('{a} {B}', 'a', 'b')).toEqual([
			['blanks.1', '“b” is not marked in “text”, where “B” is marked and no blank describes it']
		]);
	});

	test.each([
		[
			'a bracket is also loose',
			'{a} {B} {',
			['a', 'b'],
			[
				['text', 'a bracket lacks its pair'],
				['text', '“B” is marked, and no blank describes it'],
				['blanks.1', '“b” is not marked in “text”']
			]
		],
		[
			'a mark is also used twice',
			'{a} {a} {B}',
			['a', 'b'],
			[
				['text', '“a” is marked twice'],
				['text', '“B” is marked, and no blank describes it'],
				['blanks.1', '“b” is not marked in “text”']
			]
		],
		[
			'two marks are left over',
			'{a} {B} {C}',
			['a', 'b'],
			[
				['text', '“B” is marked, and no blank describes it'],
				['text', '“C” is marked, and no blank describes it'],
				['blanks.1', '“b” is not marked in “text”']
			]
		],
		[
			'two descriptions are left over',
			'{a} {B}',
			['a', 'b', 'c'],
			[
				['text', '“B” is marked, and no blank describes it'],
				['blanks.1', '“b” is not marked in “text”'],
				['blanks.2', '“c” is not marked in “text”']
			]
		],
		['a description is left over alone', '{a}', ['a', 'b'], [['blanks.1', '“b” is not marked in “text”']]]
	])('are reported separately if %s', (_, value, names, faults) => {
		expect(found(value, ...names)).toEqual(faults);
	});

	test('a second mark is reported with how to make it differ', () => {
		const faults = markFaults(
			{ field: 'text', value: '{a} {a}', brackets: BRACES },
			{ field: 'blanks', names: ['a'], name: 'blank', twice: 'Tell the two apart.' }
		);
		expect(faults.map(({ fix }) => fix)).toEqual(['Tell the two apart.']);
	});
});
