import type { Rich, RichNode } from './rich.ts';

/** A stem in its two parts. Both together are the whole of it, in its order. */
export interface StemParts {
	/** What leads up to the question, such as a case; empty where nothing does. */
	lead: RichNode[];
	question: RichNode[];
}

/**
 * Parts the question of a stem, which is a heading, from the text that leads up to it: its last paragraph, with a list
 * that it introduces, from those before. A stem of one paragraph is all question: where a sentence begins, a program
 * can only guess.
 */
export function partsOfStem(stem: Rich): StemParts {
	const nodes = typeof stem === 'string' ? [stem] : stem;
	const place = nodes.findLastIndex((node) => typeof node === 'object' && node.tag === 'p');
	const last = nodes[place];
	if (typeof last !== 'object') return { lead: [], question: nodes };
	const list = nodes.slice(place + 1);
	return { lead: nodes.slice(0, place), question: list.length > 0 ? [last, ...list] : last.children };
}
