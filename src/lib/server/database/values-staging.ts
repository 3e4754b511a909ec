import fc from 'fast-check';

/** Texts that have broken other stores: half a surrogate pair, NUL, names that every object has. */
export const oddText = fc.oneof(
	fc.string(),
	fc.string({ unit: 'binary' }),
	fc.constantFrom(
		'',
		'\0',
		'a\0b',
		'\ud800',
		'\udc00x',
		'\u2028',
		'"\\',
		'é',
		'e\u0301',
		'🦊',
		"'; --",
		'%',
		'?',
		'$1'
	),
	fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty')
);

/** Any JSON, as it comes from a request. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
	fc.jsonValue({ stringUnit: 'binary' }),
	fc.dictionary(
		oddText,
		fc.oneof(oddText, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.array(oddText))
	),
	fc.constantFrom(0, -0, 1e308, 5e-324, 2 ** 53 + 2, 0.1 + 0.2, null, '', [], {}),
	fc.nat({ max: 500 }).map((depth) => {
		const text = `${'['.repeat(depth)}1${']'.repeat(depth)}`;
		const value: unknown = JSON.parse(text);
		return value;
	})
);

/** Milliseconds since 1970, or parts of them. */
export const moment = fc.oneof(
	fc.nat(),
	fc.double({ min: 0, max: 253_402_300_799_999, noNaN: true }),
	fc.constantFrom(0, 0.1, 1_795_867_200_123.456, 253_402_300_799_999)
);

/** Texts as long as an essay, and odd at their ends. */
export const longText: fc.Arbitrary<string> = fc
	.tuple(oddText, oddText)
	.map(([start, end]) => `${start}${'🦊\0\ud800é'.repeat(2000)}${end}`);
