import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { answer, check, next } from '#lib/quiz/fixtures.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';

import { launchCmi5 } from './cmi5/launch.ts';
import { StagedStore } from './cmi5/staging.ts';
import { heldUntilKept } from './held.ts';
import type { Keeping, Platform } from './platform.ts';
import { BEGUN, longRecord, names, outcomeWith, recordOf, scoredItem, Shelf } from './staging.ts';
import { ScormPlatform } from './scorm/scorm-platform.ts';
import { StagedLms } from './scorm/staging.ts';

/** A platform, and the device of a learner who opens the quiz there. */
interface Stage {
	launch: () => Promise<Platform>;
	/** The items of which the platform was told. */
	told: () => unknown[];
	/** Whether it was told of the end. */
	isOver: () => boolean;
	/** Has its server answer, or not. */
	up: (isUp: boolean) => void;
	/** Throws away what the platform keeps. */
	forget: () => void;
}

const now = () => BEGUN + 300_000;

function scorm(version: '1.2' | '2004', lms = new StagedLms(version)): Stage {
	return {
		launch() {
			const platform = new ScormPlatform(lms.open(), lms.version, { names, languageFor: () => 'en', now });
			return Promise.resolve(heldUntilKept(platform, ['quiz', 'ada'], () => platform.hasHeard));
		},
		told: () => lms.interactions().map(({ id }) => id),
		isOver: () => lms.value(lms.version.elements.status) === 'completed',
		up: (isUp) => (lms.isUp = isUp),
		forget: () => (lms.kept = undefined)
	};
}

function cmi5(store = new StagedStore()): Stage {
	vi.stubGlobal('fetch', (...asked: Parameters<StagedStore['fetch']>) => store.fetch(...asked));
	return {
		async launch() {
			const search = store.launch();
			// Whoever is launched has come by the network.
			const { line } = store;
			store.line = 'up';
			const launched = await launchCmi5({ search }, { iri: 'urn:x', languageFor: () => 'en', now });
			store.line = line;
			if (!launched || launched === 'over') throw new Error('The launch failed.');
			return heldUntilKept(launched.platform, launched.attempt);
		},
		told: () =>
			store.statements
				.filter(({ verb }) => verb.id.endsWith('/answered'))
				.map(({ object }) => object.id.replace('urn:x#item-', '')),
		isOver: () => store.verbs().includes('completed'),
		up: (isUp) => (store.line = isUp ? 'up' : 'down'),
		forget: () => store.states.clear()
	};
}

