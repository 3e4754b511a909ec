import { expect, test } from 'vitest';

import { pathWithin } from './path-within.ts';

test.each([
	['/c?n=5', '/c?n=5'],
	['c', '/c'],
	['http://here/c', '/c'],
	['http://elsewhere/c', '/'],
	['//elsewhere/c', '/'],
	['javascript:alert(1)', '/'],
	['/.//elsewhere/c', '/elsewhere/c'],
	['/..//elsewhere/c?n=5', '/elsewhere/c?n=5'],
	['http://here//elsewhere/c', '/elsewhere/c'],
	['/.///elsewhere//c', '/elsewhere//c'],
	['/.\\/elsewhere/c', '/elsewhere/c'],
	['http://', '/']
])('the way back to %s is %s', (address, expected) => {
	expect(pathWithin('http://here', address)).toBe(expected);
});
