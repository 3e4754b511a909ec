import { expect, test } from 'vitest';

import { formOrder, formParts, formValue, formValues, formVerdictAndReason } from './form.ts';

/** A form with these fields in this order; a name may be used several times. */
function form(...fields: [name: string, value: string | File][]): FormData {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value);
	return data;
}

const FILE = new File(['x'], 'x.txt');

test('reads one text, and nothing from an empty field or a file', () => {
	expect(formValue(form(['response', 'a']))).toBe('a');
	expect(formValue(form(['response:x', 'a'], ['response', 'b']), 'x')).toBe('a');
	for (const empty of [form(), form(['response', '']), form(['response', FILE]), form(['response:x', 'a'])]) {
		expect(formValue(empty)).toBeNull();
	}
});

test('reads everything ticked, and leaves out what is empty or a file', () => {
	expect(
		formValues(form(['response', 'a'], ['response', ''], ['response', FILE], ['response', 'b']))
	).toEqual(['a', 'b']);
	for (const empty of [form(), form(['response', '']), form(['response', FILE])]) {
		expect(formValues(empty)).toBeNull();
	}
});

test('reads what was given for each part, and leaves out what is empty, a file, or no part', () => {
	const filled = form(
		['response:a', 'x'],
		['response:b', ''],
		['response:c', FILE],
		['response', 'y'],
		['other:d', 'z'],
		['response:e:f', 'z']
	);
	expect(formParts(filled)).toEqual({ a: 'x', 'e:f': 'z' });
	expect(formParts(form(['response:b', ''], ['response', 'y']))).toBeNull();
});

test('orders by place, whatever the order of the fields', () => {
	expect(formOrder(form(['response:a', '10'], ['response:b', '9'], ['response:c', '1']))).toEqual([
		'c',
		'b',
		'a'
	]);
	expect(formOrder(form(['response:a', '1.5'], ['response:b', 'x'], ['response:c', '2']))).toEqual(['c']);
	expect(formOrder(form(['response', '1']))).toBeNull();
});

test.each([
	['true', 'a', { verdict: true, reason: 'a' }],
	['false', '', { verdict: false, reason: null }],
	['', 'a', { verdict: null, reason: 'a' }],
	['perhaps', '', null],
	['', '', null]
])('reads the verdict “%s” and the reason “%s” as %j', (verdict, reason, read) => {
	expect(formVerdictAndReason(form(['response:verdict', verdict], ['response:reason', reason]))).toEqual(
		read
	);
});
