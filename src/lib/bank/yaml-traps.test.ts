import { describe, expect, test } from 'vitest';

import { checkBank } from './check.ts';
import { complaints, filesWith } from './fixtures.ts';
import { describeProblem } from './problem.ts';

const STEM = 'stem: How many are there?';

/** What is reported if the stem in line 18 of the small bank is changed. */
function saidOf(written: string): string[] {
	return complaints(filesWith({ items: [[STEM, written]] }));
}

describe('a text that YAML misreads is reported once, in its line, with the remedy:', () => {
	test.each<[string, RegExp]>([
		['stem: *Which* is first?', /begin with “\*”.*\| .*"\*Which\* is first\?"/],
		['stem: *which', /begin with “\*”.*\| .*"\*which"/],
		['stem: &c. is what?', /begin with “&”.*\| .*"&c\. is what\?"/],
		['stem: & is what?', /begin with “&”.*\| .*"& is what\?"/],
		['stem: !important is what?', /begin with “!”.*\| .*"!important is what\?"/],
		['stem: ! is what?', /begin with “!”.*\| .*"! is what\?"/],
		['stem: !!str is what?', /begin with “!”.*\| .*quotation/],
		['stem: %d is what?', /begin with “%”.*\| .*"%d is what\?"/],
		['stem: @home is what?', /begin with “@”.*\| .*"@home is what\?"/],
		['stem: `a` is what?', /begin with “`”.*\| .*"`a` is what\?"/],
		['stem: - 5 is what?', /begin with “-”.*\| .*"- 5 is what\?"/],
		['stem: ? is what?', /begin with “\?”.*\| .*"\? is what\?"/],
		['stem: > 5 is what?', /begin with “>”.*\| .*"> 5 is what\?"/],
		['stem: |x| is what?', /begin with “\|”.*\| .*"\|x\| is what\?"/],
		['stem: , is what?', /begin with “,”.*\| .*", is what\?"/],
		['stem: ] is what?', /begin with “\]”.*\| .*"\] is what\?"/],
		['stem: } is what?', /begin with “}”.*\| .*"} is what\?"/],
		['stem: [sic] is what?', /begin with “\[”.*\| .*"\[sic\] is what\?"/],
		['stem: {a} is what?', /begin with “{”.*\| .*"{a} is what\?"/],
		['stem: "Paris" is what?', /over at the second “"”.*\| .*'"Paris" is what\?'/],
		["stem: 'Paris' is what?", /over at the second “'”.*\| .*"'Paris' is what\?"/],
		["stem: 'What isn't so?'", /over at the second “'”.*\| .*"What isn't so\?"/],
		['stem: "Say "hello" to whom?"', /over at the second “"”.*\| .*'Say "hello" to whom\?'/],
		['stem: "Paris" or "Nice"', /over at the second “"”.*\| .*'"Paris" or "Nice"'/],
		["stem: 'Paris' or 'Nice'", /over at the second “'”.*\| .*"'Paris' or 'Nice'"/],
		['stem: "Paris is', /“"” .*not closed.*\| .*[Cc]lose/],
		["stem: 'Paris is", /“'” .*not closed.*\| .*[Cc]lose/],
		['stem: "a \\- b"', /“\\-”.*\| .*“\\\\-”.*single/],
		['stem: "C:\\Users"', /“\\U”.*\| .*“\\\\U”.*single/],
		['stem: Paris: a city?', /“: ”.*\| .*"Paris: a city\?"/],
		['stem: What is this:', /ends in a colon.*\| .*"What is this:"/],
		['stem: What is C # for?', /ends before “# for\?”.*\| .*"What is C # for\?"/],
		['stem: Which? #5 it says', /ends before “#5 it says”.*\| .*line of its own/],
		['stem: # of states?', /ends before “# of states\?”.*\| .*"# of states\?"/],
		['stem:How many?', /“stem:”.*\| .*blank/],
		['stem: One\n    two', /no key.*\| .*[Ii]ndent/],
		['stem: One\n      two: three', /indented further.*\| .*quotation/],
		['stem: One\n     accept: [two]', /indented further.*\| .*Indent it as that key/],
		['stem: One\n     accept: {two: three}', /indented further.*\| .*Indent it as that key/],
		['stem: One\n   accept: [two]', /neither as the keys above.*\| .*same number/],
		['stem: One\n   accept: { two: three } # four', /neither as the keys above.*\| .*same number/],
		['stem: One\n     - accept: ["two"]', /indented.*\| .*[Ii]ndent/],
		['stem: One\n    stem: Two', /“stem” is duplicated.*\| .*one of the two/]
	])('%s', (written, pattern) => {
		const said = saidOf(written);
		expect(said).toHaveLength(1);
		expect(said[0]).toMatch(/^b\/1\.yaml:(?:18|19):/);
		expect(said[0]).toMatch(pattern);
	});

	test.each<[string, string, RegExp]>([
		[
			'{ text: two, three, key: false, why: It is second. }',
			'comma',
			/ended at the comma before “three”.*\| .*line/
		],
		['{ text: two, why: It is, of course, second. }', 'commas', /ended at the comma before “of course”.*\| /],
		['{ text: f(a, b), why: It is second. }', 'brackets', /ended at the comma before “b\)”/],
		['{ text: two, why: Is it? Yes, # 2. }', 'number sign', /ends before “#|“#”.*comment/],
		['{ text: two, why: "Two" is second. }', 'quotation', /[Qq]uotation|quotes/],
		['{ text: two, why: It is: second. }', 'colon', /.*\| .*quotation/],
		['{ text: two, why: It is second.', 'open', /“{”.*not closed.*\| /],
		['{ text: two, why: [no] it is }', 'list', /.*\| .*quotation/]
	])('in braces: %s', (written, _, pattern) => {
		const said = complaints(filesWith({ items: [['{ text: two, why: It is second. }', written]] }));
		expect(said).toHaveLength(1);
		expect(said[0]).toMatch(/^b\/1\.yaml:1[12]:/);
		expect(said[0]).toMatch(pattern);
	});

	test('all silently misread texts are reported in one pass', () => {
		const said = complaints(
			filesWith({
				items: [
					['{ text: two, why: It is second. }', '{ text: two, three, why: It is second. }'],
					['explanation: One comes first.', 'explanation: One # comes first.'],
					[STEM, 'stem: &c. is what?']
				]
			})
		);
		expect(said.map((each) => each.split(' ')[0])).toEqual([
			'b/1.yaml:11:22',
			'b/1.yaml:12:18',
			'b/1.yaml:18:11'
		]);
	});

	test.each<[string, [string, string], RegExp]>([
		['a tab', ['    stem: How', '\tstem: How'], /:18:1 .*tab.*\| .*spaces/],
		['a hard space', ['  - id: number', '\u00a0 - id: number'], /:13:1 .*space.*\| .*spaces/],
		['a dash without a blank', ['  - id: number', '  -id: number'], /:13:\d+ .*“-”.*\| .*blank/],
		['a key too far left', ['    stem: How', '   stem: How'], /:18:\d+ .*indented.*\| .*same/]
	])('in the indentation: %s', (_, change, pattern) => {
		const said = complaints(filesWith({ items: [change] }));
		expect(said).toHaveLength(1);
		expect(said[0]).toMatch(pattern);
	});
});

describe('is no trap:', () => {
	test.each([
		'stem: The “x” is what?',
		'stem: What is C#?',
		'stem: -5 is what?',
		'stem: ?what?',
		'stem: See https://example.org/a:b now?',
		'stem: It is 12:30, what now?',
		'stem: How, many?',
		'stem: "Paris: a # city?" # quoted, so that this is a comment',
		'stem: How many?  # behind two blanks it is a comment',
		'stem: >\n      How: many # are\n      there?',
		'stem: How\n      many are\n      there?',
		'# a comment\n    stem: How many?',
		'stem: no',
		'stem: "null"'
	])('%s', (written) => {
		expect(saidOf(written)).toEqual([]);
	});
});

test.each([
	['stem: null', /“null”.*nothing.*\| .*quotation/],
	['stem: ~', /“~”.*nothing.*\| .*quotation/],
	['stem: 1.0', /is 1\.0 \| .*quotation/],
	['stem: true', /is true \| .*quotation/],
	['stem: 0x10', /is 0x10 \| .*quotation/]
])('a word that YAML takes for something else is told as it is written: %s', (written, pattern) => {
	const said = saidOf(written);
	expect(said).toHaveLength(1);
	expect(said[0]).toMatch(pattern);
});

test('a value that is far too large is reported, whatever it is for', () => {
	const said = saidOf(`stem: ${'a'.repeat(20_001)}`);
	expect(said).toEqual([expect.stringMatching(/^b\/1\.yaml:18:11 .*20,001 characters.*\| /)]);
});

test('each file that is not YAML is reported in one run, and that it was only read up to there', () => {
	const { problems } = checkBank('b', [
		...filesWith({ primer: [['title: A primer', 'title: "A primer']], items: [[STEM, 'stem: "How many']] }),
		{ name: 'b/2.yaml', text: 'point: 2\nitems: [' }
	]);
	expect(problems.map(describeProblem).map((text) => text.replace(/:\d+: .*\n.*\n/, ' …\n'))).toEqual([
		'b/primer.yaml:1 …\n    The rest of the file is read once this is corrected.',
		'b/1.yaml:18 …\n    The rest of the file is read once this is corrected.',
		'b/2.yaml:2 …\n    The rest of the file is read once this is corrected.'
	]);
	const read = checkBank('b', filesWith({ items: [[STEM, 'stem: *which']] })).problems.map(describeProblem);
	expect(read.join()).not.toContain('The rest of the file');
});
