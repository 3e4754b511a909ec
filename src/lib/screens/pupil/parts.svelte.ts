import type { ToldOwn } from '#lib/classroom/pupil-protocol.ts';
import type { ClassView } from '#lib/classroom/class-view.ts';
import { loadRuns } from '#lib/kinds/loaded.ts';
import { kindNames } from '#lib/kinds/names.ts';
import { loadedView, loadKinds, loadViews } from '#lib/player/kinds/index.ts';
import { loadCertainty, loadedCertainty, loadLater } from '#lib/player/load-later.ts';

import type Result from './OwnResult.svelte';
import type Revealing from './RevealedItem.svelte';

let revealing: typeof Revealing | undefined;

/** What shows a question after the reveal, if it has been loaded. */
export function loadedReveal(): typeof Revealing | undefined {
	return revealing;
}

async function loadReveal(): Promise<void> {
	const [{ default: loaded }] = await Promise.all([import('./RevealedItem.svelte'), loadLater()]);
	revealing = loaded;
}

let result: typeof Result | undefined;

/** What shows what a pupil has come to, if it has been loaded. */
export function loadedResult(): typeof Result | undefined {
	return result;
}

/** Loads what shows what a pupil has come to in these items. */
export async function loadResult({ course }: Pick<ToldOwn, 'course'>): Promise<void> {
	const [{ default: loaded }] = await Promise.all([
		import('./OwnResult.svelte'),
		loadKinds(course.items.map(({ kind }) => kind)),
		loadLater()
	]);
	result = loaded;
}

/** How long after a failure parts are asked for again, in milliseconds. */
const AGAIN = 2000;

/** The code that shows questions, which is loaded while the class waits, and asked for again where that fails. */
export class Parts {
	/** Counts what was loaded, since modules do not say when they are there. */
	#loads = $state.raw(0);
	#again: ReturnType<typeof setTimeout> | undefined;

	/** Whether all that a view shows is there. */
	has(view: ClassView): boolean {
		const { asked, revealed, rules } = view;
		return (
			this.#loads >= 0 &&
			asked.every(({ kind }) => loadedView(kind)) &&
			(!rules.certainty || loadedCertainty() !== undefined) &&
			(!revealed || loadedReveal() !== undefined)
		);
	}

	/** Loads what a view shows, again and again until it is there. */
	async load(view: ClassView): Promise<void> {
		clearTimeout(this.#again);
		try {
			await loadPartsOf(view);
			this.#loads++;
		} catch {
			this.#again = setTimeout(() => void this.load(view), AGAIN);
		}
	}

	/** Loads what any question may need, before there is one and the network has gone. */
	async loadAhead(): Promise<void> {
		try {
			await Promise.all([loadViews(kindNames), loadRuns(kindNames), loadReveal(), loadCertainty()]);
			this.#loads++;
		} catch {
			// Each question asks for what it needs.
		}
	}

	stop(): void {
		clearTimeout(this.#again);
	}
}

/**
 * Loads what shows a view.
 *
 * @throws when it cannot be fetched; calling again tries again
 */
export async function loadPartsOf({ asked, revealed, rules }: ClassView): Promise<void> {
	await Promise.all([
		loadKinds(asked.map(({ kind }) => kind)),
		...(rules.certainty ? [loadCertainty()] : []),
		...(revealed ? [loadReveal()] : [])
	]);
}
