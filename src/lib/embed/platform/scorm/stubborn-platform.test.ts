import { beforeEach, describe, expect, test, vi } from 'vitest';

import { answer, check } from '#lib/quiz/fixtures.ts';

import type { Keeping } from '../platform.ts';
import { BEGUN, names, outcomeWith, recordOf, scoredItem } from '../staging.ts';
import { lmsOf } from './lms.ts';
import { ScormPlatform } from './scorm-platform.ts';
import { StagedLms } from './staging.ts';

beforeEach(() => {
	vi.useFakeTimers();
	return () => void vi.useRealTimers();
});

/** A platform whose API answers its own way to the calls that end in a word, or like the staged one with `undefined`. */
function platformOn(
	lms: StagedLms,
	instead: (call: string, parameters: string[]) => unknown = () => undefined
): ScormPlatform {
	const api = new Proxy(lms.launch(), {
		get: (target, name) => {
			const method: unknown = Reflect.get(target, name);
			if (typeof method !== 'function') return method;
			return (...parameters: string[]): unknown =>
				instead(String(name).replace(/^LMS/, ''), parameters) ??
				(Reflect.apply(method, target, parameters) as unknown);
		}
	});
	const setting = { names, languageFor: () => 'en', now: () => BEGUN };
	return new ScormPlatform(lmsOf(api, lms.version.api), lms.version, setting);
}

async function play(platform: ScormPlatform): Promise<void> {
	await platform.resume();
	platform.answered(scoredItem('first'));
	platform.answered(scoredItem('number'));
	platform.keep(recordOf([answer('one'), check], { done: 1 }));
	platform.finished(outcomeWith(1));
}

function keepingOf(platform: ScormPlatform): Keeping {
	let seen: Keeping = 'refused';
	platform.watch((keeping) => (seen = keeping))();
	return seen;
}

describe.each([
	['1.2', 101, 'cmi.core.score.raw'],
	['2004', 351, 'cmi.score.raw']
] as const)('SCORM %s', (version, failure, score) => {
	/** Fails at the elements that a pattern matches. */
	const failingAt = (pattern: RegExp) => {
		let hasFailed = false;
		return (call: string, [element = '']: string[]) => {
			if (call === 'GetLastError') return hasFailed ? String(failure) : undefined;
			hasFailed = call === 'SetValue' && pattern.test(element);
			return hasFailed ? 'false' : undefined;
		};
	};

	test.each(
		[/interactions\.\d+\.id/, /latency/, /session_time/, /score\.min/, /objectives\.0\.id/].map(
			(pattern) => [pattern] as const
		)
	)('that fails at %s is told all the rest at once, and no more is waited for', async (pattern) => {
		const lms = new StagedLms(version);
		const platform = platformOn(lms, failingAt(pattern));
		await play(platform);
		// Already kept, before anything was tried again.
		expect(lms.value(score)).toBeTruthy();
		expect(lms.value(lms.version.elements.status)).toBe('completed');
		expect(lms.value('cmi.suspend_data')).toBeTruthy();
		await vi.advanceTimersByTimeAsync(20_000);
		expect(keepingOf(platform)).toBe('kept');
		if (!/id/.test(pattern.source))
			expect(lms.interactions().map(({ id }) => id)).toEqual(['first', 'number']);
		const { commits } = lms;
		await vi.advanceTimersByTimeAsync(60_000);
		expect(lms.commits).toBe(commits);
		platform.leave();
		expect((await platformOn(lms).resume())?.log).toHaveLength(2);
	});

	test('that fails at suspend data keeps the outcome, and says that the attempt will not resume', async () => {
		const lms = new StagedLms(version);
		const platform = platformOn(lms, failingAt(/suspend_data/));
		await play(platform);
		await vi.advanceTimersByTimeAsync(20_000);
		expect(keepingOf(platform)).toBe('full');
		expect(lms.value(score)).toBeTruthy();
	});

	test.each([
		['answers nothing', () => undefined],
		['answers “True”', (answer: unknown) => (String(answer) === 'true' ? 'True' : answer)]
	])('whose API %s loses nothing', async (_, changed) => {
		const lms = new StagedLms(version);
		const api = lms.launch();
		const odd = new Proxy(api, {
			get: (target, name) => {
				const method: unknown = Reflect.get(target, name);
				if (typeof method !== 'function') return method;
				if (!/Initialize|SetValue|Commit|Finish|Terminate/.test(String(name))) return method;
				return (...parameters: string[]): unknown =>
					changed(Reflect.apply(method, target, parameters) as unknown);
			}
		});
		const setting = { names, languageFor: () => 'en', now: () => BEGUN };
		const platform = new ScormPlatform(lmsOf(odd, lms.version.api), lms.version, setting);
		await play(platform);
		platform.leave();
		expect(keepingOf(platform)).toBe('kept');
		expect(lms.interactions().map(({ id }) => id)).toEqual(['first', 'number']);
		expect((await platformOn(lms).resume())?.log).toHaveLength(2);
	});
});
