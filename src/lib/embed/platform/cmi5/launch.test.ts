import { beforeEach, describe, expect, test, vi } from 'vitest';

import { readLaunchData } from '#lib/interop/cmi5/launch.ts';
import { answer, check } from '#lib/quiz/fixtures.ts';

import { BEGUN, outcomeWith, recordOf, scoredItem } from '../staging.ts';
import { launchCmi5, type Cmi5Launched, type Cmi5Setting } from './launch.ts';
import { answeredBy, StagedStore } from './staging.ts';

let store: StagedStore;
let now = BEGUN;
const setting: Cmi5Setting = {
	iri: 'urn:uuid:quiz',
	languageFor: (preferred) => preferred.find((tag) => ['en', 'fr-CA'].includes(tag)) ?? 'en',
	now: () => now
};

beforeEach(() => {
	store = new StagedStore();
	now = BEGUN;
	return answeredBy(() => store);
});

async function launched(changes: Partial<Cmi5Setting> = {}): Promise<Cmi5Launched> {
	const found = await launchCmi5({ search: store.launch() }, { ...setting, ...changes });
	if (!found || found === 'over') throw new Error('The launch failed.');
	return found;
}

const arrived = () => vi.advanceTimersByTimeAsync(1);

async function played(earned: number, changes: Partial<Cmi5Setting> = {}): Promise<void> {
	const { platform } = await launched(changes);
	await platform.resume();
	platform.answered(scoredItem('first'));
	platform.keep(recordOf([answer('one'), check], { done: 1 }));
	platform.finished(outcomeWith(earned));
	now += 75_000;
	await arrived();
	platform.leave();
	await arrived();
}

test.each(['https://store.example/xapi', 'https://store.example/a/b/xapi/'])(
	'a quiz without a mark to reach is completed, in the only order, at %s',
	async (endpoint) => {
		store = new StagedStore(endpoint);
		await played(1);
		expect(store.verbs()).toEqual(['initialized', 'answered', 'scored', 'completed', 'terminated']);
		expect(store.statements[4]?.result).toEqual({ duration: 'PT1M15S' });
	}
);

test('one with a mark to reach is passed or failed first, by the platform’s mark before the package’s', async () => {
	await played(1.5, { mastery: 0.5 });
	expect(store.verbs()).toEqual(['initialized', 'answered', 'passed', 'completed', 'terminated']);
	expect(store.statements[2]?.result).toMatchObject({ score: { scaled: 0.75, raw: 1.5, min: 0, max: 2 } });
	store = new StagedStore();
	store.launchData = { masteryScore: 0.8 };
	await played(1.5, { mastery: 0.5 });
	expect(store.verbs()[2]).toBe('failed');
	expect(store.statements[2]?.context?.extensions).toMatchObject({
		'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': 0.8
	});
});

test('an answer says what was asked, with all its parts, and what was given', async () => {
	await played(1);
	expect(store.statements[1]).toMatchObject({
		object: {
			id: 'urn:uuid:quiz#item-first',
			definition: {
				interactionType: 'choice',
				description: { en: 'Which is first?' },
				correctResponsesPattern: ['one'],
				choices: [
					{ id: 'one', description: { en: 'one' } },
					{ id: 'two', description: { en: 'two' } }
				]
			}
		},
		result: { response: 'one', success: true, score: { scaled: 1 }, duration: 'PT12.34S' }
	});
});

