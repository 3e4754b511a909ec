import { beforeEach, describe, expect, test, vi } from 'vitest';

import { answer, check, next } from '#lib/quiz/fixtures.ts';

import { launchCmi5 } from './cmi5/launch.ts';
import { StagedStore } from './cmi5/staging.ts';
import type { Keeping, Platform } from './platform.ts';
import { BEGUN, names, outcomeWith, recordOf, scoredItem } from './staging.ts';
import { ScormPlatform } from './scorm/scorm-platform.ts';
import { StagedLms } from './scorm/staging.ts';

/** One that keeps attempts, for the tests of all. */
interface Stage {
	/** Opens the quiz in the platform, as often as the learner does. */
	launch: () => Platform | Promise<Platform>;
	/** The items that it was told of for good, in its own order. */
	told: () => string[];
	/** The share of the marks that it was told for good; undefined before the end. */
	scaled: () => number | undefined;
	/** Has its server answer, or not. */
	up: (isUp: boolean) => void;
}

function scormStage(version: '1.2' | '2004'): Stage {
	const lms = new StagedLms(version);
	return {
		launch: () =>
			new ScormPlatform(lms.open(), lms.version, { names, languageFor: () => 'en', now: () => now }),
		told: () => lms.interactions().map(({ id }) => String(id)),
		scaled() {
			const said = version === '1.2' ? lms.value('cmi.core.score.raw') : lms.value('cmi.score.scaled');
			if (said === undefined || said === '') return undefined;
			return Number(said) / (version === '1.2' ? 100 : 1);
		},
		up: (isUp) => (lms.isUp = isUp)
	};
}

function cmi5Stage(): Stage {
	const store = new StagedStore();
	vi.stubGlobal('fetch', (...asked: Parameters<StagedStore['fetch']>) => store.fetch(...asked));
	return {
		async launch() {
			// What the page before sent while it was going.
			await vi.advanceTimersByTimeAsync(0);
			const setting = { iri: 'urn:x', languageFor: () => 'en', mastery: 0.5, now: () => now };
			const launched = await launchCmi5({ search: store.launch() }, setting);
			if (!launched || launched === 'over') throw new Error('The launch failed.');
			return launched.platform;
		},
		told: () =>
			store.statements
				.filter(({ verb }) => verb.id.endsWith('/answered'))
				.map(({ object }) => object.id.replace('urn:x#item-', '')),
		scaled() {
			const judged = store.statements.find(({ verb }) => /\/(passed|failed)$/.test(verb.id));
			const score = judged?.result?.['score'];
			return score instanceof Object ? Number(Reflect.get(score, 'scaled')) : undefined;
		},
		up: (isUp) => (store.line = isUp ? 'up' : 'down')
	};
}

const stages: Record<string, () => Stage> = {
	'SCORM 1.2': () => scormStage('1.2'),
	'SCORM 2004': () => scormStage('2004'),
	cmi5: cmi5Stage
};

let now = BEGUN;

beforeEach(() => {
	now = BEGUN;
	vi.useFakeTimers();
	return () => {
		vi.unstubAllGlobals();
		vi.useRealTimers();
	};
});

function keepingOf(platform: Platform): Keeping {
	let seen: Keeping = 'refused';
	platform.watch((keeping) => (seen = keeping))();
	return seen;
}

const begun = recordOf([answer('one'), check]);
const further = recordOf([answer('one'), check, next, answer('2')], { done: 1 });

