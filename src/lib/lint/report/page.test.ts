import axe from 'axe-core';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';

import { plainText } from '#lib/text/rich.ts';
import { editionOf, frenchWith } from '#lib/bank/translation/fixtures.ts';

import { lintEditions } from '../editions.ts';
import { bankOf, choice, written, type Sample } from '../fixtures.ts';
import { lint } from '../lint.ts';
import { reportPage } from './page.ts';
import { french as frenchWords } from './french.ts';
import { reportOf } from './report.ts';

const spoilt: Sample = {
	says: 'a bank with much to say about it',
	items: [
		choice(
			'Which is “<b>bold</b>” & ‘bare’?',
			'all of the above',
			['a < b', '"quoted"'].map(escapedInMarkdown),
			{
				stem: 'Which is \\<b>bold\\</b> & bare?',
				ignore: [{ rule: 'W-08', reason: 'it is <i>meant</i> to be long' }]
			}
		),
		written('numeric', { level: 'remember', difficulty: 3 })
	],
	primer: [
		['title: A primer', 'title: A <script>alert(1)</script> primer'],
		['id: F1.1', 'id: F1.1, title: The first']
	],
	more: {
		blueprint: { counts: { numeric: [0, 3] }, levels: { remember: 10 }, difficulties: [35, 45, 20] }
	}
};

/** A translation that lacks a stem, and with something else to say about it. */
const edition = editionOf(
	frenchWith({
		items: [
			['    stem: Combien y en a-t-il ?\n', ''],
			['text: deux', 'text: toutes ces réponses']
		]
	})
);
const french = lintEditions(edition.bank, [edition], { today: '2026-11-01' });

function pageOf(sample: Sample, more: Parameters<typeof reportOf>[2] = {}): string {
	const bank = bankOf(sample);
	return reportPage(reportOf(bank, lint(bank, { today: '2026-11-01' }), more));
}

/** A text whose characters Markdown leaves alone. */
function escapedInMarkdown(text: string): string {
	return text.replaceAll('<', '\\<');
}

function domOf(page: string): Document {
	return new JSDOM(page).window.document;
}

