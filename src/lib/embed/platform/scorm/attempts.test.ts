import { describe, expect, test } from 'vitest';

import { BEGUN, names, scoredItem } from '../staging.ts';
import { lmsOf, type Lms } from './lms.ts';
import { ScormPlatform } from './scorm-platform.ts';
import { StagedLms } from './staging.ts';

const setting = { names, languageFor: () => 'en', now: () => BEGUN };

describe.each(['1.2', '2004'] as const)('SCORM %s', (version) => {
	test('two windows of one package leave each other’s interactions alone', async () => {
		const lms = new StagedLms(version);
		const api = lms.launch();
		const [one, other] = [1, 2].map(
			() => new ScormPlatform(lmsOf(api, lms.version.api), lms.version, setting)
		);
		await one?.resume();
		await other?.resume();
		one?.answered(scoredItem('first'));
		other?.answered(scoredItem('number'));
		one?.answered(scoredItem('number'));
		one?.leave();
		expect(lms.interactions().map(({ id }) => id)).toEqual(['first', 'number', 'number']);
	});

	test('an interaction that was begun is told again at its place', async () => {
		const lms = new StagedLms(version);
		const open = lms.open();
		let fails = 1;
		const once: Lms = {
			...open,
			set: (element, value) =>
				element.endsWith('latency') && fails-- > 0 ? 'failed' : open.set(element, value)
		};
		const platform = new ScormPlatform(once, lms.version, setting);
		await platform.resume();
		platform.answered(scoredItem('first'));
		platform.leave();
		expect(lms.interactions().map(({ id }) => id)).toEqual(['first']);
		expect(lms.interactions()[0]?.['latency']).toBeTruthy();
	});
});
