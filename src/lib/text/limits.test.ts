import { expect, test } from 'vitest';

import { processorTime } from './fixtures.ts';
import { compileInline, compileMarkdown, MarkdownError } from './markdown.ts';

const hostile: Record<string, (length: number) => string> = {
	'emphasis that is never closed': (length) => '*a'.repeat(length / 2),
	'emphasis that is never opened': (length) => 'a* '.repeat(length / 3),
	'emphasis in emphasis': (length) => '*a **b '.repeat(length / 14) + ' b** a*'.repeat(length / 14),
	'characters of all sorts': (length) => '*a_ '.repeat(length / 4),
	'a list in a list': (length) => '- '.repeat(length / 2) + 'a',
	'a numbered list in a list': (length) => '1. '.repeat(length / 3) + 'a',
	'a quotation in a quotation': (length) => '> '.repeat(length / 2) + 'a',
	'lists, each indented further': (length) => {
		const lines = Array.from({ length: Math.sqrt(length) }, (_, depth) => `${'  '.repeat(depth)}- a\n`);
		return lines.join('').slice(0, length);
	},
	'paragraphs without end': (length) => 'a\n\n'.repeat(length / 3),
	'entries without end': (length) => '- a\n'.repeat(length / 4),
	brackets: (length) => '['.repeat(length),
	'links that are never closed': (length) => '[a]('.repeat(length / 4),
	'tags that are never closed': (length) => '<a '.repeat(length / 3),
	'runs of back ticks': (length) =>
		Array.from({ length: 200 }, (_, run) => '`'.repeat(run))
			.join(' ')
			.slice(0, length),
	dollars: (length) => '$a '.repeat(length / 3),
	'dollars without spaces': (length) => '$a\\'.repeat(length / 3),
	bars: (length) => '|-'.repeat(length / 2),
	'bars and spaces': (length) => '| '.repeat(length / 2),
	spaces: (length) => `a${' '.repeat(length)}b`,
	tildes: (length) => '~a'.repeat(length / 2),
	carets: (length) => 'a^'.repeat(length / 2),
	underscores: (length) => '_'.repeat(length),
	backslashes: (length) => '\\'.repeat(length),
	ampersands: (length) => '&a'.repeat(length / 2),
	'a word without end': (length) => 'a'.repeat(length),
	digits: (length) => '1'.repeat(length)
};

/** Milliseconds that a text takes, whatever becomes of it. */
function timeOf(source: string): number {
	const begin = processorTime();
	for (const compile of [compileMarkdown, compileInline]) {
		try {
			compile(source);
		} catch (error) {
			expect(error).toBeInstanceOf(MarkdownError);
		}
	}
	return processorTime() - begin;
}

test.each(Object.entries(hostile))('no text takes long: %s', (_, text) => {
	for (const length of [1_000, 10_000, 20_000, 200_000]) expect(timeOf(text(length))).toBeLessThan(4000);
});

test('a text that is too long is refused before it is read', () => {
	const longest = 'word '.repeat(4000).trim();
	expect(compileMarkdown(longest)).toBe(longest);
	expect(() => compileMarkdown(`${longest} and more`)).toThrow(/20.?008 characters.*20.?000/);
	expect(() => compileInline(longest)).toThrow(/2.?000/);
	expect(timeOf('*a'.repeat(5_000_000))).toBeLessThan(500);
});

test('and so is one of too many characters or lines, or nested too deep', () => {
	expect(() => compileMarkdown('a\n'.repeat(600))).toThrow('lines');
	expect(() => compileMarkdown('*a '.repeat(600))).toThrow('characters of markup');
	expect(() => compileMarkdown('- '.repeat(9) + 'a')).toThrow('nested too deep');
	const deep = Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}- a\n${'  '.repeat(depth)}- b`);
	expect(() => compileMarkdown(deep.join('\n'))).toThrow('nested too deep');
});
