import { describe, expect, it } from 'vitest';

import { listIn, partsIn, textIn, verdictIn } from './asked.ts';

const strangers = [null, undefined, 0, true, [['a']], [null], { x: 1 }, new Date(0), Symbol('a')];
const nothing = { verdict: null, reason: null };

describe('a response of any shape', () => {
	it('is read without failing, and as nothing given', () => {
		for (const stranger of strangers) {
			expect(textIn(stranger)).toBe('');
			expect(listIn(stranger)).toEqual([]);
			expect(partsIn(stranger)).toEqual(new Map());
			expect(verdictIn(stranger)).toEqual(nothing);
		}
	});

	it('is no list of parts where it is a list', () => {
		expect(partsIn(['x'])).toEqual(new Map());
	});

	it('is read as far as it gives texts', () => {
		expect(textIn('a')).toBe('a');
		expect(listIn(['a', 1, 'b'])).toEqual(['a', 'b']);
		expect(partsIn({ a: 'x', b: '', c: 1 })).toEqual(new Map([['a', 'x']]));
		expect(verdictIn({ verdict: false, reason: 'r', more: 1 })).toEqual({ verdict: false, reason: 'r' });
		expect(verdictIn({ verdict: 'true', reason: '' })).toEqual(nothing);
	});

	it('cannot reach the prototype of what is made of it', () => {
		expect(verdictIn(JSON.parse('{"__proto__": {"verdict": true, "reason": "r"}}'))).toEqual(nothing);
	});
});
