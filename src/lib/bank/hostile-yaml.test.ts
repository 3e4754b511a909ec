import { expect, test } from 'vitest';

import { processorTime } from '#lib/text/fixtures.ts';

import { checkBank } from './check.ts';
import { PRIMER } from './fixtures.ts';

const hostile: Record<string, (length: number) => string> = {
	'brackets that are never closed': (length) => `a: ${'[a, '.repeat(length / 4)}`,
	'dashes in dashes': (length) => '- '.repeat(length / 2),
	'a quotation mark that is never closed': (length) => `a: "${'b\n  '.repeat(length / 4)}`,
	'single quotation marks': (length) => `a: ${"'".repeat(length)}`,
	'one line without end': (length) => `a: ${'b: '.repeat(length / 3)}`,
	'blanks without end': (length) => `a:${' '.repeat(length)}b: c`,
	'lines without keys': (length) => 'word\n'.repeat(length / 5),
	anchors: (length) => `items:\n${'  - &a b\n'.repeat(length / 9)}`,
	'commas in braces': (length) => `items:\n${'  - { text: a, b, c }\n'.repeat(length / 22)}`,
	'cut texts': (length) => `items:\n${'  - text: a #b\n'.repeat(length / 15)}`,
	comments: (length) => '# a\n'.repeat(length / 4),
	'keys without end': (length) =>
		Array.from({ length: length / 10 }, (_, index) => `key${index}: a\n`).join(''),
	'unknown keys of an item': (length) =>
		`point: 1\nitems:\n  - id: a\n    kind: numeric\n${Array.from({ length: 900 }, (_, index) => `    key${index}: ${'a'.repeat(length / 1000)}\n`).join('')}`,
	'one key without end': (length) =>
		`point: 1\nitems:\n  - id: a\n    kind: numeric\n    ? ${'k'.repeat(length)}\n    : a\n`,
	'a text of many lines': (length) => `a: |\n${'  b\n'.repeat(length / 4)}`,
	documents: (length) => '---\na\n'.repeat(length / 6)
};

test.each(Object.entries(hostile))('no file takes long: %s', (_, text) => {
	const files = [
		{ name: 'b/1.yaml', text: text(1_000_000) },
		{ name: 'b/primer.yaml', text: PRIMER }
	];
	const begin = processorTime();
	const { problems } = checkBank('b', files);
	expect(processorTime() - begin).toBeLessThan(10_000);
	expect(problems.length).toBeGreaterThan(0);
	expect(problems.length).toBeLessThan(1100);
});
