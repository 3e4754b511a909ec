import fc from 'fast-check';
import { expect, test } from 'vitest';

import { patchFrom, patched } from './patch.ts';

const { json } = fc.letrec<{ json: unknown }>((tie) => ({
	json: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		fc.string({ maxLength: 3 }),
		fc.integer(),
		fc.boolean(),
		fc.array(tie('json'), { maxLength: 3 }),
		fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor'), tie('json'), { maxKeys: 3 })
	)
}));

test('applied to the one, what makes another of it gives the other', () => {
	fc.assert(
		fc.property(json, json, (one, other) => {
			const travelled: unknown = JSON.parse(JSON.stringify(patchFrom(one, other)));
			expect(patched(one, travelled)).toEqual(other);
		})
	);
});

test('nothing is changed in what is the same, and little is said of a little', () => {
	fc.assert(
		fc.property(json, (one) => {
			expect(patchFrom(one, structuredClone(one))).toBeNull();
		})
	);
	const course = { id: 'a', items: [{ id: 'x', why: 'yes' }, { id: 'y' }] };
	expect(patchFrom(course, { id: 'a', items: [{ id: 'x', why: 'oui' }, { id: 'y' }] })).toEqual({
		items: [{ why: 'oui' }, null]
	});
});

test('whatever a patch is, what it is applied to stays as it was', () => {
	fc.assert(
		fc.property(json, fc.jsonValue(), (one, patch) => {
			const before = JSON.stringify(one);
			patched(one, patch);
			expect(JSON.stringify(one)).toBe(before);
		})
	);
});