describe.each(Object.entries(stages))('an attempt at %s', (_, makeStage) => {
	let stage: Stage;
	beforeEach(() => void (stage = makeStage()));

	test('begins with nothing', async () => {
		const platform = await stage.launch();
		expect(platform.mode).toBe('normal');
		expect(await platform.resume()).toBeUndefined();
		expect(keepingOf(platform)).toBe('kept');
		expect([stage.told(), stage.scaled()]).toEqual([[], undefined]);
	});

	test('resumes where it was when its page was left', async () => {
		const first = await stage.launch();
		await first.resume();
		first.keep(begun);
		first.keep(further);
		first.leave();
		const second = await stage.launch();
		expect(await second.resume()).toEqual(further);
		second.leave();
		expect(await (await stage.launch()).resume()).toEqual(further);
	});

	test('resumes where it was a few seconds before its page was simply gone', async () => {
		const first = await stage.launch();
		await first.resume();
		first.keep(begun);
		await vi.advanceTimersByTimeAsync(2000);
		first.keep(further);
		await vi.advanceTimersByTimeAsync(3000);
		expect(await (await stage.launch()).resume()).toEqual(further);
	});

	test('tells of each answer once, at once and for good, however often it is told', async () => {
		const first = await stage.launch();
		await first.resume();
		for (let again = 0; again < 2; again++) first.answered(scoredItem('first'));
		first.keep(begun);
		await vi.advanceTimersByTimeAsync(0);
		expect(stage.told()).toEqual(['first']);
		const second = await stage.launch();
		await second.resume();
		second.answered({ ...scoredItem('first'), again: true });
		second.answered(scoredItem('number'));
		second.keep(further);
		second.leave();
		await vi.advanceTimersByTimeAsync(0);
		expect(stage.told()).toEqual(['first', 'number']);
	});

	test('ends with its score', async () => {
		const platform = await stage.launch();
		await platform.resume();
		platform.answered(scoredItem('first'));
		platform.keep(further);
		expect(stage.scaled()).toBeUndefined();
		platform.finished(outcomeWith(1.5));
		platform.keep(further);
		platform.leave();
		await vi.advanceTimersByTimeAsync(0);
		expect(stage.scaled()).toBe(0.75);
		expect(await (await stage.launch()).resume()).toEqual(further);
	});

	test('is on its way until its server has it', async () => {
		const platform = await stage.launch();
		await platform.resume();
		platform.keep(begun);
		expect(keepingOf(platform)).toBe('sending');
		await vi.advanceTimersByTimeAsync(2000);
		platform.answered(scoredItem('first'));
		expect(keepingOf(platform)).toBe('sending');
		await vi.advanceTimersByTimeAsync(0);
		await vi.advanceTimersByTimeAsync(0);
		expect(keepingOf(platform)).toBe('kept');
		expect(await (await stage.launch()).resume()).toEqual(begun);
	});

	test('loses nothing while the server is away, and says so', async () => {
		const platform = await stage.launch();
		await platform.resume();
		const seen: Keeping[] = [];
		platform.watch((keeping) => keeping !== 'sending' && seen.push(keeping));
		stage.up(false);
		platform.answered(scoredItem('first'));
		platform.keep(begun);
		await vi.advanceTimersByTimeAsync(60_000);
		platform.answered(scoredItem('number', false));
		platform.keep(further);
		platform.finished(outcomeWith(1));
		await vi.advanceTimersByTimeAsync(60_000);
		expect(seen).toEqual(['kept', 'waiting']);
		expect([stage.told(), stage.scaled()]).toEqual([[], undefined]);
		stage.up(true);
		await vi.advanceTimersByTimeAsync(30_000);
		expect(seen).toEqual(['kept', 'waiting', 'kept']);
		expect([stage.told(), stage.scaled()]).toEqual([['first', 'number'], 0.5]);
		expect(await (await stage.launch()).resume()).toEqual(further);
	});

	test('is kept when its page is left while the server has just come back', async () => {
		const platform = await stage.launch();
		await platform.resume();
		stage.up(false);
		platform.answered(scoredItem('first'));
		platform.keep(further);
		await vi.advanceTimersByTimeAsync(1000);
		stage.up(true);
		platform.leave();
		await vi.advanceTimersByTimeAsync(0);
		expect(stage.told()).toEqual(['first']);
		expect(await (await stage.launch()).resume()).toEqual(further);
	});

	test('may be left twice, and hears nothing afterwards', async () => {
		const platform = await stage.launch();
		await platform.resume();
		platform.keep(begun);
		platform.leave();
		platform.leave();
		platform.keep(further);
		platform.answered(scoredItem('first'));
		platform.finished(outcomeWith(2));
		await vi.advanceTimersByTimeAsync(60_000);
		expect([stage.told(), stage.scaled()]).toEqual([[], undefined]);
	});

	test('stops telling whoever does not want to hear more', async () => {
		const platform = await stage.launch();
		const listener = vi.fn();
		platform.watch(listener)();
		stage.up(false);
		platform.keep(begun);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(listener).toHaveBeenCalledTimes(1);
	});
});
