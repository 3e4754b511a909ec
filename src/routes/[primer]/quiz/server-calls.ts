import { areViews, isRevealed } from '#lib/bank/arrived.ts';
import type { ItemView } from '#lib/bank/item.ts';
import { fetchRevealed, inAddresses, type Revealed } from '#lib/bank/revealed.ts';
import type { Sent, SittingReply } from '#lib/quiz/exchange.ts';
import { isMapping } from '#lib/text/mapping.ts';

import { addressOf } from '../../address-of.ts';
import { fetchJson } from '../../fetch-json.ts';

/** The query that names some items. */
function idsQuery(ids: readonly string[]): string {
	return `?ids=${ids.map(encodeURIComponent).join(',')}`;
}

/** The addresses of the items of a form with their keys: one, unless they are many. */
export function itemsAddresses(primer: string, ids: readonly string[]): string[] {
	return inAddresses(ids).map((some) => itemsAddress(primer, some));
}

function itemsAddress(primer: string, ids: readonly string[]): string {
	return addressOf('/[primer]/quiz/items', { primer }) + idsQuery(ids);
}

/**
 * Fetches items of a course with their keys.
 *
 * @throws when the server does not answer, or no longer has them
 */
export function fetchItems(primer: string, ids: readonly string[]): Promise<Revealed> {
	return fetchRevealed(ids, (some) => fetchJson(itemsAddress(primer, some), isRevealed));
}

/** The largest request that survives closing its page, in bytes; browsers allow 64 KiB. */
const OUTLASTS = 60_000;

/** How long the server may take to begin its answer, and then to end it, in milliseconds. */
const SILENCE = 20_000;
const LONGEST = 60_000;

/**
 * Sends the answers to the server of an exam, and returns what it has.
 *
 * @param sitting the exam’s place there, as its address names it
 * @throws when the server does not answer, or cannot now, or somebody on the way answers in its place
 */
export async function exchangeWith(address: string, sitting: string, sent: Sent): Promise<SittingReply> {
	const body = JSON.stringify({ sitting, ...sent });
	const stop = new AbortController();
	let timer = setTimeout(() => stop.abort(), SILENCE);
	try {
		const response = await fetch(address, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body,
			keepalive: body.length * 3 < OUTLASTS,
			signal: stop.signal
		});
		clearTimeout(timer);
		timer = setTimeout(() => stop.abort(), LONGEST);
		const told: unknown = response.status < 500 ? await response.json() : undefined;
		if (isTold(told)) return told;
		throw new Error(`The server cannot take the answers now (${response.status}).`);
	} finally {
		clearTimeout(timer);
	}
}

/**
 * Tells the server's own answer from others: that the course is missing, or that the network wants a login.
 */
function isTold(told: unknown): told is SittingReply {
	if (!isMapping(told)) return false;
	const { state, refusal, now, answers, unfit, reply, revealed } = told;
	if (state === 'refused') return refusal === 'late' || refusal === 'altered';
	if (typeof now !== 'number') return false;
	if (state === 'open') return Array.isArray(answers) && Array.isArray(unfit);
	return state === 'closed' && isMapping(reply) && reply['type'] === 'graded' && isRevealed(revealed);
}

/**
 * Fetches what a learner sees of an item before answering, its options in the order of a seed.
 *
 * @param address of the views
 * @throws when the server does not answer, or no longer has the item
 */
export async function fetchView(address: string, id: string, seed: string): Promise<ItemView> {
	const asked = `${address}${idsQuery([id])}&seed=${encodeURIComponent(seed)}`;
	const [view] = await fetchJson(asked, areViews);
	if (!view) throw new Error(`${asked} has no question.`);
	return view;
}
