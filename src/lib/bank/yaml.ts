import {
	constructFromEvents,
	EVENT_ID,
	getScalarValue,
	parseEvents,
	YAMLException,
	type Event
} from 'js-yaml';

import { slipsIn } from './yaml-slips.ts';
import type { Place, YamlSlip } from './yaml-slip.ts';
import { trapAt } from './yaml-traps.ts';

export type { Place, YamlSlip } from './yaml-slip.ts';

export type Path = readonly (string | number)[];

export interface ReadYaml {
	value: unknown;
	/** Where the value at a path stands; for a path that leads nowhere, where its nearest parent stands. */
	placeOf: (path: Path) => Place;
	/** Where a key of the mapping at a path stands. */
	placeOfKey: (path: Path, key: string) => Place;
	/** The value at a path as it is written, with its quotation marks; empty for lists and mappings. */
	writtenAt: (path: Path) => string;
	/** Where some words of the text at a path stand; where they are written otherwise there, where the text begins. */
	placeWithin: (path: Path, piece: string) => Place;
}

/** A text that is not YAML, or that YAML reads otherwise than it was meant: each slip with its place and remedy. */
export class YamlError extends Error {
	readonly slips: readonly YamlSlip[];
	/** Where the first of them stands; undefined where it is the file as a whole. */
	readonly place: Place | undefined;
	constructor(slips: readonly YamlSlip[]) {
		super(slips.map(({ message }) => message).join('; '));
		this.slips = slips;
		this.place = slips[0]?.place;
	}
}

/**
 * Reads a YAML 1.2 document whose size is already known to be reasonable. Aliases are refused, since a few of them
 * can stand for gigabytes, and so is nesting deeper than any item’s.
 *
 * @throws {YamlError} with the first place that is not YAML, or with all that are YAML and mean something else.
 */
export function readYaml(source: string): ReadYaml {
	const placeAt = placer(source);
	const documents = documentsOf(source, placeAt);
	// Problems are rare and events take many times the room of their text: where one has to be placed, they are read anew.
	let root: Node | undefined;
	const tree = (): Node => (root ??= treeOf(eventsOf(source), source));
	return {
		value: documents[0],
		placeOf: (path) => placeAt(follow(tree(), path).start),
		placeOfKey: (path, key) => {
			const parent = follow(tree(), path);
			return placeAt(parent.keys?.get(key) ?? parent.start);
		},
		writtenAt: (path) => {
			const { start, end } = follow(tree(), path);
			return source.slice(start, end);
		},
		placeWithin: (path, piece) => {
			const { start, end } = follow(tree(), path);
			const found = source.slice(start, end).indexOf(piece);
			return placeAt(found < 0 ? start : start + found);
		}
	};
}

function documentsOf(source: string, placeAt: (offset: number) => Place): unknown[] {
	try {
		const events = eventsOf(source);
		const slips = slipsIn(events, source);
		if (slips.length > 0)
			throw new YamlError(slips.map(({ at, ...slip }) => ({ ...slip, place: placeAt(at) })));
		const documents = constructFromEvents(events, { source, maxAliases: 0 });
		if (documents.length <= 1) return documents;
	} catch (error) {
		if (!(error instanceof YAMLException)) throw error;
		const slip = slipOf(error, source);
		throw new YamlError([slip.place ? { ...slip, isEnd: true } : slip]);
	}
	const message = 'this holds several documents (a line “---” starts another)';
	throw new YamlError([{ place: undefined, message, fix: 'Take that line out, or write two files.' }]);
}

function slipOf({ mark, reason }: YAMLException, source: string): YamlSlip {
	if (!mark) {
		return { place: undefined, message: reason, fix: 'Check quotation marks, brackets and indentation.' };
	}
	return trapAt({ lines: source.split(/\r\n|\r|\n/), line: mark.line, column: mark.column, reason });
}

function eventsOf(source: string): Event[] {
	return parseEvents(source, { maxDepth: 32 });
}

/** The positions of a document's values, built only when a problem has to be placed. */
interface Node {
	start: number;
	/** Where a text is over; equal to its start for lists and mappings. */
	end: number;
	children: ReadonlyMap<string | number, Node>;
	/** Where each key of a mapping stands. */
	keys?: ReadonlyMap<string, number>;
}

/** The children of what has none, which most of a large file are. */
const NONE: Node['children'] = new Map();

function treeOf(events: Event[], source: string): Node {
	let next = 0;
	/** @param before where an empty value is said to stand, which has no place of its own */
	const build = (before: number): Node => {
		const event = events[next++];
		switch (event?.type) {
			case EVENT_ID.SCALAR:
				if (event.valueStart < 0) return { start: before, end: before, children: NONE };
				return { start: event.valueStart, end: event.valueEnd, children: NONE };
			case EVENT_ID.SEQUENCE: {
				const children = new Map<string | number, Node>();
				while (events[next] && events[next]?.type !== EVENT_ID.POP)
					children.set(children.size, build(event.start));
				next++;
				const start = children.get(0)?.start ?? event.start;
				return { start, end: start, children };
			}
			case EVENT_ID.MAPPING: {
				if (events[next]?.type === EVENT_ID.POP) {
					next++;
					return { start: event.start, end: event.start, children: NONE };
				}
				const children = new Map<string | number, Node>();
				const keys = new Map<string, number>();
				while (events[next] && events[next]?.type !== EVENT_ID.POP) {
					const keyEvent = events[next];
					const key = build(event.start);
					const name = keyEvent?.type === EVENT_ID.SCALAR ? getScalarValue(source, keyEvent) : '';
					keys.set(name, key.start);
					children.set(name, build(key.start));
				}
				next++;
				return { start: event.start, end: event.start, children, keys };
			}
			default:
				return { start: 0, end: 0, children: NONE };
		}
	};
	if (events[0]?.type === EVENT_ID.DOCUMENT) next = 1;
	return build(0);
}

function follow(root: Node, path: Path): Node {
	let node = root;
	for (const step of path) {
		const child = node.children.get(step);
		if (!child) return node;
		node = child;
	}
	return node;
}

/** Turns offsets of a text into lines and columns, counting its lines only once. */
function placer(source: string): (offset: number) => Place {
	let starts: number[] | undefined;
	return (offset) => {
		starts ??= lineStarts(source);
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
	};
}

function lineStarts(source: string): number[] {
	const starts = [0];
	for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
	return starts;
}
