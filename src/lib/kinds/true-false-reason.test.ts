import { expect, test } from 'vitest';

import { example } from './fixtures.ts';
import { formVerdictAndReason } from './form.ts';
import { faults, samples, score } from './true-false-reason.ts';

const RIGHT = 'it-is-a-declaration';
const WRONG = 'only-firms-joined';

test.each([
	[false, RIGHT, 1, 1],
	[false, WRONG, 0.5, 0],
	[false, null, 0.5, 0],
	[false, '', 0.5, 0],
	[true, RIGHT, 0, 0],
	[true, WRONG, 0, 0],
	[null, RIGHT, 0, 0]
])('verdict %s for the reason %s earns %d, or %d where all counts', (verdict, reason, half, all) => {
	const response = { verdict, reason };
	expect(score(example('true-false-reason'), response)).toMatchObject({ fraction: half });
	expect(score(example('true-false-reason', { scoring: 'all-or-nothing' }), response)).toMatchObject({
		fraction: all
	});
});

test('tells how the verdict and each reason were answered', () => {
	expect(score(example('true-false-reason'), { verdict: null, reason: WRONG })).toEqual({
		state: 'scored',
		fraction: 0,
		parts: [
			{ id: 'verdict', verdict: 'missed', why: 'because-verdict', key: 'false', tellsKey: true },
			{ id: RIGHT, verdict: 'missed', why: 'because-a' },
			{ id: WRONG, verdict: 'wrong', why: 'because-b' },
			{ id: 'a-court-refused-it', verdict: 'passed', why: 'because-c' }
		]
	});
});

test.each([
	[{ verdict: 'false', reason: RIGHT }],
	[{ verdict: false }],
	[{ verdict: false, reason: 'unheard-of' }],
	[{ verdict: false, reason: RIGHT, more: true }],
	[false],
	[[false, RIGHT]]
])('refuses %j', (given) => {
	expect(score(example('true-false-reason'), given)).toEqual({
		state: 'malformed',
		malformation: 'not-a-response'
	});
});

test('an empty reason is none', () => {
	for (const reason of ['', null]) {
		expect(score(example('true-false-reason'), { verdict: null, reason })).toEqual({ state: 'unanswered' });
	}
});

test('tells a wrong verdict from a missing one', () => {
	expect(score(example('true-false-reason'), { verdict: true, reason: RIGHT })).toMatchObject({
		parts: [{ id: 'verdict', verdict: 'wrong', key: 'false' }, { verdict: 'right' }, {}, {}]
	});
});

test('the right verdict for another reason is partly right', () => {
	expect(samples(example('true-false-reason'))).toMatchObject({
		right: { verdict: false, reason: RIGHT },
		partlyRight: { verdict: false, reason: WRONG },
		wrong: { verdict: true, reason: RIGHT }
	});
});

test('reads half a form', () => {
	const form = new FormData();
	form.set('response:verdict', 'true');
	expect(formVerdictAndReason(form)).toEqual({ verdict: true, reason: null });
	form.set('response:verdict', 'perhaps');
	expect(formVerdictAndReason(form)).toBeNull();
	form.set('response:reason', RIGHT);
	expect(formVerdictAndReason(form)).toEqual({ verdict: null, reason: RIGHT });
});

test('requires one right reason, and keeps the id of the verdict to itself', () => {
	const reasons = [
		{ text: 'Verdict', why: 'so' },
		{ text: 'another', why: 'so' }
	];
	expect(faults(example('true-false-reason', { reasons })).map(({ path }) => path)).toEqual([
		['reasons'],
		['reasons', 0]
	]);
});
