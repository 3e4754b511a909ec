import fc from 'fast-check';
import { expect, test } from 'vitest';

import { typedFaults, typedPart, wrongText, type Typed } from './accept.ts';

const typed = (accept: string[], wrong: string[] = [], slips: 0 | 1 = 1): Typed => ({
	accept,
	slips,
	why: 'right',
	wrong: wrong.map((text) => ({ text, why: `not ${text}` }))
});

test.each([
	['every accepted form', ['US', 'United States'], 'united states', 'right', undefined],
	['points as nothing', ['US'], 'U.S.', 'right', undefined],
	['hyphens as spaces or nothing', ['cyber hygiene'], 'Cyberhygiene', 'right', undefined],
	['a slip in a form of five letters', ['forum'], 'fourm', 'right', 'forum'],
	['no slip in a form of four', ['call'], 'cal', 'wrong', undefined],
	['no slip where only digits make the form long enough', ['g7 2018'], 'g 2018', 'wrong', undefined],
	['no slip in a digit', ['Horizon 2020'], 'Horizon 2002', 'wrong', undefined],
	['a slip beside a digit', ['Horizon 2020'], 'Horison 2020', 'right', 'Horizon 2020'],
	['not two slips', ['hygiene'], 'higeine', 'wrong', undefined],
	['the exact form before a slip of another', ['effect', 'affect'], 'affect', 'right', undefined]
])('takes %s', (_, accept, text, verdict, meant) => {
	const part = typedPart('x', typed(accept), text);
	expect(part.verdict).toBe(verdict);
	expect(part.meant).toBe(meant);
});

test('a wrong form that is a slip away stays wrong', () => {
	expect(typedPart('x', typed(['affect'], ['effect']), 'Effect')).toEqual({
		id: 'x',
		verdict: 'wrong',
		why: 'not effect',
		key: 'affect'
	});
});

test('an accepted form is right even if it is also an expected wrong form', () => {
	expect(typedPart('x', typed(['other', 'a b'], ['A-B']), 'ab').verdict).toBe('right');
});

test('a slip in one of several words makes no other form', () => {
	const link = typed(['a causal link'], ['casual']);
	expect(typedPart('x', { ...link, wrong: [] }, 'a casual link').verdict).toBe('right');
	expect(typedPart('x', link, 'a casual link').verdict).toBe('wrong');
	expect(typedPart('x', typed(['a causal link', 'casual']), 'a casual link').verdict).toBe('wrong');
});

test('without slips, only the forms themselves are right', () => {
	expect(typedPart('x', typed(['forum'], [], 0), 'fourm').verdict).toBe('wrong');
});

const words = fc.string({ unit: fc.constantFrom(...Array.from('abcdé -0')), minLength: 1, maxLength: 12 });

test('every accepted form is right, unless a fault says that it cannot be typed', () => {
	fc.assert(
		fc.property(fc.array(words, { minLength: 1 }), (accept) => {
			const answer = typed(accept);
			const faulty = new Set(typedFaults(answer, []).map(({ path }) => path[1]));
			accept.forEach((form, index) => {
				expect(typedPart('x', answer, form).verdict === 'right').toBe(!faulty.has(index));
			});
		})
	);
});

test('every wrong form is wrong, unless a fault says that it is accepted', () => {
	fc.assert(
		fc.property(words, fc.array(words), (form, wrong) => {
			const answer = typed([form], wrong);
			const faulty = new Set(
				typedFaults(answer, []).map(({ path }) => (path[0] === 'wrong' ? path[1] : null))
			);
			wrong.forEach((text, index) => {
				expect(typedPart('x', answer, text).verdict === 'wrong').toBe(!faulty.has(index));
			});
		})
	);
});

test('there is always a text that is wrong', () => {
	fc.assert(
		fc.property(fc.array(fc.oneof(words, fc.nat({ max: 12 }).map(String)), { minLength: 1 }), (accept) => {
			const answer = typed(accept);
			expect(typedPart('x', answer, wrongText(answer)).verdict).toBe('wrong');
		})
	);
});
