import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { compileInline, compileMarkdown, MarkdownError } from './markdown.ts';
import type { Rich, RichNode } from './rich.ts';

/** What is said of a text, or undefined where it is taken. */
function said(compile: (source: string) => Rich, source: string): string | undefined {
	try {
		compile(source);
		return undefined;
	} catch (error) {
		if (!(error instanceof MarkdownError)) throw error;
		return error.flaws.map(({ message, fix }) => `${message} | ${fix}`).join('\n');
	}
}

/** The characters that a reader sees, with the numbers and bullets that lists put before their entries. */
function seen(rich: Rich): string {
	return seenWithin(rich).replaceAll(/\s+/g, ' ').trim();
}

function seenWithin(rich: Rich): string {
	const nodes: RichNode[] = typeof rich === 'string' ? [rich] : rich;
	return nodes
		.map((node): string => {
			if (typeof node === 'string') return node;
			if (node.tag === 'ul') return node.children.map((entry) => `- ${seen([entry])}`).join(' ');
			if (node.tag === 'ol') {
				const start = node.start ?? 1;
				return node.children.map((entry, index) => `${start + index}. ${seen([entry])}`).join(' ');
			}
			return node.tag === 'p' ? ` ${seen(node.children)} ` : seenWithin(node.children);
		})
		.join('');
}

describe('is shown as it is written, in a stem and in an option:', () => {
	test.each([
		'1989. What fell in that year?',
		'1) What is meant by this?',
		'- 5 °C is how much in Fahrenheit?',
		'+ 5 or more',
		'+',
		'-',
		'2 * 3 * 4 = 24',
		'a * b',
		'snake_case_name and another_one',
		'AT&T and R&D; and Q&A',
		'if a < b and c > d',
		'a && b || c',
		'f(**options)',
		'*.txt and *.md',
		'price* and cost*',
		'5 $ and 6 $, $5 and $10, US$5, $HOME/$USER',
		'10^2 and x^2',
		'P(A|B), |x| + |y|',
		'C:\\Users\\a',
		'https://example.org/a_b_c',
		'[sic] and [1]',
		'a ~ b, ~5',
		'The blank is ___',
		'Paris: a city # and more',
		'a\tb'
	])('%s', (source) => {
		const shown = source.replaceAll(/\s+/g, ' ');
		expect(seen(compileMarkdown(source))).toBe(shown);
		expect(seen(compileInline(source))).toBe(shown);
	});

	test.each(['> 5 % of it', '>= 5', '# of states', '1. first', '***', '---', '[a]: https://example.org'])(
		'in an option alone, where headings, lists and quotations are not possible: %s',
		(source) => {
			expect(seen(compileInline(source))).toBe(source);
		}
	);

	test.each([
		['2\\*3\\*4', '2*3*4'],
		['\\*\\*', '**'],
		['\\_a_b_', '_a_b_'],
		['\\$x$', '$x$'],
		['\\&nbsp;', '&nbsp;'],
		['\\<b>', '<b>'],
		['`2*3*4` and `$x$`', '2*3*4 and $x$'],
		['5 \\| 6', '5 | 6'],
		['One.\n\n1989\\. What fell?', 'One. 1989. What fell?'],
		['One.\n\n\\- 5 °C', 'One. - 5 °C'],
		['<https://example.org>', 'https://example.org'],
		['**un**happy and walk*ed*', 'unhappy and walked'],
		['これは*強調*です', 'これは強調です']
	])('as it is meant: %s', (source, shown) => {
		expect(seen(compileMarkdown(source))).toBe(shown);
	});

	test('a list keeps the number at which it begins', () => {
		expect(compileMarkdown('3. c\n4. d')).toEqual([
			{
				tag: 'ol',
				start: 3,
				children: [
					{ tag: 'li', children: ['c'] },
					{ tag: 'li', children: ['d'] }
				]
			}
		]);
		expect(seen(compileMarkdown('First:\n\n0. a\n1. b'))).toBe('First: 0. a 1. b');
	});
});