function textOf(element: Element | null | undefined): string {
	return (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** The words between a heading of the second rank and the next. */
function section(document: Document, heading: string): string {
	const found = [...document.querySelectorAll('h2')].find((each) => textOf(each) === heading);
	const words: string[] = [];
	for (let next = found?.nextElementSibling; next && next.tagName !== 'H2'; next = next.nextElementSibling) {
		words.push(
			[
				textOf(next),
				...[...next.querySelectorAll('[aria-label]')].map((each) => each.getAttribute('aria-label') ?? '')
			].join(' ')
		);
	}
	return words.join(' ');
}

test('tells what the bank holds and what the rules find', () => {
	const document = domOf(pageOf(spoilt, { translations: french }));
	expect([...document.querySelectorAll('h2')].map(textOf)).toEqual([
		'Which facts are asked for, and how',
		'Items of each kind',
		'Levels and difficulties',
		'Where the key is in the files',
		'What blind guessing earns',
		'What the rules find',
		'What is set aside, and why',
		'In French'
	]);
	expect(textOf(document.querySelector('h1 + p'))).toMatch(
		/^2 items on 2 facts: \d+ errors?, \d+ warnings?, 1 finding set aside with a reason\.$/
	);
	expect(section(document, 'Which facts are asked for, and how')).toMatch(
		/F1\.1 The first One is first\. single-choice \(single choice\), numeric \(a number\)/
	);
	expect(section(document, 'Items of each kind')).toMatch(/a number 0\/0 1\/3 0\/0 1/);
	expect(section(document, 'Levels and difficulties')).toMatch(/remember: ! 1 \(50.%\), the target 10.%/);
	expect(section(document, 'Levels and difficulties')).toMatch(/3: ! 1 \(50.%\), the target 20.%/);
	expect(section(document, 'Where the key is in the files')).toMatch(/1 choice with 3 options.*place 1: 1/);
	expect(section(document, 'What blind guessing earns')).toMatch(/take the longest: ! 100.% \(1 item\)/);
	const found = section(document, 'What the rules find');
	expect(found).toMatch(
		/Errors \(\d+\).*W-01 ?single-choice, options\[0\]\.text: the option “all of the above” refers to others\./
	);
	expect(found).toMatch(/Warnings \(\d+\)/);
	expect(found).toMatch(/Silent: .*S-01 \(no lock of the keys was read\)/);
	const translated = section(document, 'In French');
	expect(translated).toMatch(
		/W-01 ?first, options\[1\]\.text: the option “toutes ces réponses” refers to others/
	);
	expect(translated).toMatch(/Not translated \(1\) b\/fr\/1\.yaml: “number” stem/);
	const aside = section(document, 'What is set aside, and why');
	expect(aside).toMatch(
		/W-08 ?single-choice, options\[0\]\.text: .+ Set aside: it is <i>meant<\/i> to be long/
	);
	expect(aside).toMatch(/W-01 ?No option says “all of the above” or “A and B”\. Haladyna/);
});

test('draws each fact against each kind, and marks those that lack items', () => {
	const picture = domOf(pageOf(spoilt)).querySelector('svg');
	const words = [...(picture?.querySelectorAll(':scope > text') ?? [])].map(textOf);
	expect(words).toEqual(
		expect.arrayContaining(['single choice', 'marking a text', '1 One', 'F1.1', 'F2.1 !'])
	);
	expect([...(picture?.querySelectorAll('g') ?? [])].map(textOf)).toEqual(['single-choice 1', 'numeric 1']);
});

test('names facts by their titles in the language of its reader, and leads to the pages beside it', () => {
	const titled = bankOf({ ...spoilt, primer: [['id: F1.1', 'id: F1.1, title: Le premier fait']] }).primer;
	const names = { ...titled, title: 'Un cours', language: 'fr' };
	const ways = {
		label: 'Pour <b>tous</b>',
		pages: [
			{ words: 'Liens', address: '/fr/b/teach', isHere: false },
			{ words: 'Qualité', address: '/fr/b/bank', isHere: true }
		]
	};
	const document = domOf(pageOf(spoilt, { words: frenchWords, names, ways, quotes: false }));
	expect(document.title).toBe('Les questions de Un cours');
	const drawn = [...(document.querySelector('svg')?.querySelectorAll('text') ?? [])].map(textOf);
	expect(drawn).toContain('Le premier fait');
	const rows = [...document.querySelectorAll('figure + details tbody tr')].map(textOf);
	expect(rows[0]).toMatch(/^Le premier fait /);
	// Where nobody has given a title, its code is all there is.
	expect(rows[1]).toMatch(/^F2\.1 /);
	expect(textOf(document.body)).not.toContain('F1.1');
	const links = [...document.querySelectorAll('nav[aria-label="Pour <b>tous</b>"] a')];
	expect(
		links.map((link) => [textOf(link), link.getAttribute('href'), link.getAttribute('aria-current')])
	).toEqual([
		['Liens', '/fr/b/teach', null],
		['Qualité', '/fr/b/bank', 'page']
	]);
});

test('lets no text of a bank become markup', () => {
	const page = pageOf(spoilt, { home: '/b?x="><script>alert(2)</script>' });
	const document = domOf(page);
	expect(document.querySelectorAll('script, i, b > *, [onclick]')).toHaveLength(0);
	expect(document.title).toBe('The questions of A <script>alert(1)</script> primer');
	expect(textOf(document.querySelector('main > p > a'))).toBe('Back to A <script>alert(1)</script> primer');
	expect(document.querySelector('main > p > a')?.getAttribute('href')).toBe(
		'/b?x="><script>alert(2)</script>'
	);
});

test('says so if there is nothing to correct, and if no rule is set aside', () => {
	const sound = bankOf({ says: 'a sound one' });
	const page = reportPage(reportOf(sound, { found: [], setAside: [], silent: [] }));
	expect(section(domOf(page), 'What the rules find')).toBe('No rule finds anything to correct.');
	expect(section(domOf(page), 'What is set aside, and why')).toBe('No item sets a rule aside.');
});

test('has markup in which axe finds nothing', async () => {
	const names = bankOf(spoilt).primer;
	const ways = { label: 'Beside', pages: [{ words: 'This', address: '/b/bank', isHere: true }] };
	const page = pageOf(spoilt, { home: '/b', names, ways, translations: french });
	const { window } = new JSDOM(page, { runScripts: 'outside-only' });
	window.eval(axe.source);
	// jsdom draws nothing, so contrast cannot be checked.
	const found: unknown = await window.eval(
		"axe.run(document, { rules: { 'color-contrast': { enabled: false } } }).then(({ violations, passes }) => ({ violations, passed: passes.length > 10 }))"
	);
	expect(found).toEqual({ violations: [], passed: true });
});

test('quotes nothing where it is not to tell answers, and still names each rule and item', () => {
	const bank = bankOf(spoilt);
	const linted = lint(bank, { today: '2026-11-01' });
	const document = domOf(
		reportPage(reportOf(bank, linted, { quotes: false, withQuotes: '?all', translations: french }))
	);
	const text = textOf(document.body);
	for (const { message, fix, rule } of linted.found) {
		expect(text).not.toContain(message);
		expect(text).not.toContain(fix);
		expect(text).toContain(rule);
	}
	for (const { reason } of linted.setAside) expect(text).not.toContain(reason);
	for (const fact of bank.primer.facts) expect(text).not.toContain(plainText(fact.claim));
	for (const { bank: translated, linted: other } of french) {
		expect(translated.primer.language).toBe('fr');
		for (const { message } of other.found) expect(text).not.toContain(message);
	}
	expect(document.querySelector('a[href="?all"]')).not.toBeNull();
});

test('speaks French around the rules, whose own words are marked as English', () => {
	const bank = bankOf(spoilt);
	const linted = lint(bank, { today: '2026-11-01' });
	const report = reportOf(bank, linted, { words: frenchWords, translations: french });
	const document = domOf(reportPage(report));
	expect(document.documentElement.lang).toBe('fr');
	const english = [...document.querySelectorAll('[lang=en]')].map(textOf);
	for (const { message } of linted.found) expect(english.join(' ')).toContain(textOf(domOf(message).body));
	for (const each of document.querySelectorAll('[lang=en]')) each.remove();
	const rest = textOf(document.body);
	for (const word of ['Errors', 'item ', 'Learners', 'Kind', 'Rows', 'finding', 'place of', 'Which', 'guess'])
		expect(rest).not.toContain(word);
	expect(rest).toContain('Ce que trouvent les règles');
	expect(rest).toContain('En français');
});
