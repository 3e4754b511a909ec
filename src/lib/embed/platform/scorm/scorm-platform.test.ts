import { beforeEach, describe, expect, test, vi } from 'vitest';

import { compile, fixtures } from '#lib/kinds/fixtures.ts';
import { samples, score, type KindName } from '#lib/kinds/index.ts';
import type { Item } from '#lib/bank/item.ts';
import { answer, check } from '#lib/quiz/fixtures.ts';

import type { Keeping } from '../platform.ts';
import { BEGUN, longRecord, names, outcomeWith, recordOf, scoredAs, scoredItem } from '../staging.ts';
import { lmsOf, type Lms } from './lms.ts';
import { ScormPlatform, type ScormSetting } from './scorm-platform.ts';
import { StagedLms } from './staging.ts';
import { scorm12, scorm2004 } from './version.ts';

let now = BEGUN;
const setting: ScormSetting = { names, languageFor: () => 'en', now: () => now };

beforeEach(() => {
	now = BEGUN;
	vi.useFakeTimers();
	return () => void vi.useRealTimers();
});

function launched(lms: StagedLms, changes: Partial<ScormSetting> = {}): ScormPlatform {
	return new ScormPlatform(lms.open(), lms.version, { ...setting, ...changes });
}

/** Plays one item to the end and leaves after 75 seconds. */
async function played(lms: StagedLms, earned: number, changes: Partial<ScormSetting> = {}): Promise<void> {
	const platform = launched(lms, changes);
	await platform.resume();
	platform.answered(scoredItem('first'));
	platform.keep(recordOf([answer('one'), check], { done: 1 }));
	platform.finished(outcomeWith(earned));
	now += 75_000;
	platform.leave();
}

const item = (kind: KindName, raw: unknown): Item => {
	const base = scoredItem('first').item;
	return { ...base, ...compile(kind, raw), id: `of-${kind}`, point: 1 };
};

