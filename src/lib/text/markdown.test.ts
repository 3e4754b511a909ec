import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { compileInline, compileMarkdown, line, MarkdownError, parseMarkdown, prose } from './markdown.ts';
import { richSchema } from './rich-schema.ts';
import { plainText } from './rich.ts';

describe('compiles', () => {
	test.each([
		['a plain line', 'The Paris Call', 'The Paris Call'],
		['spaces around', '  The Call \n', 'The Call'],
		['a line folded by hand', 'The\nCall', 'The Call'],
		['characters that are escaped', '1 \\< 2 \\*', '1 < 2 *'],
		['emphasis', 'a *b* c', ['a ', { tag: 'em', children: ['b'] }, ' c']],
		['strong emphasis', '**b**', [{ tag: 'strong', children: ['b'] }]],
		['code', '`<b>`', [{ tag: 'code', children: ['<b>'] }]],
		[
			'a link',
			'[the *text*](https://example.org/a)',
			[{ tag: 'a', href: 'https://example.org/a', children: ['the ', { tag: 'em', children: ['text'] }] }]
		],
		[
			'paragraphs',
			'One.\n\nTwo.',
			[
				{ tag: 'p', children: ['One.'] },
				{ tag: 'p', children: ['Two.'] }
			]
		],
		[
			'a list',
			'- one\n- *two*',
			[
				{
					tag: 'ul',
					children: [
						{ tag: 'li', children: ['one'] },
						{ tag: 'li', children: [{ tag: 'em', children: ['two'] }] }
					]
				}
			]
		],
		[
			'a numbered list',
			'1. one\n2. two',
			[
				{
					tag: 'ol',
					children: [
						{ tag: 'li', children: ['one'] },
						{ tag: 'li', children: ['two'] }
					]
				}
			]
		]
	])('%s', (_, source, expected) => {
		expect(compileMarkdown(source)).toEqual(expected);
	});
});

describe('refuses', () => {
	test.each([
		['a tag', 'a <b>bold</b> word'],
		['a script', '<script>alert(1)</script>'],
		['a comment', 'a <!-- b --> c'],
		['an image', '![a picture](https://example.org/a.png)'],
		['a script as an address', '[a](javascript:alert(1))'],
		['one in capitals and entities', '[a](JAVA&#83;CRIPT:alert(1))'],
		['one in angle brackets', '<javascript:alert(1)>'],
		['one that ends like a web address', '[a](javascript:alert(`https://example.org`))'],
		['data as an address', '[a](data:text/html,x)'],
		['an address without a host', '[a](/local)'],
		['a heading', '# A'],
		['an underlined heading', 'A\n==='],
		['a block quotation', '> A'],
		['a rule', '***'],
		['a block of code', '```\nA\n```'],
		['an indented list item of code', '- a\n\n      b'],
		['a line broken by a backslash', 'a\\\nb'],
		['an image by reference', '![a]\n\n[a]: https://example.org'],
		['a definition', '[a]: javascript:alert(1)']
	])('%s', (_, source) => {
		expect(() => compileMarkdown(source)).toThrow(MarkdownError);
	});

	test.each([['- one\n- two'], ['One.\n\nTwo.']])('in one line %j', (source) => {
		expect(() => compileInline(source)).toThrow('are not possible where one line is shown');
	});
});

test('whatever compiles holds nothing but what the interface shows', () => {
	const markup = fc.string({
		unit: fc.constantFrom(...Array.from('ab *_`[]()<>!#-\n:/.&;\\"'), 'javascript:', 'https://')
	});
	fc.assert(
		fc.property(markup, (source) => {
			try {
				const rich = compileMarkdown(source);
				expect(v.is(richSchema, rich)).toBe(true);
				expect(plainText(rich)).not.toContain('[object');
			} catch (error) {
				expect(error).toBeInstanceOf(MarkdownError);
			}
		}),
		{ numRuns: 3000 }
	);
});

test('the parser agrees that a plain text is plain', () => {
	const signs = fc.constantFrom(
		...Array.from(' \t\n\r\f\v\u0000\u00a0\u0085\u2028\uFEFFaZ1é€😀.)(:;,!?#>+-–~=|^$%@/"\'{}*_`[]<&\\'),
		...['http://a.b', 'www.a.b', 'a@b.c', '10. ', '1)', '---', '===', '~~~', '   ', '# ', 'a'.repeat(9)]
	);
	const harmless = fc.constantFrom(
		...Array.from(' aZ19é.)(:;,!?#>+-–~=|^$%@/"\'{}'),
		'http://a.b',
		'www.a.b',
		'a@b.c',
		'1. '
	);
	const outcome = (compile: (source: string) => unknown, source: string) => {
		try {
			return compile(source);
		} catch (error) {
			return error instanceof MarkdownError ? error.message : error;
		}
	};
	fc.assert(
		fc.property(
			fc.oneof(...[signs, harmless, 'binary' as const].map((unit) => fc.string({ unit }))),
			(source) => {
				expect(outcome(compileMarkdown, source)).toEqual(outcome(parseMarkdown, source.trim()));
			}
		),
		{
			numRuns: 1500,
			examples: [[''], [' '], ['1. a'], ['1.a'], ['- a'], ['-'], ['# a'], ['#'], ['+'], ['a\n==='], ['2018)']]
		}
	);
});

test('its schemas say what is wrong and what to do', () => {
	const said = (schema: typeof line, source: unknown) =>
		v.safeParse(schema, source).issues?.map(({ message }) => message);
	expect(said(line, 'a *b*')).toBeUndefined();
	expect(said(line, ' ')).toEqual(['is empty\nWrite it.']);
	expect(said(prose, '<b>')).toEqual([
		'raw HTML is not supported\nUse Markdown for emphasis, or write the character “<” as “\\<”.'
	]);
	expect(said(line, '- a\n- b')).toEqual([
		'a list or several paragraphs are not possible where one line is shown\nWrite it as one line.'
	]);
	expect(said(prose, '[a](ftp://b)')?.[0]).toMatch(/“ftp:\/\/b”.*\n.*https:/);
});

test('plain text keeps the words and nothing else', () => {
	expect(plainText(compileMarkdown('A *b* [c](https://example.org).\n\n- d\n- e'))).toBe('A b c. d e');
});
