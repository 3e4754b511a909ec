import { describe, expect, test } from 'vitest';

import { readYaml, YamlError } from './yaml.ts';

const source = `# A comment
title: The Call   # another
items:
  - id: one
    options: [a, "b: c", { text: d }]
  - id: two
    text: >
      folded
      text
empty:
`;

/** What is thrown at a text, with its place. */
function refusal(text: string): { message: string; place: YamlError['place'] } {
	try {
		readYaml(text);
	} catch (error) {
		if (error instanceof YamlError) return { message: error.message, place: error.place };
		throw error;
	}
	throw new Error('Nothing was refused.');
}

describe('reads', () => {
	test('the values', () => {
		expect(readYaml(source).value).toEqual({
			title: 'The Call',
			items: [
				{ id: 'one', options: ['a', 'b: c', { text: 'd' }] },
				{ id: 'two', text: 'folded text\n' }
			],
			empty: null
		});
	});

	test('dates and look-alikes of YAML 1.1 as texts', () => {
		expect(readYaml('[2018-11-13, no, on, 12:30]').value).toEqual(['2018-11-13', 'no', 'on', '12:30']);
	});

	test('an empty text, and one of comments, as nothing', () => {
		expect(readYaml('').value).toBeUndefined();
		expect(readYaml('# nothing\n').value ?? null).toBeNull();
	});

	test('a key that every object inherits as a key of its own', () => {
		const { value } = readYaml('__proto__: { a: 1 }\nconstructor: 2');
		expect(Object.keys(value ?? {})).toEqual(['__proto__', 'constructor']);
		expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
	});
});

describe('places', () => {
	const { placeOf, placeOfKey } = readYaml(source);

	test.each([
		[['title'], 2, 8],
		[['items', 0, 'id'], 4, 9],
		[['items', 0, 'options', 1], 5, 19],
		[['items', 0, 'options', 2, 'text'], 5, 34],
		[['items', 1], 6, 5],
		[['items', 1, 'id'], 6, 9]
	])('the value at %j', (path, line, column) => {
		expect(placeOf(path)).toEqual({ line, column });
	});

	test('a path that leads nowhere at its nearest parent', () => {
		expect(placeOf(['items', 1, 'options', 7, 'text'])).toEqual(placeOf(['items', 1]));
		expect(placeOf(['nowhere'])).toEqual({ line: 2, column: 1 });
		expect(placeOf([])).toEqual({ line: 2, column: 1 });
	});

	test('a key, and one that is missing at its mapping', () => {
		expect(placeOfKey([], 'items')).toEqual({ line: 3, column: 1 });
		expect(placeOfKey(['items', 0], 'options')).toEqual({ line: 5, column: 5 });
		expect(placeOfKey(['items', 0, 'options', 2], 'text')).toEqual({ line: 5, column: 28 });
		expect(placeOfKey(['items', 0], 'stem')).toEqual({ line: 4, column: 5 });
	});

	test('by the lines of Windows too', () => {
		const windows = readYaml(source.replaceAll('\n', '\r\n'));
		expect(windows.placeOf(['items', 1, 'id'])).toEqual({ line: 6, column: 9 });
	});

	test('behind a byte order mark, as an editor counts', () => {
		expect(readYaml('\uFEFFa: 1\nb: 2').placeOf(['b'])).toEqual({ line: 2, column: 4 });
	});
});

describe('refuses', () => {
	test('what is not YAML, with the place', () => {
		expect(refusal('a: 1\nb: [1, 2').place?.line).toBe(2);
		expect(refusal('a: 1\n b: 2').place?.line).toBe(2);
		expect(refusal('text: Paris: a city').place).toMatchObject({ line: 1 });
	});

	test('a key that is used twice', () => {
		expect(refusal('a: 1\nb: 2\na: 3')).toEqual({
			message: expect.stringContaining('duplicated'),
			place: { line: 3, column: 1 }
		});
	});

	test('several documents', () => {
		expect(refusal('a: 1\n---\nb: 2')).toEqual({
			message: expect.stringContaining('several documents'),
			place: undefined
		});
	});

	test('aliases, of which a few can stand for gigabytes', () => {
		const doubling = Array.from(
			{ length: 30 },
			(_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`
		);
		const before = process.memoryUsage().heapUsed;
		const { message, place } = refusal(['a0: &a0 lol', ...doubling].join('\n'));
		expect(message).toContain('alias');
		expect(place?.line).toBe(2);
		expect(process.memoryUsage().heapUsed - before).toBeLessThan(50e6);
	});

	test('merging, which is an alias too', () => {
		expect(refusal('a: &a { b: 1 }\nc: { <<: *a }').message).toContain('alias');
	});

	test('nesting deeper than any item’s', () => {
		expect(readYaml('['.repeat(30) + ']'.repeat(30)).value).toBeInstanceOf(Array);
		expect(refusal('['.repeat(40) + ']'.repeat(40)).message).toMatch(/nest|depth/i);
		expect(refusal('['.repeat(1_000_000)).message).toMatch(/nest|depth/i);
		const blocks = Array.from({ length: 40 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
		expect(refusal(blocks).message).toMatch(/nest|depth/i);
	});

	test('tags that would make anything but data', () => {
		expect(refusal('a: !!js/function "() => 1"').message).toContain('tag');
	});

	test('a byte that no text holds', () => {
		expect(refusal('a: "\u0000"').message).toContain('null byte');
	});
});
