import { flushSync, mount, unmount } from 'svelte';

import type { Item, ItemView } from '#lib/bank/item.ts';
import { orderOf, viewOf } from '#lib/bank/view.ts';
import { compile, fixtures } from '#lib/kinds/fixtures.ts';
import { informed, publicView, score, solution, type KindName } from '#lib/kinds/index.ts';
import type { Part } from '#lib/kinds/score.ts';

import { loadLater } from '#lib/player/load-later.ts';

import { loadedView, loadViews } from './index.ts';
import type { KindView, KindViewProps } from './kind-view.ts';

/* For tests: a view of a kind with an item, a response, and what is shown about it. */

/** An item of a kind, from the first fixture of that kind, with some fields of its interaction replaced. */
export function itemOf(
	kind: KindName,
	changes: Record<string, unknown> = {},
	backed: readonly string[] = []
): Item {
	const raw = fixtures.find((fixture) => fixture.kind === kind)?.raw;
	const compiled = compile(kind, { ...raw, ...changes });
	const about = {
		language: 'en',
		added: () => ({ language: 'en', stem: [] }),
		hasBacked: (group: string | undefined) => group !== undefined && backed.includes(group)
	};
	return {
		id: `some-${kind}`,
		point: 1,
		facts: ['F1.1'],
		difficulty: 1,
		level: 'remember',
		stem: 'Which?',
		explanation: 'Because.',
		enemies: [],
		kind,
		interaction: informed(compiled, about)
	};
}

/** What a quiz shows of such an item. */
export function shownOf(item: Item): ItemView {
	return viewOf(item, publicView(item, orderOf('seed', item.id)));
}

/** The view of a kind, loaded. */
export async function viewOfKind(kind: KindName): Promise<KindView> {
	await Promise.all([loadViews([kind]), loadLater()]);
	const view = loadedView(kind);
	if (!view) throw new Error(`${kind} was not loaded.`);
	return view;
}

export interface Staging {
	response?: unknown;
	/**
	 * What is shown about the response: everything, or only what may be shown before another try; nothing if
	 * left out.
	 */
	told?: 'all' | 'given';
	locked?: boolean;
	changes?: Record<string, unknown>;
	/** Groups of the drawing of supporters that are within its frame. */
	backed?: readonly string[];
}

let running: Record<string, unknown> | undefined;

/** Shows a kind's view as a quiz does: in a form, with every answer handed back to it. */
export async function stage(
	kind: KindName,
	{ response = null, told, locked, changes, backed }: Staging = {}
) {
	const view = await viewOfKind(kind);
	const item = itemOf(kind, changes, backed);
	const answers: unknown[] = [];
	const props: KindViewProps = $state({
		item: shownOf(item),
		response,
		marks: told ? marksOf(item, response, told) : null,
		locked: locked ?? told === 'all',
		labelledby: 'stem',
		onanswer: (answer) => {
			answers.push(answer);
			props.response = answer;
		}
	});

	if (running) await unmount(running);
	document.body.innerHTML = '<h1 id="stem">Which?</h1>';
	const form = document.createElement('form');
	document.body.append(form);
	running = mount(view, { target: form, props });
	flushSync();
	return { form, answers, solution: solution(item) };
}

function marksOf(item: Item, response: unknown, told: 'all' | 'given') {
	const result = score(item, response);
	if (result.state !== 'scored') throw new Error(`The response is ${result.state}.`);
	return new Map(
		result.parts.filter((part) => told === 'all' || isGiven(part)).map((part) => [part.id, part])
	);
}

function isGiven({ verdict }: Part): boolean {
	return verdict === 'right' || verdict === 'wrong';
}
