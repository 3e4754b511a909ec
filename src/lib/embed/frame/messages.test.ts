import fc from 'fast-check';
import { expect, test } from 'vitest';

import { commands, isReady, posted, readCommand, readHeight, VERSION } from './messages.ts';

test.each(commands)('“%s” is read as it is posted, whatever else is in the message', (type) => {
	expect(readCommand(posted({ type }))).toBe(type);
	expect(readCommand({ ...posted({ type }), later: { more: true } })).toBe(type);
	// A message is copied on its way.
	expect(readCommand(structuredClone(posted({ type })))).toBe(type);
});

test('a height is read as it is posted', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 100_000 }), (height) => {
			expect(readHeight(posted({ type: 'height', height }))).toBe(height);
		})
	);
});

test('what other pages, extensions and frames say to one another is no message', () => {
	fc.assert(
		fc.property(fc.anything({ withNullPrototype: true, withObjectString: true }), (message) => {
			expect([readCommand(message), readHeight(message), isReady(message)]).toEqual([
				undefined,
				undefined,
				false
			]);
		})
	);
});

const strange: unknown[] = [
	undefined,
	null,
	'start',
	'{"fivePoints":1,"type":"start"}',
	{ type: 'start' },
	{ fivePoints: VERSION + 1, type: 'start' },
	{ fivePoints: String(VERSION), type: 'start' },
	{ fivePoints: VERSION, type: 'toString' },
	{ fivePoints: VERSION, type: ['start'] },
	{ fivePoints: VERSION, type: { toString: () => 'start' } },
	Object.create({ fivePoints: VERSION, type: 'start' }),
	{ subject: 'lti.frameResize', height: 300 },
	[{ fivePoints: VERSION, type: 'start' }]
];

test.each(strange)('%j is no command', (message) => {
	expect(readCommand(message)).toBeUndefined();
});

test('a getter in a message is not called', () => {
	const message = {
		fivePoints: VERSION,
		get type(): string {
			throw new Error('It was called.');
		}
	};
	expect(readCommand(message)).toBeUndefined();
});

test.each([0, -1, 1.5, Infinity, Number.NaN, '300', 100_001, null, undefined, [300]])(
	'%j is no height',
	(height) => {
		expect(readHeight({ fivePoints: VERSION, type: 'height', height })).toBeUndefined();
	}
);
