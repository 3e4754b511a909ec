import { expect, test } from 'vitest';

import { markupIn } from './as-written.ts';

test.each([
	['the *Paris* Call', 'emphasis'],
	['the _Paris_ Call', 'emphasis'],
	['the **Paris** Call', 'strong emphasis'],
	['the `Paris` Call', 'code'],
	['the [Paris](https://example.org) Call', 'a link'],
	['<https://example.org>', 'a link'],
	['Let $x^2$ be', '“$x^2$” is a formula as TeX writes it'],
	['\\frac{1}{2} of it', '“\\frac{” is a formula as TeX writes it'],
	['100&nbsp;km', '“&nbsp;” is HTML for another character'],
	['CO~2~', '“~2~” is a subscript'],
	['~~gone~~', '“~~gone~~” strikes words out'],
	['| a | b |\n|---|---|\n| 1 | 2 |', 'this is a table'],
	['- one\n- two', 'a list'],
	['1. one\n2. two', 'a list'],
	['so <b>it</b> is', 'raw HTML is not supported'],
	['![a](https://b.c)', 'there is an image in the text']
])('%j has markup: %s', (text, what) => {
	expect(markupIn(text)).toContain(what);
});

test.each([
	'2*3*4',
	'a * b',
	'__init__',
	'snake_case_name',
	'<b>',
	'if a < b',
	'C:\\Users\\a',
	'C#',
	'5 $ and 6 $',
	'$HOME',
	'AT&T',
	'1989. What fell?',
	'f(**options)',
	'One.\n\nAnother.',
	'One line\nand another',
	'[sic]',
	'___',
	'# of states',
	'> 5',
	'1. first',
	'    indented'
])('%j has none', (text) => {
	expect(markupIn(text)).toBeUndefined();
});
