import { expect, test } from 'vitest';

import { own } from './own.ts';

test('an object has what was put into it, and nothing that it inherits', () => {
	expect(own({ a: 1 }, 'a')).toBe(1);
	for (const id of ['b', 'constructor', 'toString', '__proto__']) expect(own({ a: 1 }, id)).toBeUndefined();
	expect(own({ constructor: 1 }, 'constructor')).toBe(1);
});
