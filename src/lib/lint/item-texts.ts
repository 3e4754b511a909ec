import type { Item } from '#lib/bank/item.ts';
import { parts as partsOf } from '#lib/kinds/index.ts';
import type { Parts, Passage } from '#lib/kinds/parts.ts';
import { plainText, type Rich } from '#lib/text/rich.ts';

/** An item as rules read it: plain texts, each with its place. */
export interface ItemTexts extends Parts {
	/** What it asks about together with other items; it is theirs, too, and so among none of the lists below. */
	stimulus: string;
	stem: string;
	explanation: string;
	hint: string | undefined;
	/** Everything that the learner sees before answering, including the hint. */
	visible: Passage[];
	/** Everything that the learner sees afterwards. */
	feedback: Passage[];
	/** Both. */
	all: Passage[];
}

const known = new WeakMap<Item, ItemTexts>();

/** Reads an item, once. */
export function itemTexts(item: Item): ItemTexts {
	const reading = known.get(item) ?? readAnew(item);
	known.set(item, reading);
	return reading;
}

function readAnew(item: Item): ItemTexts {
	const parts = partsOf(item);
	const stem = plainText(item.stem);
	const stimulus = item.stimulus ? plainText(item.stimulus.text) : '';
	const explanation = plainText(item.explanation);
	const hint = item.hint === undefined ? undefined : plainText(item.hint);
	const visible = [
		{ path: ['stem'], text: stem },
		...parts.sets.flatMap((set) => set.options.map(({ path, text }) => ({ path, text }))),
		...parts.shown,
		...(hint === undefined ? [] : [{ path: ['hint'], text: hint }])
	];
	const feedback = [
		...parts.rationales.map(({ path, text }) => ({ path, text })),
		{ path: ['explanation'], text: explanation }
	];
	return { ...parts, stimulus, stem, explanation, hint, visible, feedback, all: [...visible, ...feedback] };
}

/** The words of a text that are emphasised, joined. */
export function emphasised(rich: Rich): string {
	if (typeof rich === 'string') return '';
	return rich
		.map((node) => {
			if (typeof node === 'string') return '';
			return node.tag === 'strong' || node.tag === 'em'
				? plainText(node.children)
				: emphasised(node.children);
		})
		.join(' ');
}