test('a second launch goes on, and tells nothing twice', async () => {
	const first = await launched();
	await first.platform.resume();
	first.platform.answered(scoredItem('first'));
	const record = recordOf([answer('one'), check], { done: 1 });
	first.platform.keep(record);
	first.platform.leave();
	await arrived();
	const second = await launched();
	expect(await second.platform.resume()).toEqual(record);
	second.platform.answered({ ...scoredItem('first'), again: true });
	second.platform.answered(scoredItem('number'));
	const { duration: _, ...outcome } = outcomeWith(2);
	second.platform.keep({ ...record, outcome });
	second.platform.finished(outcomeWith(2));
	second.platform.leave();
	await arrived();
	const third = await launched();
	await third.platform.resume();
	third.platform.finished(outcomeWith(2));
	third.platform.leave();
	await arrived();
	expect(store.verbs()).toEqual([
		...['initialized', 'answered', 'terminated'],
		...['initialized', 'answered', 'scored', 'completed', 'terminated'],
		...['initialized', 'terminated']
	]);
});

describe('a store that is away', () => {
	test('gets everything once it is back, once and in order', async () => {
		const { platform } = await launched();
		await platform.resume();
		await arrived();
		store.line = 'down';
		platform.answered(scoredItem('first'));
		await vi.advanceTimersByTimeAsync(10_000);
		platform.answered(scoredItem('number'));
		platform.finished(outcomeWith(2));
		await vi.advanceTimersByTimeAsync(60_000);
		expect(store.verbs()).toEqual(['initialized']);
		store.line = 'up';
		await vi.advanceTimersByTimeAsync(30_000);
		platform.leave();
		await arrived();
		expect(store.verbs()).toEqual([
			...['initialized', 'answered', 'answered', 'scored', 'completed', 'terminated']
		]);
	});

	test('takes each statement once, though its answers are lost', async () => {
		const { platform } = await launched();
		await platform.resume();
		store.line = 'deaf';
		platform.answered(scoredItem('first'));
		await vi.advanceTimersByTimeAsync(60_000);
		platform.finished(outcomeWith(2));
		platform.leave();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(store.verbs()).toEqual(['initialized', 'answered', 'scored', 'completed', 'terminated']);
	});

	test('keeps what it has when nobody knows what that is', async () => {
		await played(1);
		const kept = new Map(store.states);
		const { platform } = await launched();
		store.line = 'down';
		const resumed = platform.resume();
		await vi.advanceTimersByTimeAsync(10_000);
		expect(await resumed).toBeUndefined();
		store.line = 'up';
		platform.keep(recordOf([]));
		await vi.advanceTimersByTimeAsync(60_000);
		platform.leave();
		await arrived();
		expect(store.states).toEqual(kept);
	});
});

test.each(['Browse', 'Review'])('to %s is to begin and to end, and nothing else', async (launchMode) => {
	await played(1);
	const kept = new Map(store.states);
	store.launchData = { launchMode };
	const { platform } = await launched();
	expect(platform.mode).toBe(launchMode.toLowerCase());
	expect((await platform.resume())?.log).toHaveLength(2);
	platform.answered(scoredItem('number'));
	platform.keep(recordOf([]));
	platform.finished(outcomeWith(2));
	platform.leave();
	await arrived();
	expect(store.verbs().slice(5)).toEqual(['initialized', 'terminated']);
	expect(store.states).toEqual(kept);
});

test('the learner is asked in their language, and has a way back', async () => {
	// The best of those that the course has, though it may not be the first.
	store.preference = 'de-CH, fr-CA,en';
	store.launchData = { returnURL: 'https://platform.example/course?a=1' };
	const { language, back } = await launched();
	expect([language, back]).toEqual(['fr-CA', 'https://platform.example/course?a=1']);
	await arrived();
	expect(readLaunchData({ returnURL: 'javascript:alert(1)' })?.returnURL).toBeUndefined();
});

test('a token that was given already opens nothing, and neither does an address that is no launch', async () => {
	const search = store.launch();
	await launchCmi5({ search }, setting);
	expect(await launchCmi5({ search }, setting)).toBe('over');
	expect(store.complaints.splice(0)).toEqual(['The token was asked for twice.']);
	for (const other of ['', '?endpoint=x', search.replace('actor', 'other'), search.replace(/https/g, 'ftp')])
		expect(await launchCmi5({ search: other }, setting)).toBeUndefined();
});
