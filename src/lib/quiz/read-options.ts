import { difficulties } from '#lib/bank/difficulty.ts';
import { isKindName } from '#lib/kinds/names.ts';

import { isBehaviourName, type BehaviourName } from './behaviour.ts';
import type { AddressNotice } from './address-notice.ts';
import type { Offer } from './offer.ts';
import { questionOrders, type QuestionOrder, type QuizOptions } from './options.ts';

/** The options of an address, and a notice of each thing in it that could not be used as it is. */
export interface ReadOptions {
	options: QuizOptions;
	notices: AddressNotice[];
}

/** What a seed is made of, in a form’s own syntax: a pattern that the whole seed has to match. */
export const SEED_PATTERN = '[\\p{L}\\p{N}._~\\-]{1,64}';

/** The longest time that may be allowed, in minutes. */
export const MOST_MINUTES = 600;
/** What the time allowed may be multiplied by at most. */
export const MOST_EXTRA_TIME = 4;
/** A whole seed. */
export const SEED = new RegExp(`^${SEED_PATTERN}$`, 'u');
/**
 * What mail programs, networks and counters of visits add to any link that passes through them, by the names that their
 * documentation gives: it was not asked for by anybody who could do something about it.
 */
const CAMPAIGN =
	/^(utm_|mtm_|matomo_|pk_|piwik_|at_|hsa_|_hs|oly_|vero_|mc_[ce]id$|ig(sh|shid)$|(g|w)braid$|[a-z]*clk?id$|(gclsrc|srsltid|mkt_tok|li_fat_id|xtor|epik|_gl|_ga)$)/i;
const KNOWN = [
	...['over', 'points', 'n', 'behaviour', 'seed', 'minutes', 'extra', 'difficulty', 'kinds', 'items'],
	'order'
];

/**
 * Reads the options of a quiz from the query of an address. Whatever is wrong becomes the nearest sensible thing, and a
 * notice says so.
 *
 * @param own parameters with another meaning on the same page, which do not count as unknown
 */
export function readOptions(query: URLSearchParams, offer: Offer, own: readonly string[] = []): ReadOptions {
	const notices: AddressNotice[] = [];
	const unknown = [...new Set(query.keys())].filter(
		(key) => !KNOWN.includes(key) && !own.includes(key) && !CAMPAIGN.test(key)
	);
	if (unknown.length > 0) notices.push({ code: 'unknown', names: unknown });

	const behaviour = readBehaviour(query, offer, notices);
	const kept = behaviour === 'exam' ? [] : (offer.kept ?? []);
	const options: QuizOptions = {
		behaviour,
		over: readOver(query, offer, notices),
		points: readList(query, 'points', notices, (text) =>
			offer.points.find((point) => String(point) === text)
		),
		difficulties: readList(query, 'difficulty', notices, (text) =>
			difficulties.find((each) => String(each) === text)
		),
		kinds: readList(query, 'kinds', notices, (text) => (isKindName(text) ? text : undefined)),
		items: readItems(query, offer, kept, notices),
		count:
			readNumber(query, 'n', notices, { least: 1, most: offer.items.length - kept.length, whole: true }) ??
			null,
		order: readOrder(query, notices),
		minutes: readNumber(query, 'minutes', notices, { least: 1, most: MOST_MINUTES }) ?? null,
		extraTime: readNumber(query, 'extra', notices, { least: 1, most: MOST_EXTRA_TIME }) ?? 1,
		seed: readSeed(query, notices)
	};
	return { options, notices };
}

function readBehaviour(
	query: URLSearchParams,
	{ examsAlone = false }: Offer,
	notices: AddressNotice[]
): BehaviourName {
	const given = query.get('behaviour');
	if (examsAlone) {
		if (given && given !== 'exam') notices.push({ code: 'exams-alone', given });
		return 'exam';
	}
	if (!given) return 'practice';
	if (isBehaviourName(given)) return given;
	notices.push({ code: 'no-behaviour', given });
	return 'practice';
}

function readOrder(query: URLSearchParams, notices: AddressNotice[]): QuestionOrder {
	const given = query.get('order');
	const known = questionOrders.find((order) => order === given);
	if (given && known === undefined) notices.push({ code: 'no-order', given });
	return known ?? 'mixed';
}

function readOver(
	query: URLSearchParams,
	{ hasOutcomes = false }: Offer,
	notices: AddressNotice[]
): QuizOptions['over'] {
	const given = query.get('over');
	if (!given || given === 'points') return null;
	if (given === 'outcomes' && hasOutcomes) return given;
	notices.push(
		given === 'outcomes' ? { code: 'no-outcomes' } : { code: 'not-in-primer', name: 'over', given: [given] }
	);
	return null;
}

/** The named items, without those that the behaviour does not ask. */
function readItems(
	query: URLSearchParams,
	offer: Offer,
	kept: readonly string[],
	notices: AddressNotice[]
): string[] | null {
	const named = readList(query, 'items', notices, (id) => (offer.items.includes(id) ? id : undefined));
	const given = named?.filter((id) => kept.includes(id)) ?? [];
	if (given.length > 0) notices.push({ code: 'kept-for-exams', given });
	const items = named?.filter((id) => !kept.includes(id)) ?? [];
	return items.length > 0 ? items : null;
}

function readList<T>(
	query: URLSearchParams,
	name: string,
	notices: AddressNotice[],
	read: (text: string) => T | undefined
): T[] | null {
	// “points=1,3” as links have it, and “points=1&points=3” as a form sends it.
	const texts = query
		.getAll(name)
		.flatMap((given) => given.split(','))
		.map((text) => text.trim())
		.filter((text) => text !== '');
	const strange = texts.filter((text) => read(text) === undefined);
	if (strange.length > 0) notices.push({ code: 'not-in-primer', name, given: strange });
	const known = [...new Set(texts.flatMap((text) => read(text) ?? []))];
	return known.length > 0 ? known : null;
}

function readNumber(
	query: URLSearchParams,
	name: string,
	notices: AddressNotice[],
	{ least, most, whole = false }: { least: number; most: number; whole?: boolean }
): number | undefined {
	const given = query.get(name);
	if (given === null || given.trim() === '') return undefined;
	// As many people write it, and as their spreadsheets do: “1,25”.
	const number = Number(given.replace(/^(\s*[+-]?\d+),(\d+\s*)$/, '$1.$2'));
	if (!Number.isFinite(number)) {
		notices.push({ code: 'not-a-number', name, given });
		return undefined;
	}
	const nearest = whole ? Math.round(number) : number;
	const sensible = Math.min(most, Math.max(least, nearest));
	if (sensible !== nearest) notices.push({ code: 'out-of-range', name, given, used: sensible, least, most });
	else if (sensible !== number) notices.push({ code: 'not-whole', name, given, used: sensible });
	return sensible;
}

function readSeed(query: URLSearchParams, notices: AddressNotice[]): string | null {
	const given = query.get('seed');
	if (!given) return null;
	if (SEED.test(given)) return given;
	notices.push({ code: 'not-a-seed' });
	return null;
}
