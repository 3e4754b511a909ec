import { expect, test } from 'vitest';

import type { Flaw } from './flaw.ts';
import { parseFlaw } from './parse-flaw.ts';
import { sample } from './samples/fixtures.ts';

const written: Flaw = {
	version: 1,
	primer: 'paris-call',
	item: 'launch-event',
	reason: 'unclear',
	note: 'Which of the two events in the same week?',
	at: 1764064860000,
	withdrawn: false
};

test('a mark of version 1 is read as it was written', () => {
	expect(parseFlaw(sample('flaw-1'))).toEqual(written);
	expect(parseFlaw({ ...written, note: '' })).toEqual({ ...written, note: '' });
	const long = { ...written, note: 'a'.repeat(1000) };
	expect(parseFlaw(long)).toEqual(long);
});

test.each<[string, unknown]>([
	['nothing', null],
	['another version', { ...written, version: 2 }],
	['a reason that is none', { ...written, reason: 'boring' }],
	['a note that is too long', { ...written, note: 'a'.repeat(1001) }],
	['no note', { ...written, note: undefined }],
	['a key too many', { ...written, more: 1 }]
])('%s is no mark', (_, value) => {
	expect(parseFlaw(value)).toBeUndefined();
});