let shelf: Shelf;
beforeEach(() => {
	vi.useFakeTimers();
	shelf = new Shelf();
	vi.stubGlobal('localStorage', shelf);
	vi.stubGlobal('BroadcastChannel', undefined);
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

const begun = recordOf([answer('one'), check], { done: 1, updatedAt: BEGUN + 1000 });
const further = recordOf([answer('one'), check, next, answer('2'), check], {
	done: 2,
	updatedAt: BEGUN + 2000
});
const { duration: _, ...outcome } = outcomeWith(1);
const over: AttemptRecord = { ...further, outcome, updatedAt: BEGUN + 3000 };

/** Opens the quiz, and goes on with what there is of it. */
async function opened(stage: Stage): Promise<Platform> {
	const platform = await stage.launch();
	await platform.resume();
	return platform;
}

/** What is sent while a page goes, and what was sent last, arrives. */
const arrived = () => vi.advanceTimersByTimeAsync(5_000);
const held = () => Object.keys(shelf).filter((key) => key.includes('held'));

const stages = { 'SCORM 1.2': () => scorm('1.2'), 'SCORM 2004': () => scorm('2004'), cmi5: () => cmi5() };

describe.each(Object.entries(stages))('an attempt at %s', (_, makeStage) => {
	let stage: Stage;
	beforeEach(() => void (stage = makeStage()));

	test.each(['the beginning', 'the first answer', 'the second'])(
		'that is left while the network is away since %s goes on where it was, and is told of',
		async (since) => {
			const platform = await opened(stage);
			if (since === 'the beginning') stage.up(false);
			platform.answered(scoredItem('first'));
			platform.keep(begun);
			await arrived();
			if (since === 'the first answer') stage.up(false);
			platform.answered(scoredItem('number'));
			platform.keep(further);
			if (since === 'the second') stage.up(false);
			platform.leave();
			await arrived();
			expect(held()).toHaveLength(1);
			stage.up(true);
			const again = await stage.launch();
			expect(await again.resume()).toEqual(further);
			for (const item of ['first', 'number'] as const) again.answered({ ...scoredItem(item), again: true });
			again.leave();
			await arrived();
			expect(stage.told()).toEqual(['first', 'number']);
			expect(held()).toEqual([]);
			expect(await (await stage.launch()).resume()).toEqual(further);
		}
	);

	test('that ended while the network was away ends at the next launch', async () => {
		const platform = await opened(stage);
		platform.keep(begun);
		await arrived();
		stage.up(false);
		platform.keep(further);
		platform.finished(outcomeWith(1));
		platform.keep(over);
		platform.leave();
		await arrived();
		expect(stage.isOver()).toBe(false);
		stage.up(true);
		const again = await stage.launch();
		expect(await again.resume()).toEqual(over);
		again.leave();
		await arrived();
		expect(stage.isOver()).toBe(true);
		expect(held()).toEqual([]);
	});

	test('of which the platform has everything leaves nothing on the device', async () => {
		const platform = await opened(stage);
		platform.keep(begun);
		await arrived();
		platform.keep(further);
		platform.leave();
		await arrived();
		expect(held()).toEqual([]);
	});

	test('is told to be held while the network is away, and to be kept once it is back', async () => {
		const platform = await opened(stage);
		const seen: Keeping[] = [];
		platform.watch((keeping) => seen.push(keeping));
		stage.up(false);
		platform.keep(begun);
		await arrived();
		expect(seen.at(-1)).toBe('held');
		stage.up(true);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(seen.at(-1)).toBe('kept');
		expect(held()).toEqual([]);
	});

	test('goes on at the platform where that has come further on another device', async () => {
		const platform = await opened(stage);
		platform.keep(begun);
		await arrived();
		const [here, elsewhere] = [shelf, new Shelf()];
		stage.up(false);
		platform.keep({ ...begun, updatedAt: BEGUN + 1500 });
		platform.leave();
		await arrived();
		expect(held()).toHaveLength(1);
		stage.up(true);
		vi.stubGlobal('localStorage', elsewhere);
		const other = await opened(stage);
		other.keep(further);
		other.leave();
		await arrived();
		vi.stubGlobal('localStorage', here);
		const again = await stage.launch();
		expect(await again.resume()).toEqual(further);
		again.leave();
		await arrived();
		expect(held()).toEqual([]);
	});

	test('that was finished on another device is over, though this one did something to it later', async () => {
		const platform = await opened(stage);
		platform.keep(begun);
		await arrived();
		const [here, elsewhere] = [shelf, new Shelf()];
		stage.up(false);
		platform.keep({ ...further, updatedAt: over.updatedAt + 1000 });
		platform.leave();
		await arrived();
		stage.up(true);
		vi.stubGlobal('localStorage', elsewhere);
		const other = await opened(stage);
		other.keep(over);
		other.finished(outcomeWith(1));
		other.leave();
		await arrived();
		vi.stubGlobal('localStorage', here);
		expect(await (await stage.launch()).resume()).toEqual(over);
		await arrived();
		expect(held()).toEqual([]);
	});
});

/** Pages of one device that are open at the same time. */
class Channel extends EventTarget {
	static readonly all = new Set<Channel>();
	readonly name: string;

	constructor(name: string) {
		super();
		this.name = name;
		Channel.all.add(this);
	}
	postMessage(data: unknown): void {
		for (const other of Channel.all)
			if (other !== this && other.name === this.name)
				other.dispatchEvent(new MessageEvent('message', { data }));
	}
}

describe.each(Object.entries(stages))('of two pages with one attempt at %s', (_, makeStage) => {
	test('the one goes on from what the other has had kept', async () => {
		vi.stubGlobal('BroadcastChannel', Channel);
		const stage = makeStage();
		const one = await opened(stage);
		one.keep(begun);
		await arrived();
		const other = await opened(stage);
		other.keep(further);
		other.leave();
		await arrived();
		expect(held()).toEqual([]);
		expect(one.news?.()).toEqual(further);
		expect(one.news?.()).toBeUndefined();
		expect(other.news?.()).toBeUndefined();
	});

	test.each(['is closed', 'goes on'])(
		'what the one holds as it is left is not lost while the other %s',
		async (then) => {
			const stage = makeStage();
			const one = await opened(stage);
			one.keep(begun);
			await arrived();
			const other = await opened(stage);
			stage.up(false);
			one.keep(further);
			one.leave();
			await arrived();
			if (then === 'goes on') {
				expect(other.news?.()).toEqual(further);
				expect(other.news?.()).toBeUndefined();
				other.keep(over);
			}
			other.leave();
			await arrived();
			stage.up(true);
			expect(await (await stage.launch()).resume()).toEqual(then === 'goes on' ? over : further);
		}
	);
});

describe.each(['1.2', '2004'] as const)('SCORM %s', (version) => {
	test('begins anew where the platform does, though the device holds the end of what it knew', async () => {
		const stage = scorm(version);
		const platform = await opened(stage);
		platform.keep(begun);
		await arrived();
		stage.up(false);
		platform.keep(further);
		platform.leave();
		stage.up(true);
		stage.forget();
		expect(await (await stage.launch()).resume()).toBeUndefined();
	});

	test('goes on with its own attempt, though the device holds another', async () => {
		const stage = scorm(version);
		stage.up(false);
		const platform = await opened(stage);
		platform.keep(further);
		platform.leave();
		stage.up(true);
		const own = { ...begun, startedAt: BEGUN - 1000 };
		vi.stubGlobal('localStorage', new Shelf());
		const other = await opened(stage);
		other.keep(own);
		other.leave();
		vi.stubGlobal('localStorage', shelf);
		expect(await (await stage.launch()).resume()).toEqual(own);
	});

	test.each(['the beginning', 'the first answer'])(
		'that says too soon what it has kept does not lose what was answered without a network since %s',
		async (since) => {
			const network = { onLine: true };
			vi.stubGlobal('navigator', network);
			const lms = new StagedLms(version);
			lms.isHasty = true;
			const stage = scorm(version, lms);
			const up = (isUp: boolean): void => {
				stage.up(isUp);
				network.onLine = isUp;
			};
			const platform = await opened(stage);
			if (since === 'the beginning') up(false);
			platform.keep(begun);
			await arrived();
			up(false);
			platform.keep(further);
			await arrived();
			platform.leave();
			expect(held()).toHaveLength(1);
			up(true);
			const again = await stage.launch();
			expect(await again.resume()).toEqual(further);
			again.leave();
			expect(held()).toEqual([]);
		}
	);

	test('holds nothing for a platform that needs no network', async () => {
		vi.stubGlobal('navigator', { onLine: false });
		const platform = await scorm(version).launch();
		await platform.resume();
		platform.keep(begun);
		await arrived();
		platform.leave();
		expect(held()).toEqual([]);
	});

	test('holds nothing of what somebody only looks at', async () => {
		const mode = version === '1.2' ? 'cmi.core.lesson_mode' : 'cmi.mode';
		const lms = new StagedLms(version, [[mode, 'browse']]);
		const platform = heldUntilKept(
			new ScormPlatform(lms.open(), lms.version, { names, languageFor: () => 'en', now }),
			['quiz', 'ada']
		);
		await platform.resume();
		lms.isUp = false;
		platform.keep(begun);
		platform.leave();
		expect(held()).toEqual([]);
	});
});

test.each(['as its page goes', 'before that'])(
	'what a store of cmi5 refuses to keep %s stays on the device',
	async (when) => {
		const store = new StagedStore();
		const stage = cmi5(store);
		const platform = await opened(stage);
		platform.keep(begun);
		await arrived();
		let isBusy = true;
		store.instead = ({ method, address }) => {
			if (method === 'PUT' && address.pathname.endsWith('/state')) return new Response(null, { status: 412 });
			return isBusy && method === 'POST' ? new Response(null, { status: 503 }) : undefined;
		};
		platform.answered(scoredItem('number'));
		platform.keep(further);
		if (when === 'before that') await arrived();
		isBusy = false;
		platform.leave();
		await arrived();
		expect(stage.told()).toEqual(['number']);
		expect(held()).toHaveLength(1);
		store.instead = () => undefined;
		expect(await (await stage.launch()).resume()).toEqual(further);
	}
);

test('an end that a store of cmi5 has, though not the attempt, is told again by itself', async () => {
	const store = new StagedStore();
	const stage = cmi5(store);
	const platform = await opened(stage);
	store.instead = ({ method }) => (method === 'PUT' ? new Response(null, { status: 503 }) : undefined);
	platform.keep(over);
	platform.finished(outcomeWith(1));
	platform.leave();
	await arrived();
	store.instead = () => undefined;
	const again = await stage.launch();
	expect(await again.resume()).toEqual(over);
	// At once, before anything has been answered.
	again.leave();
	await arrived();
	expect(store.verbs().slice(-3)).toEqual(['terminated', 'initialized', 'terminated']);
	expect(store.verbs().filter((verb) => verb === 'completed')).toHaveLength(1);
	expect(store.complaints).toEqual([]);
});

test.each(['before that', 'just now'])(
	'after a store of cmi5 has refused a statement, what was done %s is held until it has it',
	async (when) => {
		vi.spyOn(console, 'warn').mockReturnValue();
		const store = new StagedStore();
		const stage = cmi5(store);
		const platform = await opened(stage);
		store.instead = ({ method, body }) =>
			method === 'POST' && body.includes('/answered') ? new Response(null, { status: 400 }) : undefined;
		platform.answered(scoredItem('first'));
		platform.keep(further);
		await arrived();
		if (when === 'just now') {
			stage.up(false);
			platform.keep(over);
		}
		platform.leave();
		await arrived();
		expect(held()).toHaveLength(when === 'just now' ? 1 : 0);
		stage.up(true);
		expect(await (await stage.launch()).resume()).toEqual(when === 'just now' ? over : further);
	}
);

test('an attempt too long for SCORM 1.2 goes on as far as it has come, on this device', async () => {
	const stage = scorm('1.2');
	const platform = await opened(stage);
	const long = longRecord();
	platform.keep(long);
	platform.leave();
	expect(await (await stage.launch()).resume()).toEqual(long);
});

test('the device says of nobody whose answers it holds', async () => {
	const stage = scorm('1.2');
	const platform = await opened(stage);
	stage.up(false);
	platform.keep(begun);
	platform.leave();
	expect(held()).toHaveLength(1);
	expect(JSON.stringify(Object.entries(shelf))).not.toMatch(/ada/);
});
