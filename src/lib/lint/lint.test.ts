import { describe, expect, test } from 'vitest';

import type { Item } from '#lib/bank/item.ts';

import { bankWith, choice, TODAY, written } from './fixtures.ts';
import { lint } from './lint.ts';
import { lockOf } from './lock.ts';
import { severities } from './rule.ts';

const ignore = (rule: string) => ({ ignore: [{ rule, reason: 'here it is meant to be so' }] });
const request = (changes = {}) =>
	choice('Name it.', 'a code', ['a law', 'a map'], { id: 'request', ...changes });

describe('setting a rule aside', () => {
	test('takes its finding out, and keeps it with the reason', () => {
		const { found, setAside } = lint(bankWith(request(ignore('W-16'))), { today: TODAY });
		expect(found.map(({ rule }) => rule)).not.toContain('W-16');
		expect(setAside).toEqual([
			expect.objectContaining({ rule: 'W-16', level: 'warning', reason: 'here it is meant to be so' })
		]);
	});

	test('holds for that item alone', () => {
		const other = choice('Name another.', 'a bird', ['a fish', 'a frog'], { id: 'other' });
		const { found } = lint(bankWith(request(ignore('W-16')), other), { today: TODAY });
		expect(found.filter(({ rule }) => rule === 'W-16').map(({ subject }) => subject)).toEqual([
			{ item: 'other' }
		]);
	});

	test('holds for errors too', () => {
		const item = choice('Which?', 'a code', ['a law', 'all of the above'], ignore('W-01'));
		const { found } = lint(bankWith(item), { today: TODAY });
		expect(found.map(({ rule }) => rule)).not.toContain('W-01');
	});

	test('never hides a key that has changed', () => {
		const lock = lockOf(bankWith(request()));
		const changed = choice('Name it.', 'a law', ['a code', 'a map'], { id: 'request', ...ignore('S-01') });
		const { found } = lint(bankWith(changed), { today: TODAY, lock });
		expect(found.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['S-01', 'L-02']));
	});
});

describe('a stimulus', () => {
	const wording = { asOf: [], attribution: [], glossary: [], names: [], contestable: ['rogue'] };
	const about = (more: object, text = 'It was a rogue state, by all accounts.') => {
		const bank = bankWith(request({ ignore: undefined }));
		const stimulus = { id: 'request', title: 'A case', text, sourceAfter: false, ...more };
		return {
			...bank,
			primer: { ...bank.primer, wording },
			items: bank.items.map((item) => ({ ...item, stimulus }))
		};
	};
	const rules = (bank: ReturnType<typeof about>, original?: typeof bank) => {
		const { found, setAside } = lint(bank, { today: TODAY, ...(original && { original }) });
		const of = (all: typeof found) =>
			all.filter(({ subject }) => typeof subject === 'object' && 'stimulus' in subject);
		return { found: of(found).map(({ rule }) => rule), setAside: of(setAside).map(({ rule }) => rule) };
	};

	test('sets a rule aside for its own text, and no other', () => {
		expect(rules(about({}))).toEqual({ found: ['C-10'], setAside: [] });
		expect(rules(about(ignore('C-10')))).toEqual({ found: [], setAside: ['C-10'] });
		const { found } = lint(about(ignore('W-16')), { today: TODAY });
		expect(found.map(({ rule, subject }) => [rule, subject])).toEqual(
			expect.arrayContaining([['W-16', { item: 'request' }]])
		);
	});

	test('sets no rule aside in vain, in each language for itself', () => {
		expect(rules(about(ignore('C-10'), 'It was a state.'))).toEqual({ found: ['L-02'], setAside: [] });
		const original = about(ignore('C-10'));
		expect(rules(about(ignore('C-10'), 'It was a state.'), original)).toEqual({ found: [], setAside: [] });
	});
});

test('the gravest come first, and those of one level in the order of the bank', () => {
	const items = [
		written('numeric', { unit: [] }),
		request({ facts: ['F2.1'] }),
		choice('Which?', 'a code', ['a law', 'all of the above'], { id: 'last' })
	];
	const { found } = lint(bankWith(...items), { today: TODAY });
	const levels = found.map(({ level }) => severities.indexOf(level));
	expect(levels).toEqual(levels.toSorted());
	const errors = found.flatMap(({ level, rule }) => (level === 'error' ? [rule] : []));
	expect(errors).toEqual(['W-01']);
});

test('says which rules could not run, and what they lacked', () => {
	const { silent } = lint(bankWith(request()), { today: TODAY });
	const needs = silent.map(({ rule, needs: lacking }) => `${rule.id} ${lacking}`);
	expect(needs).toEqual([
		'C-01 wording',
		'C-02 wording',
		'C-05 wording',
		'C-06 wording',
		'C-07 shingles',
		'C-10 wording',
		'S-01 lock',
		'S-04 blueprint'
	]);
});

test('in a language that it does not know, the rules of words are silent', () => {
	const bank = bankWith(choice('Welches?', 'A und B', ['a', 'all of the above']));
	const { found, silent } = lint({ ...bank, primer: { ...bank.primer, language: 'de' } }, { today: TODAY });
	expect(found.map(({ rule }) => rule)).not.toContain('W-01');
	expect(silent.map(({ rule }) => rule.id)).toContain('W-01');
});

describe('an edition in another language', () => {
	const original = bankWith(
		request({ facts: ['F1.1'], ...ignore('W-16') }),
		choice('Which?', 'a code', ['a law', 'a map'], { id: 'other' })
	);
	const french = (items = original.items) => ({
		...original,
		primer: { ...original.primer, language: 'fr' },
		items
	});
	const found = (items?: Item[]) => lint(french(items), { today: TODAY, original }).found;

	test('is skipped by the rules that would find the same in it', () => {
		const rules = (of: ReturnType<typeof lint>) => new Set(of.found.map(({ rule }) => rule));
		expect(rules(lint(original, { today: TODAY }))).toContain('S-03');
		expect(rules(lint(french(), { today: TODAY, original }))).not.toContain('S-03');
	});

	test('is judged by the words of its language, except what has no translation', () => {
		const [first, other] = original.items;
		const items = [first, other].flatMap((item) =>
			item ? { ...item, stem: 'Que font-ils aujourd’hui ?' } : []
		);
		const named = (all: Item[]) => found(all).flatMap((each) => (each.rule === 'C-04' ? each.subject : []));
		expect(named(items)).toEqual([{ item: 'request' }, { item: 'other' }]);
		expect(named(items.map((item) => ({ ...item, language: 'en' })))).toEqual([]);
	});

	test('keeps what its original sets aside, and answers for its own reasons alone', () => {
		const own = { rule: 'W-20', reason: 'in French it points nowhere' };
		const items = original.items.map((item) =>
			item.id === 'request' ? { ...item, stem: 'Lequel ?', ignore: [...(item.ignore ?? []), own] } : item
		);
		expect(found().map(({ rule }) => rule)).not.toContain('W-16');
		const idle = found(items).filter(({ rule }) => rule === 'L-02');
		expect(idle.map(({ path }) => path)).toEqual([['ignore', 1]]);
	});
});

test('the same bank gives the same findings', () => {
	const once = () => lint(bankWith(request(), written('numeric')), { today: TODAY });
	expect(once()).toEqual(once());
});
