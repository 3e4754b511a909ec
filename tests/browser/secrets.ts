import type { Item } from '#lib/bank/item.ts';
import { viewOf } from '#lib/bank/view.ts';
import { seeded } from '#lib/chance/random.ts';
import { publicView, type Interactions, type KindName, type Of, type Responses } from '#lib/kinds/index.ts';
import type { Rich } from '#lib/text/rich.ts';

import { spaced } from './course.ts';

/** Fields of an item that no view of it has, as JSON and as JavaScript write them. */
const PRIVATE_FIELD =
	/\b(key|why|tempts|accept|wrong|sort|match|category|tolerance|near|explanation|hint|picture|timeline|support)["']?:/g;

/**
 * What a text sent to a browser reveals of an item beyond its question: rationales, explanation, hint, forms of its
 * key, names of private fields, or where in a drawing it points.
 *
 * @param payload HTML, JSON or JavaScript
 * @param besides something that is sent in any case, such as a page without questions: its words reveal nothing
 */
export function leaks(payload: string, item: Item, besides = ''): string[] {
	const sent = wordsIn(decoded(payload));
	const ordinary = wordsIn(decoded(besides));
	const told = secretsOf(item).filter(
		(secret) => sent.includes(wordsIn(secret)) && !ordinary.includes(wordsIn(secret))
	);
	return [...told, ...new Set(dataIn(payload).match(PRIVATE_FIELD))];
}

/** What a learner may see of an item before the end, as it is sent. */
export function shownOf(item: Item): string {
	return JSON.stringify(viewOf(item, publicView(item, seeded('any'))));
}

/** Everything in an item that a learner must not see before the end: piece by piece, without markup. */
export function secretsOf(item: Item): string[] {
	const shown = wordsIn(shownOf(item));
	const hidden = [item.explanation, item.hint ?? '', ...hiddenIn(item.interaction)];
	return [...new Set(hidden.flatMap(pieces))].filter((text) => !shown.includes(wordsIn(text)));
}

/** The rationales that go with a response: of each option chosen, and of each part that is right. */
export function rationalesOf<K extends KindName>(
	{ kind, interaction }: Of<K>,
	response: Responses[K]
): string[] {
	return given[kind](interaction, response).flatMap(pieces);
}

/** How often some words occur in a text, whatever is between them. */
export function timesIn(text: string, some: string): number {
	return wordsIn(text).split(wordsIn(some)).length - 1;
}

/** The rationales that each kind tells with a response; a kind that is left out does not compile. */
const given: { [K in KindName]: (interaction: Interactions[K], response: Responses[K]) => Rich[] } = {
	'single-choice': ({ options }, chosen) => whys(options, [chosen]),
	'multiple-response': ({ options }, chosen) => whys(options, chosen),
	'true-false': ({ verdict }, judged) => [judged === String(verdict.key) ? verdict.why : verdict.tempts],
	'true-false-reason': ({ verdict, reasons }, response) => [
		...whys(reasons, [response.reason]),
		...(response.verdict === verdict.key ? [verdict.why] : [])
	],
	matching: ({ premises }, response) =>
		premises.filter(({ id, match }) => response[id] === match).map(({ why }) => why),
	ordering: ({ elements }, order) =>
		elements
			.toSorted((a, b) => (a.sort < b.sort ? -1 : 1))
			.filter(({ id }, place) => order[place] === id)
			.map(({ why }) => why),
	categorise: ({ elements }, response) =>
		elements.filter(({ id, category }) => response[id] === category).map(({ why }) => why),
	cloze: ({ blanks }, filled) =>
		blanks.flatMap((blank) =>
			'choices' in blank
				? whys(blank.choices, [filled[blank.id] ?? null])
				: blank.wrong.filter(({ text }) => text === filled[blank.id]).map(({ why }) => why)
		),
	'short-text': ({ wrong }, typed) => wrong.filter(({ text }) => text === typed).map(({ why }) => why),
	numeric: ({ near }, typed) => near.filter(({ value }) => String(value) === typed).map(({ why }) => why),
	highlight: ({ spans }, chosen) => whys(spans, chosen)
};

function whys(options: readonly { id: string; why: Rich }[], chosen: readonly (string | null)[]): Rich[] {
	return options.filter(({ id }) => chosen.includes(id)).map(({ why }) => why);
}

/** Every rationale and every accepted or expected form, wherever it is. */
function hiddenIn(value: unknown): Rich[] {
	if (typeof value !== 'object' || value === null) return [];
	if (Array.isArray(value)) return value.flatMap(hiddenIn);
	return Object.entries(value).flatMap(([name, inner]): Rich[] => {
		if (name === 'why' || name === 'tempts') return [inner as Rich];
		if (name === 'accept') return inner as string[];
		return hiddenIn(inner);
	});
}

/** The texts between the markup; emphasised words reveal nothing by themselves. */
function pieces(rich: Rich): string[] {
	const leaves = (node: Rich[number]): string[] =>
		typeof node === 'string' ? [node] : node.children.flatMap(leaves);
	if (typeof rich === 'string') return rich === '' ? [] : [spaced(rich)];
	return rich
		.flatMap(leaves)
		.map(spaced)
		.filter((text) => text.split(' ').length > 3);
}

function decoded(payload: string): string {
	return payload
		.replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
		.replaceAll(/\\[nrt]|&(amp|lt|gt|quot|#39);/g, ' ');
}

/** The data of a page, without its markup, styles and texts; for anything else, all of it. */
function dataIn(payload: string): string {
	if (!/^\s*<!doctype html/i.test(payload)) return payload;
	// A page with a script of its own has them in a template.
	return [...payload.matchAll(/<(script|template)[^>]*>(.*?)<\/\1>/gs)].map(([, , data]) => data).join('\n');
}

/** Only the words, each between spaces, so that a text is found whatever became of its quotes and line breaks. */
function wordsIn(text: string): string {
	return ` ${text
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()} `;
}
