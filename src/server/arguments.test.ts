import { expect, test } from 'vitest';

import { readArguments } from './arguments.ts';

test('watches when told to, and only then', () => {
	expect(readArguments([])).toEqual({ watch: false });
	expect(readArguments(['--watch'])).toEqual({ watch: true });
});

test.each([['--wacth'], ['watch'], ['--watch=1']])('says what may be written instead of %s', (argument) => {
	expect(readArguments([argument]).unknown).toMatch(/was not understood.*\n.*npm start -- --watch/);
});