describe.each(['1.2', '2004'] as const)('SCORM %s', (version) => {
	test('is told of every kind, in the terms of the standard and nothing else', async () => {
		const lms = new StagedLms(version);
		const platform = launched(lms);
		await platform.resume();
		for (const [index, { kind, raw }] of fixtures.entries()) {
			const one = { ...item(kind, raw), id: `item-${index}` };
			const { partlyRight, wrong } = samples(one);
			platform.answered(scoredAs(one, partlyRight ?? wrong));
		}
		platform.keep(recordOf([answer('one'), check], { done: 1 }));
		platform.finished(outcomeWith(1));
		platform.leave();
		// A platform says what it does not take; and none of it may be what only a lax one takes.
		expect(lms.calls.filter(({ call, answer }) => /SetValue/i.test(call) && answer !== 'true')).toEqual([]);
		expect(lms.interactions().map(({ id }) => id)).toEqual(fixtures.map((_, index) => `item-${index}`));
		const set = lms.calls.filter(({ call }) => /SetValue/i.test(call)).map(({ parameters }) => parameters);
		for (const [element = '', value = ''] of set) expect([element, value]).toSatisfy(isStrict(version));
		const results = new Set(lms.interactions().map(({ result }) => String(result)));
		expect(results.has(version === '1.2' ? 'wrong' : 'incorrect')).toBe(true);
		expect([...results].some((result) => /^0\.\d{1,7}$/.test(result))).toBe(true);
	});

	test('a session that is open already counts as opened', () => {
		const lms = new StagedLms(version);
		const api = lms.launch();
		expect(lmsOf(api, lms.version.api).initialise()).toBe(true);
		expect(lmsOf(api, lms.version.api).initialise()).toBe(true);
	});

	test('a session that does not open keeps nothing, and says so', () => {
		const shut: Lms = {
			initialise: () => false,
			get: () => '',
			set: () => 'failed',
			commit: () => false,
			finish: () => false
		};
		const platform = new ScormPlatform(shut, version === '1.2' ? scorm12 : scorm2004, setting);
		platform.keep(recordOf([]));
		platform.leave();
		expect(keepingOf(platform)).toBe('refused');
	});

	test('is told how long the launch lasted, and that it may go on', async () => {
		const lms = new StagedLms(version);
		await played(lms, 1);
		const [time, exit] = version === '1.2' ? ['cmi.core.session_time', 'cmi.core.exit'] : TIMES;
		const last = (element: string) =>
			lms.calls.filter(({ parameters }) => parameters[0] === element).at(-1)?.parameters[1];
		expect(last(time)).toBe(version === '1.2' ? '0000:01:15.00' : 'PT1M15S');
		expect(last(exit)).toBe('suspend');
	});

	test.each(['browse', 'review'] as const)('is told nothing when it is opened to %s', async (mode) => {
		const lms = new StagedLms(version);
		await played(lms, 1);
		const kept = structuredClone(lms.kept);
		const mode12 = [['cmi.core.lesson_mode', mode]] as const;
		const again = new StagedLms(version, version === '1.2' ? mode12 : [['cmi.mode', mode]]);
		again.kept = lms.kept;
		const platform = launched(again);
		expect(platform.mode).toBe(mode);
		expect((await platform.resume())?.log).toHaveLength(2);
		platform.answered(scoredItem('number'));
		platform.keep(recordOf([]));
		platform.finished(outcomeWith(2));
		platform.leave();
		expect(again.calls.filter(({ call }) => /SetValue/i.test(call))).toEqual([]);
		expect(lms.kept).toEqual(kept);
	});

	test('resumes without being begun again', async () => {
		const lms = new StagedLms(version);
		await played(lms, 1);
		const platform = launched(lms);
		await platform.resume();
		platform.leave();
		expect(lms.value(lms.version.elements.status)).toBe('completed');
	});

	test('a platform that has no interactions is told the rest', async () => {
		const lms = new StagedLms(version);
		const open = lms.open();
		const without: Lms = {
			...open,
			set: (element, value) => (element.includes('interactions') ? 'refused' : open.set(element, value))
		};
		const platform = new ScormPlatform(without, lms.version, setting);
		await platform.resume();
		platform.answered(scoredItem('first'));
		platform.answered(scoredItem('number'));
		platform.finished(outcomeWith(2));
		platform.leave();
		expect(lms.interactions()).toEqual([]);
		expect(lms.value(lms.version.elements.status)).toBe('completed');
	});

	test('a platform whose window has gone breaks nothing', () => {
		const gone = new Proxy(
			{},
			{
				get: () => () => {
					throw new Error('Gone.');
				}
			}
		);
		const lms = lmsOf(gone, lms12or2004(version));
		expect([lms.initialise(), lms.get('a'), lms.set('a', 'b'), lms.commit(), lms.finish()]).toEqual([
			...[false, '', 'failed', false, false]
		]);
	});
});

const TIMES = ['cmi.session_time', 'cmi.exit'] as const;

test('SCORM 1.2 is passed or failed by the platform’s own mark, or else by that of the package', async () => {
	const results: unknown[] = [];
	for (const [beforehand, mastery] of [
		[[['cmi.student_data.mastery_score', '80']], 0.5],
		[[], 0.5],
		[[], 0.9],
		[[], undefined]
	] as const) {
		const lms = new StagedLms('1.2', beforehand);
		await played(lms, 1.5, { mastery });
		results.push([lms.value('cmi.core.lesson_status'), lms.value('cmi.core.score.raw')]);
	}
	expect(results).toEqual([
		['failed', '75'],
		['passed', '75'],
		['failed', '75'],
		['completed', '75']
	]);
});

test('SCORM 2004 tells completion from success, and each point apart', async () => {
	const lms = new StagedLms('2004', [['cmi.scaled_passing_score', '0.8']]);
	await played(lms, -0.5);
	expect(lms.value('cmi.completion_status')).toBe('completed');
	expect(lms.value('cmi.success_status')).toBe('failed');
	expect(lms.value('cmi.score')).toMatchObject({ scaled: '-0.25', raw: '-0.5', min: '0', max: '2' });
	expect(lms.value('cmi.progress_measure')).toBe('1');
	expect(lms.value('cmi.objectives.0')).toMatchObject({ id: 'point-1', completion_status: 'completed' });
	expect(lms.value('cmi.objectives.0.score.scaled')).toBe('-0.25');
});

