import * as v from 'valibot';

import { idSchema } from '#lib/kinds/option.ts';
import { isMapping } from '#lib/text/mapping.ts';

import type { Checked } from './checked.ts';
import { inEnglish } from './outsized.ts';
import type { Placed } from './references.ts';
import type { CheckedFile } from './source-file.ts';
import { stimulusSchema, type Stimulus } from './stimulus.ts';

/** A stimulus with the place where it was written. */
export interface PlacedStimulus {
	/** As it is written, which may be wrong or missing. */
	id: unknown;
	/** The whole of it, as it is written. */
	raw: unknown;
	/** Absent if it was refused. */
	stimulus: Stimulus | undefined;
	file: CheckedFile;
	at: [string, number];
}

/** Checks the stimuli of one file of items. */
export function checkStimuli(file: CheckedFile): PlacedStimulus[] {
	const written: unknown = isMapping(file.value) ? file.value['stimuli'] : undefined;
	if (!Array.isArray(written)) return [];
	return written.map((raw: unknown, index) => {
		const at: [string, number] = ['stimuli', index];
		const id = isMapping(raw) ? raw['id'] : undefined;
		return { id, raw, stimulus: checkStimulus(file, raw, at, id), file, at };
	});
}

/** Checks one stimulus as it is written and compiles it. */
export function checkStimulus(
	file: Checked,
	raw: unknown,
	at: (string | number)[],
	id: unknown
): Stimulus | undefined {
	return file.check(stimulusSchema, raw, at, typeof id === 'string' ? `“${id}”` : '');
}

/** The stimuli of one file by their ids. */
export function stimuliById(stimuli: readonly PlacedStimulus[]): Map<string, Stimulus> {
	return new Map(stimuli.flatMap(({ stimulus }) => (stimulus ? [[stimulus.id, stimulus]] : [])));
}

/** Whether the ids of all stimuli of a file are known. */
export function areIdsKnown({ value }: CheckedFile): boolean {
	if (!isMapping(value)) return false;
	const { stimuli, items } = value;
	if (stimuli === undefined)
		return !Array.isArray(items) || items.every((item) => stimulusOf(item) === undefined);
	return (
		Array.isArray(stimuli) && stimuli.every((raw: unknown) => isMapping(raw) && v.is(idSchema, raw['id']))
	);
}

/**
 * Reports what does not fit together: an id that is used twice, items that name a stimulus which their file lacks, a
 * stimulus that no item names, and enemies that would have to be asked together.
 */
export function checkStimuliFit(stimuli: readonly PlacedStimulus[], placed: readonly Placed[]): void {
	const first = new Map<unknown, PlacedStimulus>();
	for (const each of stimuli) {
		const earlier = first.get(each.id);
		if (typeof each.id !== 'string') continue;
		if (!earlier) first.set(each.id, each);
		else {
			const message = `the id “${each.id}” is taken already, by another stimulus in ${earlier.file.name}`;
			const fix = 'Give each stimulus its own id.';
			each.file.report([...each.at, 'id'], { path: [], message, fix });
		}
	}
	for (const file of new Set([...stimuli, ...placed].map((each) => each.file))) {
		const ofFile = (each: { file: CheckedFile }) => each.file === file;
		if (areIdsKnown(file)) checkNames(file, stimuli.filter(ofFile), placed.filter(ofFile));
	}
	checkEnemies(placed);
}

/** One name that is wrong is one mistake, however many items have it, and although it leaves a stimulus unused. */
function checkNames(file: CheckedFile, stimuli: readonly PlacedStimulus[], placed: readonly Placed[]): void {
	const known = new Set(stimuli.map(({ id }) => id));
	const named = Map.groupBy(placed, ({ raw }) => stimulusOf(raw));
	const isAll = isMapping(file.value) && Array.isArray(file.value['items']);
	const strange = [...named].filter(([id]) => typeof id === 'string' && !known.has(id));
	// That there are none at all is said of the file as a whole.
	for (const [wanted, [item, ...others]] of known.size > 0 ? strange : []) {
		if (!item) continue;
		const more = others.length === 0 ? '' : `, which ${others.length + 1} items name`;
		const message = `this file has no stimulus “${String(wanted)}”${more}`;
		const fix = `Write it under “stimuli”, or name one that is there: ${[...known].join(', ')}.`;
		file.report(item.at, { path: ['stimulus'], message, fix }, `“${String(item.id)}”`);
	}
	if (isAll && strange.length === 0)
		reportUnused(
			file,
			stimuli.filter(({ id }) => !named.has(id))
		);
}

/** How many stimuli that nobody asks about are named; of the others it is said how many they are. */
const MOST_NAMED = 3;

/** However many are not asked about, they are one mistake: perhaps the items of the file are still to be written. */
function reportUnused(file: CheckedFile, [first, ...others]: readonly PlacedStimulus[]): void {
	if (!first) return;
	const some = others.slice(0, MOST_NAMED - 1).map(({ id }) => `“${String(id)}”`);
	const more = others.length - some.length;
	const rest = more > 0 ? `${some.join(', ')} and ${inEnglish(more)} more` : some.join(' and ');
	const written = others.length === 0 ? `“stimulus: ${String(first.id)}”` : '“stimulus: …” with its id';
	const message = `no item asks about it${rest && `, and none about ${rest}`}`;
	const fix = `Write ${written} in the items of this file that ask about it, or take it away.`;
	file.report(first.at, { path: [], message, fix }, `“${String(first.id)}”`);
}

function checkEnemies(placed: readonly Placed[]): void {
	const stimulus = new Map(placed.map(({ id, raw }) => [id, stimulusOf(raw)]));
	for (const { item, file, at } of placed) {
		item?.enemies.forEach((enemy, index) => {
			const shared = stimulus.get(item.id);
			if (shared === undefined || enemy === item.id || stimulus.get(enemy) !== shared) return;
			const message = `“${enemy}” is about the same stimulus, and items of one stimulus are asked together`;
			const fix = 'Reword one of the two so that it gives nothing away, or take the stimulus from it.';
			file.report(at, { path: ['enemies', index], message, fix }, `“${item.id}”`);
		});
	}
}

function stimulusOf(raw: unknown): unknown {
	return isMapping(raw) ? raw['stimulus'] : undefined;
}
