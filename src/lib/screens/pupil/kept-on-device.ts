import { sentAnswerSchema, type SentAnswer } from '#lib/classroom/protocol.ts';
import { certainties, type Certainty } from '#lib/quiz/behaviour.ts';
import { parsed } from '#lib/quiz/parsed.ts';
import { isMapping } from '#lib/text/mapping.ts';
import { parseJson } from '#lib/text/parse-json.ts';

/** What is in the inputs of a question, sent or not. */
export interface Draft {
	/** As the view of its kind has it; null where nothing is given. */
	response: unknown;
	certainty: Certainty | null;
}

/** What a pupil’s page keeps on the device while a class goes on, so that a page that is opened again goes on with it. */
export interface KeptHere {
	/** What was sent, and has not arrived. */
	waiting: readonly SentAnswer[];
	/** What was chosen and not sent, by the number of its round. */
	drafts: ReadonlyMap<number, Draft>;
}

const NAME = 'five-points-class-';

/** How long after it was written something may be left of a class, in milliseconds: longer than any class goes on. */
const LONGEST = 30 * 86_400_000;

/**
 * What the page before this one has kept for a pupil of a class. What another pupil has left on this device is none of it.
 *
 * @param storage null where the browser gives none
 */
export function keptHere(storage: Storage | null, classId: string, pupil: string): KeptHere {
	const kept = recordIn(storage, NAME + classId);
	const { waiting, drafts } = kept?.['pupil'] === pupil ? kept : {};
	return {
		waiting: listIn(waiting).flatMap((each) => parsed(sentAnswerSchema, each) ?? []),
		drafts: new Map(listIn(drafts).flatMap(draftIn))
	};
}

/** Keeps what is still to be sent, and what was chosen. Where nothing can be kept, it lasts as long as the page. */
export function keepHere(
	storage: Storage | null,
	classId: string,
	{ pupil, waiting, drafts, now }: KeptHere & { pupil: string; now: number }
): void {
	try {
		if (waiting.length + drafts.size === 0) storage?.removeItem(NAME + classId);
		else storage?.setItem(NAME + classId, JSON.stringify({ pupil, waiting, drafts: [...drafts], at: now }));
	} catch (error) {
		console.warn(error);
	}
}

/** Forgets what classes of long ago have left. */
export function forgetOldClasses(storage: Storage | null, now: number): void {
	const names = Array.from({ length: storage?.length ?? 0 }, (_, place) => storage?.key(place) ?? '');
	for (const name of names) {
		if (!name.startsWith(NAME)) continue;
		const at = recordIn(storage, name)?.['at'];
		if (typeof at !== 'number' || at < now - LONGEST) storage?.removeItem(name);
	}
}

/** The place where a device keeps such things; null where the browser gives none, as some do in private. */
export function deviceStorage(): Storage | null {
	try {
		return localStorage;
	} catch {
		return null;
	}
}

function recordIn(storage: Storage | null, name: string): Record<string, unknown> | undefined {
	const kept = parseJson(storage?.getItem(name) ?? '');
	return isMapping(kept) ? kept : undefined;
}

function listIn(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

function draftIn(entry: unknown): [number, Draft][] {
	const [round, draft]: unknown[] = listIn(entry);
	if (typeof round !== 'number' || !isMapping(draft)) return [];
	const certainty = certainties.find((one) => one === draft['certainty']) ?? null;
	return [[round, { response: draft['response'] ?? null, certainty }]];
}
