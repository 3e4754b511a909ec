import { describe, expect, test } from 'vitest';

import { answer, check } from '#lib/quiz/fixtures.ts';

import { BEGUN, names, recordOf, scoredItem } from '../staging.ts';
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

	test.each([
		['ab-initio', 'untouched'],
		['ab-initio', 'begun'],
		['resume', 'begun'],
		['', 'untouched']
	] as const)(
		'with suspend data, “%s” and a status that is %s resumes unless the attempt is new',
		async (entry, status) => {
			const isNew = entry === 'ab-initio' && status === 'untouched';
			const lms = new StagedLms(version);
			const before = new ScormPlatform(lms.open(), lms.version, setting);
			await before.resume();
			before.answered(scoredItem('first'));
			before.keep(recordOf([answer('one'), check], { done: 1 }));
			before.leave();
			const open = lms.open();
			const said: Lms = {
				...open,
				get: (element) => {
					if (element === lms.version.elements.entry) return entry;
					if (element === lms.version.elements.status && status === 'untouched') return '';
					return open.get(element);
				}
			};
			const platform = new ScormPlatform(said, lms.version, setting);
			const resumed = await platform.resume();
			expect(resumed?.log.length).toBe(isNew ? undefined : 2);
			// The new attempt tells of its items, though the old one did.
			platform.answered(scoredItem('first'));
			platform.keep(recordOf([answer('one')]));
			platform.leave();
			expect(lms.interactions()).toHaveLength(isNew ? 2 : 1);
			expect((await new ScormPlatform(lms.open(), lms.version, setting).resume())?.log).toHaveLength(1);
		}
	);
});

test('an attempt at SCORM 1.2 begins although somebody has only looked around before', async () => {
	const lms = new StagedLms('1.2', [['cmi.core.lesson_status', 'browsed']]);
	const platform = new ScormPlatform(lms.open(), lms.version, setting);
	await platform.resume();
	platform.keep(recordOf([answer('one'), check], { done: 1 }));
	platform.leave();
	expect(lms.value(lms.version.elements.status)).toBe('incomplete');
});
