import { describe, expect, test } from 'vitest';

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
});
