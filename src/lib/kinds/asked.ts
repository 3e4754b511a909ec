import { isMapping } from '#lib/text/mapping.ts';
import type { Rich } from '#lib/text/rich.ts';

import type { Blank } from './blank.ts';
import type { Label } from './option.ts';

/** One of several things to choose from, and why it is right or tempts. */
export interface Choosable extends Label {
	key: boolean;
	why: Rich;
}

/** Something to which one label belongs: `key` is the id of the right one. */
export interface Assignable extends Label {
	key: string;
	why: Rich;
}

/**
 * What an item asks for, with its key, by the way in which it is answered. Each kind says this of its items; statistics,
 * walls and other systems go by it, so that a kind which is answered in one of these ways needs nothing from them. What
 * goes by it has a case for each way, or does not compile; its cases return anything but `undefined`, for which the
 * compiler would take a case that was forgotten.
 */
export type Asked =
	/** One option, or where `many`, any number of them. */
	| { way: 'choose'; many: boolean; options: readonly Choosable[] }
	| { way: 'judge'; verdict: { key: boolean; why: Rich; tempts: Rich } }
	| { way: 'judge-and-reason'; verdict: { key: boolean; why: Rich }; reasons: readonly Choosable[] }
	/** A label for each place. */
	| { way: 'assign'; places: readonly Assignable[]; labels: readonly Label[] }
	/** `order` has the ids of the elements from first to last. */
	| { way: 'arrange'; elements: readonly (Label & { why: Rich })[]; order: readonly string[] }
	| { way: 'fill'; blanks: readonly Blank[] }
	/** `accept` has the forms that are right, the best one first. */
	| { way: 'write'; accept: readonly string[]; why: Rich }
	/** `written` is the value in the language of the item. */
	| { way: 'calculate'; value: number; tolerance: number; written: string; why: Rich };

/** What an item offers before it is answered, in the order in which it is shown, by the same ways as {@link Asked}. */
export type Offered =
	| { way: 'choose'; many: boolean; options: readonly Label[] }
	| { way: 'judge' }
	| { way: 'judge-and-reason'; reasons: readonly Label[] }
	| { way: 'assign'; places: readonly Label[]; labels: readonly Label[] }
	| { way: 'arrange'; elements: readonly Label[] }
	/** A blank without choices is typed. */
	| { way: 'fill'; blanks: readonly { id: string; choices?: readonly Label[] }[] }
	| { way: 'write' }
	| { way: 'calculate' };

/*
 * What a response gives. It may come from storage and have any shape; ids and texts need not be those of the item, which may
 * have changed since.
 */

/** A text or an id; empty where none is given. */
export function textIn(response: unknown): string {
	return typeof response === 'string' ? response : '';
}

/** The ids of a list. */
export function listIn(response: unknown): string[] {
	return Array.isArray(response) ? response.filter((id) => typeof id === 'string') : [];
}

/** The text or the id for each part, by its id, without empty ones. */
export function partsIn(response: unknown): Map<string, string> {
	return new Map(
		Object.entries(isMapping(response) ? response : {})
			.map(([part, value]): [string, string] => [part, textIn(value)])
			.filter(([, text]) => text !== '')
	);
}

/** A verdict and its reason, each null where it is not given. */
export function verdictIn(response: unknown): { verdict: boolean | null; reason: string | null } {
	const { verdict, reason }: Record<string, unknown> = isMapping(response) ? response : {};
	return { verdict: typeof verdict === 'boolean' ? verdict : null, reason: textIn(reason) || null };
}