describe('says what it takes the text to be, and what to write instead:', () => {
	test.each([
		['One.\n\n1989. What fell?', /“1989\.”.*list.*\| .*“1989\\\.”/],
		['One.\n- 5 °C', /“-”.*list.*\| .*“\\-”/],
		['One.\n\n+ 5', /“\+”.*list.*\| .*“\\\+”/],
		['1. a\n3. b', /numbered 1, 3.*\| .*1, 2/],
		['1. a\n1. b', /numbered 1, 1.*\| .*1, 2/],
		['01. a\n02. b', /01, 02.*\| .*1, 2/],
		['1) a\n2) b', /“1\)”.*\| .*“1\.”/],
		['2*3*4', /“\*3\*”.*emphasis.*\| .*“\\\*”/],
		['a*b*c', /“\*b\*”.*emphasis/],
		['2**3**4', /“\*\*3\*\*”.*emphasis/],
		['(a|b)*abb(c)*', /emphasis/],
		['count(*) of a*b', /emphasis/],
		['_a_b_', /“_a_b_”.*emphasis.*\| .*“\\_”/],
		['__init__', /“__init__”.*emphasis.*\| .*“\\_”/],
		['100&nbsp;km', /“&nbsp;”.*\| .*“\\&”/],
		['A &amp; B', /“&amp;”/],
		['&#8212;', /“&#8212;”/],
		['a | b\n---|---\n1 | 2', /table/],
		['| a | b |\n| c | d |', /table/],
		['| a | b | |---|---| | 1 | 2 |', /table/],
		['+---+---+\n| a | b |', /table/],
		['Let $x^2$ be', /“\$x\^2\$”.*formula.*\| .*“\\\$”/],
		['Let $x$ be', /formula/],
		['$a_1*b_1*c$', /formula/],
		['$$a+b$$', /formula/],
		['\\(a+b\\) is', /formula/],
		['\\[a+b\\] is', /formula/],
		['$\\frac{a}{b}$', /formula/],
		['~~gone~~', /“~~gone~~”/],
		['H~2~O', /“~2~”/],
		['10^2^', /“\^2\^”/],
		['so it is[^1]', /“\[\^1\]”/],
		['- [ ] a\n- [x] b', /“\[ \]”/],
		['# A', /heading.*\| .*“\\#”/],
		['A\n---', /heading.*“---”/],
		['A\n===', /heading.*“===”/],
		['> A', /quotation.*\| .*“\\>”/],
		['***', /rule/],
		['a\n\n    b', /code.*indented/],
		['```\na\n```', /code/],
		['a <b>c</b>', /HTML.*\| .*“\\<”/],
		['![a](https://b.c)', /image/],
		['[a](https://b.c "title")', /title/],
		['[](https://b.c)', /no words/],
		['[a](/b)', /“\/b”.*web address/],
		['[a]: https://b.c', /“\[a\]:”.*\| .*“\\\[”/],
		['a  \nb', /line.*broken.*\| .*empty line/],
		['a\\\nb', /line.*broken.*\| .*empty line/],
		['the share \\\\server', /“\\\\s”.*one/],
		['a \\% b \\{c\\}', /“\\%”/]
	])('%j', (source, pattern) => {
		expect(said(compileMarkdown, source)).toMatch(pattern);
	});

	test('everything at once, each with the words at fault', () => {
		try {
			compileMarkdown('One <b>is</b>.\n\nLet $x^2$ and 2*3*4.\n\n# Head');
			expect.unreachable();
		} catch (error) {
			expect(error instanceof MarkdownError && error.flaws.map(({ piece }) => piece)).toEqual([
				'<b>',
				'$x^2$',
				'*3*',
				'# Head'
			]);
		}
	});

	test('once, where one piece is wrong in two ways', () => {
		for (const source of ['$a*b*c_1$', '| <b> | c |\n|---|---|\n| d | e |']) {
			expect(said(compileMarkdown, source)?.split('\n')).toHaveLength(1);
		}
	});

	test('a list in one line as such', () => {
		expect(said(compileInline, '- one\n- two')).toMatch(/list or several paragraphs.*\| .*one line/);
	});
});

test('whatever is accepted shows all its characters except those of its markup', () => {
	const unit = fc.constantFrom(
		...Array.from('ab2 *_\\`[]()<>#-+.\n&;$|~^'),
		'1. ',
		'\n- ',
		'&amp;',
		'  \n',
		'---'
	);
	const kept = (text: string) => text.replaceAll(/[\s*_\\`[\]()<>#+.-]/g, '');
	fc.assert(
		fc.property(fc.string({ unit, maxLength: 30 }), (source) => {
			for (const compile of [compileMarkdown, compileInline]) {
				if (said(compile, source) !== undefined) continue;
				const shown = seen(compile(source));
				expect(kept(shown)).toBe(kept(source));
			}
		}),
		{ numRuns: 3000 }
	);
});
