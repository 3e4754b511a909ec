import { describe, expect, test } from 'vitest';

import { findApi } from './find-api.ts';

describe('the API of a platform is found', () => {
	const api = { LMSInitialize: () => 'true', Initialize: () => 'true' };
	/** A window framed in another, or opened by one. */
	function windowIn(parent?: object, more: object = {}): Window {
		const window: Record<string, unknown> = { closed: false, opener: null, ...more };
		window['parent'] = parent ?? window;
		return window as unknown as Window;
	}
	const foreign = (parent?: object) =>
		new Proxy(windowIn(parent), {
			get(target, name) {
				if (name === 'parent' || name === 'closed') return Reflect.get(target, name) as unknown;
				throw new Error('Of another origin.');
			}
		});

	test('in the frames around, and nowhere else', () => {
		const top = windowIn(undefined, { API: api });
		expect(findApi(windowIn(windowIn(top)), 'API')).toBe(api);
		expect(findApi(windowIn(windowIn(top)), 'API_1484_11')).toBeUndefined();
	});

	test('in what opened the window, or one around it, and in the frames around that', () => {
		const platform = windowIn(windowIn(undefined, { API_1484_11: api }));
		const popup = windowIn(undefined, { opener: platform });
		expect(findApi(windowIn(popup), 'API_1484_11')).toBe(api);
	});

	test('past a frame of another origin', () => {
		expect(findApi(windowIn(foreign(windowIn(undefined, { API: api }))), 'API')).toBe(api);
		expect(findApi(windowIn(foreign()), 'API')).toBeUndefined();
	});

	test('never, in an opener that was closed', () => {
		const closed = windowIn(undefined, { API: api, closed: true });
		expect(findApi(windowIn(undefined, { opener: closed }), 'API')).toBeUndefined();
	});

	test('where it is a function with the calls', () => {
		const callable = Object.assign(() => undefined, api);
		expect(findApi(windowIn(windowIn(undefined, { API: callable })), 'API')).toBe(callable);
	});

	test('past what only has its name, such as a frame, of whatever origin', () => {
		const top = windowIn(undefined, { API: api, API_1484_11: { Initialize: () => 'true' } });
		for (const other of [windowIn(), foreign(), {}, () => undefined, { Initialize: () => 'true' }, 1, null])
			expect(findApi(windowIn(windowIn(top, { API: other })), 'API')).toBe(api);
		expect(findApi(windowIn(top, { API_1484_11: api.LMSInitialize }), 'API_1484_11')).not.toBe(
			api.LMSInitialize
		);
	});
});
