import { render } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';

import { readSoundBanks } from '#lib/bank/read.server.ts';
import { orderOf, viewOf } from '#lib/bank/view.ts';
import { kindNames, publicView, type KindName } from '#lib/kinds/index.ts';
import { plainText } from '#lib/text/rich.ts';
import { itemOf } from '#lib/player/kinds/staging.svelte.ts';

import PaperItem from '../print/PaperItem.svelte';
import { displays } from './index.ts';

const [bank] = await readSoundBanks('questions');

/** What a sheet prints of the first fixture of a kind, with single spaces. */
function printed(kind: KindName): string {
	const { container } = render(PaperItem, { item: itemOf(kind), seed: 's', number: 7, language: 'en' });
	return container.textContent.replaceAll(/\s+/g, ' ').trim();
}

/** The key of the first fixture of a kind, a line each. */
function keyed(kind: KindName, changes: Record<string, unknown> = {}): string[] {
	return displays[kind]
		.answer(itemOf(kind, changes), 's')
		.map(({ mark, about, texts }) =>
			[about && `${plainText(about)}:`, mark, texts.map(plainText).join(' or ')].filter(Boolean).join(' ')
		);
}

test.each(kindNames)('%s: number, stem, what to do', (kind) => {
	expect(printed(kind)).toMatch(/^7\. Which\? [A-Z].*\./);
});

test.each(kindNames)(
	'%s shows the course’s items in the order of the quiz, and has a key for each',
	(kind) => {
		const items = [itemOf(kind), ...(bank?.items.filter((item) => item.kind === kind) ?? [])];
		for (const item of items) {
			expect(displays[kind].view(item, 'seed')).toEqual(
				viewOf(item, publicView(item, orderOf('seed', item.id)))
			);
			const lines = displays[kind].answer(item, 'seed');
			expect(lines.length, item.id).toBeGreaterThan(0);
			for (const line of lines) expect(line.texts.length, item.id).toBeGreaterThan(0);
		}
	}
);

test.each(kindNames)('%s refuses an item of another kind', (kind) => {
	const other = kindNames.find((name) => name !== kind) ?? kind;
	expect(() => displays[kind].view(itemOf(other), 's')).toThrow(other);
});

describe('the letters of the key are those of the sheet:', () => {
	/** The letter before a text on the sheet. */
	const before = (kind: KindName, text: string) =>
		new RegExp(String.raw`([A-Z]) ${text}`).exec(printed(kind))?.[1];

	test('single choice', () => {
		expect(keyed('single-choice')).toEqual([
			`${before('single-choice', 'the Internet Governance')} the Internet Governance Forum`
		]);
	});

	test('multiple response', () => {
		const right = ['hospitals', 'elections', 'the public core'];
		expect(keyed('multiple-response').toSorted()).toEqual(
			right.map((text) => `${before('multiple-response', text)} ${text}`).toSorted()
		);
	});

	test('true or false, with a reason', () => {
		expect(printed('true-false-reason')).toMatch(/True False because …/);
		expect(keyed('true-false-reason')).toEqual([
			'False',
			`${before('true-false-reason', 'it is a')} it is a declaration`
		]);
	});

	test('matching', () => {
		const letter = (text: string) => before('matching', text);
		expect(keyed('matching').toSorted()).toEqual([
			`Canada: ${letter('a government')} a government`,
			`Japan: ${letter('a government')} a government`,
			`Siemens: ${letter('a company')} a company`
		]);
	});
});

describe('the key in words:', () => {
	test('ordering', () => {
		expect(keyed('ordering')).toEqual([
			'1 a code of conduct is sent',
			'2 experts fail to agree',
			'3 the speech is given',
			'4 states join'
		]);
	});

	test('categories with all that belong to them', () => {
		const [earlier, later] = keyed('categorise');
		expect(earlier).toMatch(/^earlier: (Tallinn or Budapest|Budapest or Tallinn)$/);
		expect(later).toMatch(/^later: (Geneva or Nairobi|Nairobi or Geneva)$/);
	});

	test('each blank, by number, with every form that counts', () => {
		expect(printed('cloze')).toMatch(/called cyber \(1\), released at the \(2\) \[.* \/ .*\] in \(3\)\.$/);
		expect(keyed('cloze')).toEqual(['1 hygiene', '2 forum', '3 2018 or twenty eighteen']);
	});

	test('typed words', () => expect(keyed('short-text')).toEqual(['Macron or Emmanuel Macron']));

	test('numbers, with their unit and how far off still counts', () => {
		expect(printed('numeric')).toMatch(/days$/);
		expect(keyed('numeric')).toEqual(['12.5\u00a0days (± 0.5)']);
		expect(keyed('numeric', { value: 2018, tolerance: 0, unit: [], near: [] })).toEqual(['2018']);
	});

	test('spans, by their number in the passage', () => {
		expect(printed('highlight')).toMatch(/The reasons are \[probably1\] different for \[each country2\]/);
		expect(keyed('highlight')).toEqual(['1 probably', '4 them all']);
	});
});
