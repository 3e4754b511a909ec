import { beforeEach, describe, expect, test, vi } from 'vitest';

import { answer, check } from '#lib/quiz/fixtures.ts';

import type { Keeping, Platform } from '../platform.ts';
import { BEGUN, outcomeWith, recordOf, scoredItem } from '../staging.ts';
import { launchCmi5 } from './launch.ts';
import { answeredBy, StagedStore } from './staging.ts';

let store: StagedStore;

beforeEach(() => {
	store = new StagedStore();
	const putBack = answeredBy(() => store);
	vi.spyOn(console, 'warn').mockReturnValue();
	return putBack;
});

type Answering = StagedStore['instead'];

const { duration: _, ...outcome } = outcomeWith(2);
const begun = recordOf([answer('one'), check], { done: 1 });
const over = { ...begun, outcome };
const status = (code: number) => new Response(null, { status: code });
const isStatement: (asked: Parameters<Answering>[0]) => boolean = ({ method, address }) =>
	method === 'POST' && address.pathname.endsWith('/statements');
const isOurState: (asked: Parameters<Answering>[0]) => boolean = ({ address }) =>
	address.searchParams.get('stateId') === 'five-points-attempt';

async function launched(): Promise<Platform> {
	const setting = { iri: 'urn:x', languageFor: () => 'en', mastery: 0.5, now: () => BEGUN };
	const found = await launchCmi5({ search: store.launch() }, setting);
	if (!found || found === 'over') throw new Error('The launch failed.');
	return found.platform;
}

const arrived = () => vi.advanceTimersByTimeAsync(1);

function finish(platform: Platform): void {
	platform.answered(scoredItem('first'));
	platform.keep(over);
	platform.finished(outcomeWith(2));
}

function keepingOf(platform: Platform): Keeping {
	let seen: Keeping = 'refused';
	platform.watch((keeping) => (seen = keeping))();
	return seen;
}

describe('the end of an attempt', () => {
	test('that did not arrive is told by the next launch', async () => {
		const first = await launched();
		await first.resume();
		await arrived();
		store.instead = (asked) => (isStatement(asked) ? status(503) : undefined);
		finish(first);
		await vi.advanceTimersByTimeAsync(20_000);
		first.leave();
		await arrived();
		expect(store.verbs()).toEqual(['initialized']);
		store.instead = () => undefined;
		const second = await launched();
		expect(await second.resume()).toEqual(over);
		second.answered({ ...scoredItem('first'), again: true });
		await arrived();
		second.leave();
		await arrived();
		expect(store.verbs()).toEqual([
			...['initialized'],
			...['initialized', 'passed', 'completed', 'answered', 'terminated']
		]);
		expect(store.statements[3]?.result?.['duration']).toBe('PT1M30S');
	});

	test.each([0, 30_000])(
		'that arrived unheard is told once, and the next launch ends too (%i ms)',
		async (ms) => {
			const first = await launched();
			await first.resume();
			await arrived();
			finish(first);
			first.leave();
			await arrived();
			const second = await launched();
			await second.resume();
			await vi.advanceTimersByTimeAsync(ms);
			second.leave();
			await arrived();
			const third = await launched();
			await third.resume();
			await vi.advanceTimersByTimeAsync(ms);
			expect(keepingOf(third)).toBe('kept');
			third.leave();
			await arrived();
			expect(store.verbs()).toEqual([
				...['initialized', 'answered', 'passed', 'completed', 'terminated'],
				...['initialized', 'terminated', 'initialized', 'terminated']
			]);
		}
	);

	test('is kept before anything else when there is more to send than a page that goes may', async () => {
		const platform = await launched();
		await platform.resume();
		await arrived();
		store.line = 'down';
		const { item, ...scored } = scoredItem('first');
		for (let number = 0; number < 200; number++) {
			const id = `item-${number}`;
			platform.answered({ ...scored, id, item: { ...item, id } });
		}
		finish(platform);
		await vi.advanceTimersByTimeAsync(20_000);
		store.line = 'up';
		const sizes: [string, number][] = [];
		store.instead = ({ address, body }) => {
			sizes.push([address.pathname, new TextEncoder().encode(body).length]);
			return undefined;
		};
		platform.leave();
		await arrived();
		expect(sizes[0]?.[0]).toBe('/xapi/activities/state');
		expect(sizes.length).toBeGreaterThan(3);
		for (const [, size] of sizes) expect(size).toBeLessThan(60_000);
		expect(JSON.parse(store.states.get('five-points-attempt') ?? '')).toMatchObject({
			...{ record: over, told: [], isOver: false }
		});
		expect(store.verbs().slice(-3)).toEqual(['passed', 'completed', 'terminated']);
		expect(store.statements).toHaveLength(1 + 200 + 4);
	});
});