test('SCORM 2004 uses the objectives that its manifest has made', async () => {
	const lms = new StagedLms('2004', [
		['cmi.objectives.0.id', 'quiz'],
		['cmi.objectives.1.id', 'point-1']
	]);
	await played(lms, 2);
	expect(lms.value('cmi.objectives.1')).toMatchObject({ id: 'point-1', completion_status: 'completed' });
	expect(lms.value('cmi.objectives.2')).toBeUndefined();
});

test('SCORM 2004 is told how far the attempt has come', async () => {
	const lms = new StagedLms('2004');
	const platform = launched(lms);
	await platform.resume();
	platform.keep(recordOf([answer('one'), check], { done: 1 }));
	await vi.advanceTimersByTimeAsync(3000);
	expect(lms.value('cmi.progress_measure')).toBe('0.5');
	expect(lms.value('cmi.success_status')).toBe('unknown');
});

test('an attempt too long for SCORM 1.2 is told of, and resumes as far as it fits', async () => {
	const lms = new StagedLms('1.2');
	const platform = launched(lms);
	await platform.resume();
	const long = longRecord();
	platform.keep(long);
	platform.leave();
	expect(keepingOf(platform)).toBe('full');
	expect(String(lms.value('cmi.suspend_data')).length).toBeLessThanOrEqual(4096);
	const back = await launched(lms).resume();
	expect(back?.log.length).toBeGreaterThan(100);
	expect(back?.log).toEqual(long.log.slice(0, back?.log.length));
});

function lms12or2004(version: '1.2' | '2004') {
	return version === '1.2' ? scorm12.api : scorm2004.api;
}

function keepingOf(platform: ScormPlatform): Keeping {
	let seen: Keeping = 'kept';
	platform.watch((keeping) => (seen = keeping))();
	return seen;
}

/** What the standards say of values, where the platform of these tests is laxer. */
const strict: Record<'1.2' | '2004', readonly (readonly [RegExp, RegExp])[]> = {
	'1.2': [
		[/^cmi\.suspend_data$/, /^[\x20-\x7e]{0,4096}$/],
		[/\.(pattern|student_response)$/, /^.{0,255}$/su],
		[/\.id$/, /^[\x21-\x7e]{1,255}$/],
		[/\.(latency|session_time)$/, /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/],
		[/\.time$/, /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/],
		[/\.result$/, /^(correct|wrong|unanticipated|neutral|\d+(\.\d+)?)$/],
		[/\.score\.(raw|min|max)$/, /^(100|\d{1,2}(\.\d+)?)$/],
		[/\.type$/, /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/]
	],
	'2004': [
		[/^cmi\.suspend_data$/, /^.{0,64000}$/su],
		[/\.id$/, /^[\w.-]{1,250}$/],
		[/\.(latency|session_time)$/, /^PT(\d+H)?(\d+M)?\d+(\.\d{1,2})?S$/],
		[/\.timestamp$/, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,2}Z$/],
		[/\.result$/, /^(correct|incorrect|unanticipated|neutral|-?\d+(\.\d{1,7})?)$/],
		[/\.(scaled|progress_measure)$/, /^-?(0(\.\d{1,7})?|1)$/],
		[/\.description$/, /^\{lang=[\w-]+\}.{0,250}$/su]
	]
};

function isStrict(version: '1.2' | '2004') {
	return ([element, value]: string[]) =>
		strict[version].every(([which, what]) => !which.test(element ?? '') || what.test(value ?? ''));
}

test('scoring the fixtures gives something to tell of', () => {
	for (const { kind, raw } of fixtures)
		expect(score(item(kind, raw), samples(item(kind, raw)).wrong).state).toBe('scored');
});
