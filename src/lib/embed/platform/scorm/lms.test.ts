import { describe, expect, test } from 'vitest';

import type { ApiName } from './find-api.ts';
import { lmsOf } from './lms.ts';

/** An API of either version, and what it is asked to answer: by default nothing, without an error. */
function apiThat(answers: {
	set?: (element: string) => unknown;
	any?: () => unknown;
	error?: () => unknown;
}) {
	const any = answers.any ?? (() => undefined);
	const set = answers.set ?? any;
	const error = answers.error ?? (() => '0');
	return {
		...{ LMSInitialize: any, LMSGetValue: any, LMSSetValue: set, LMSCommit: any, LMSFinish: any },
		...{ Initialize: any, GetValue: any, SetValue: set, Commit: any, Terminate: any },
		...{ LMSGetLastError: error, GetLastError: error }
	};
}

describe.each(['API', 'API_1484_11'] as const)('a platform with %s', (version) => {
	const done = (api: object) => {
		const lms = lmsOf(api, version);
		return [lms.initialise(), lms.set('cmi.suspend_data', 'A'), lms.commit(), lms.finish()];
	};

	test.each([undefined, null, '', 'True', 'TRUE ', 'true', '1', 1, true, 'ok', {}])(
		'that answers %j and leaves no error has done it',
		(answer) => {
			expect(done(apiThat({ any: () => answer }))).toEqual([true, 'taken', true, true]);
		}
	);

	test('that says yes is not asked for errors of calls before', () => {
		expect(done(apiThat({ any: () => 'True', error: () => 101 }))).toEqual([true, 'taken', true, true]);
	});

	test.each(['false', 'False', '0', 0, false])('that answers %j has not', (answer) => {
		const answers = { any: () => answer, set: () => answer, error: () => '101' };
		const without = { ...apiThat(answers), LMSGetValue: () => '', GetValue: () => '' };
		expect(done(without)).toEqual([false, 'failed', false, false]);
	});

	test('that answers nothing and leaves an error has not', () => {
		expect(done(apiThat({ error: () => 101 }))).toEqual([false, 'failed', false, false]);
	});

	test('that throws, or has no such call, has not, though it says that there was no error', () => {
		const thrown = () => {
			throw new Error('Gone.');
		};
		expect(done(apiThat({ any: thrown }))).toEqual([false, 'failed', false, false]);
		expect(done({ LMSGetLastError: () => '0', GetLastError: () => '0' })).toEqual([
			...[false, 'failed', false, false]
		]);
	});

	const failing = generalFailureOf(version);

	test('that fails at one element and takes others refuses it from the second time on', () => {
		let error = 0;
		const set = (element: string) => {
			error = element === 'stubborn' ? failing : 0;
			return element !== 'stubborn';
		};
		const lms = lmsOf(apiThat({ set, error: () => error }), version);
		const results = ['stubborn', 'other', 'stubborn', 'stubborn'].map((element) => lms.set(element, '1'));
		expect(results).toEqual(['failed', 'taken', 'refused', 'refused']);
	});

	test('that fails at an element of one interaction refuses it of the next', () => {
		let error = 0;
		const set = (element: string) => {
			error = element.endsWith('latency') ? failing : 0;
			return error === 0;
		};
		const lms = lmsOf(apiThat({ set, error: () => error }), version);
		const of = (index: number, element: string) => lms.set(`cmi.interactions.${index}.${element}`, '1');
		expect([of(0, 'latency'), of(0, 'id'), of(1, 'latency'), of(1, 'id')]).toEqual([
			...['failed', 'taken', 'refused', 'taken']
		]);
	});

	test('that fails at everything is away, and may take it later', () => {
		let isAway = true;
		const api = apiThat({ set: () => !isAway, error: () => (isAway ? failing : 0) });
		const lms = lmsOf(api, version);
		const both = () => ['one', 'other'].map((element) => lms.set(element, '1'));
		expect([...both(), ...both(), ...both()]).toEqual(Array.from({ length: 6 }, () => 'failed'));
		isAway = false;
		expect(both()).toEqual(['taken', 'taken']);
		isAway = true;
		expect(both()).toEqual(['failed', 'failed']);
	});

	test('whose session is closed refuses no element', () => {
		for (const closed of version === 'API' ? [301] : [112, 113, 122, 123, 132, 133, 142, 143]) {
			let error = 0;
			const set = (element: string) => {
				error = element === 'shut' ? closed : 0;
				return error === 0;
			};
			const lms = lmsOf(apiThat({ set, error: () => error }), version);
			const results = ['shut', 'other', 'shut', 'other', 'shut'].map((element) => lms.set(element, '1'));
			expect(results).toEqual(['failed', 'taken', 'failed', 'taken', 'failed']);
		}
	});
});

/** 1.2: “General Exception”; 2004: “General Set Failure”. */
function generalFailureOf(version: ApiName): number {
	return version === 'API' ? 101 : 351;
}