describe('a state that the store does not want', () => {
	test.each([400, 403, 413])('(%i) is not sent again, and the learner knows', async (code) => {
		const platform = await launched();
		await platform.resume();
		let asked = 0;
		store.instead = (one) => (isOurState(one) ? ((asked += 1), status(code)) : undefined);
		platform.keep(begun);
		await vi.advanceTimersByTimeAsync(600_000);
		expect([asked, keepingOf(platform)]).toEqual([1, 'full']);
		store.instead = () => undefined;
		platform.keep(over);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(keepingOf(platform)).toBe('kept');
	});

	test.each([409, 412])(
		'as it has not seen the one before (%i) is sent after a look at that',
		async (code) => {
			const platform = await launched();
			await platform.resume();
			const seen: (string | null)[] = [];
			store.instead = (asked) => {
				if (!isOurState(asked)) return undefined;
				if (asked.method === 'GET') return Response.json({}, { headers: { etag: '"abc"' } });
				seen.push(asked.headers.get('if-match'));
				return asked.headers.get('if-match') === '"abc"' ? undefined : status(code);
			};
			platform.keep(begun);
			await vi.advanceTimersByTimeAsync(10_000);
			expect([seen, keepingOf(platform)]).toEqual([[null, '"abc"'], 'kept']);
			expect(store.states.size).toBe(1);
		}
	);

	test.each(['"abc"', undefined])('nor after a look (its tag is %s) is not sent for ever', async (etag) => {
		const platform = await launched();
		await platform.resume();
		let asked = 0;
		store.instead = (one) => {
			if (!isOurState(one)) return undefined;
			if (one.method === 'GET') return Response.json({}, { headers: etag === undefined ? {} : { etag } });
			asked += 1;
			return status(412);
		};
		platform.keep(begun);
		await vi.advanceTimersByTimeAsync(600_000);
		expect([asked, keepingOf(platform)]).toEqual([etag === undefined ? 1 : 2, 'full']);
	});
});

describe('a statement that the store does not want', () => {
	const refusing =
		(code: number): Answering =>
		(asked) =>
			isStatement(asked) && asked.body.includes('/answered"') ? status(code) : undefined;

	test.each([400, 403])('(%i) is trouble that the learner sees, and holds up no other', async (code) => {
		const platform = await launched();
		await platform.resume();
		store.instead = refusing(code);
		finish(platform);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(store.verbs()).toEqual(['initialized', 'passed', 'completed']);
		expect(keepingOf(platform)).toBe('untold');
		expect(JSON.parse(store.states.get('five-points-attempt') ?? '')).toMatchObject({
			...{ told: [], isOver: true }
		});
	});

	test('because it has it is none', async () => {
		const first = await launched();
		await first.resume();
		first.answered(scoredItem('first'));
		await arrived();
		const second = await launched();
		await second.resume();
		store.instead = refusing(403);
		second.answered({ ...scoredItem('first'), again: true });
		await vi.advanceTimersByTimeAsync(60_000);
		expect(keepingOf(second)).toBe('kept');
	});
});

test('what the platform says of a launch is asked for again if it does not answer at once', async () => {
	let asked = 0;
	store.instead = ({ address }) =>
		address.searchParams.get('stateId') === 'LMS.LaunchData' && (asked += 1) < 3 ? status(503) : undefined;
	const launching = launched();
	await vi.advanceTimersByTimeAsync(10_000);
	expect((await launching).mode).toBe('normal');
	expect(asked).toBe(3);
});
