import type { IncomingHttpHeaders } from 'node:http';

import { CHOICE_COOKIE } from '#lib/language/choice.ts';

import settings from '../messages/project.inlang/settings.json' with { type: 'json' };
import { cookieOf } from './cookie-of.ts';
import type { Asked } from './asked.ts';

/** The languages of the interface; pages in the first have addresses that name none. */
const { baseLocale: first, locales: spoken } = settings;

/**
 * The language of the page that somebody is better sent to who asks for one whose address names none: the one their
 * browser prefers, on their first visit. Whoever has chosen a language is taken at their word, and only the first page of
 * all leads to the language they chose. Nobody is sent away from where a link of ours has led, from what they are in the
 * middle of, or from what a script asks for.
 *
 * @returns undefined where they are to have what they ask for
 */
export function languageToOffer(
	{ method, path, query }: Pick<Asked, 'method' | 'path' | 'query'>,
	headers: IncomingHttpHeaders
): string | undefined {
	if ((method !== 'GET' && method !== 'HEAD') || !isOpened(headers) || isUnderWay(query)) return undefined;
	if (isSpoken(path.split('/')[1]?.toLowerCase())) return undefined;
	const chosen = cookieOf(headers.cookie, CHOICE_COOKIE);
	const wanted = isSpoken(chosen)
		? path === '/'
			? chosen
			: first
		: preferred(headers['accept-language'] ?? '').find(isSpoken);
	return wanted === first ? undefined : wanted;
}

/** Whether an answer is to be a page of its own, and no link, form or script of ours has asked for it. */
function isOpened({ host, referer, ...headers }: IncomingHttpHeaders): boolean {
	const [site, as] = [headers['sec-fetch-site'], headers['sec-fetch-dest']];
	if (as !== undefined && as !== 'document' && as !== 'iframe') return false;
	// Over plain http, browsers say only from which page somebody comes.
	return site !== 'same-origin' && (referer === undefined || URL.parse(referer)?.host !== host);
}

/** Whether an address is that of a form post, or of an exam that has begun. */
function isUnderWay(query: URLSearchParams): boolean {
	return [...query.keys()].some((name) => name.startsWith('/') || name === 'sitting' || name === 'ticket');
}

function isSpoken(language: string | undefined): boolean {
	return language !== undefined && spoken.includes(language);
}

/** The languages that a browser prefers, the best first, without their regions (RFC 9110, 12.5.4). */
function preferred(header: string): string[] {
	return header
		.split(',')
		.map((each) => {
			const [tag = '', ...rest] = each.split(';').map((part) => part.trim().toLowerCase());
			const weight = rest.find((part) => part.startsWith('q='));
			return {
				language: tag.split('-')[0] ?? '',
				weight: weight === undefined ? 1 : Number(weight.slice(2))
			};
		})
		.filter(({ weight }) => weight > 0)
		.sort((one, other) => other.weight - one.weight)
		.map(({ language }) => language);
}
