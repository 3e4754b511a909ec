import type { IncomingHttpHeaders } from 'node:http';

import { CHOICE_COOKIE } from '#lib/language/choice.ts';

import settings from '../messages/project.inlang/settings.json' with { type: 'json' };
import { cookieOf } from './cookie-of.ts';
import type { Asked } from './asked.ts';

/** The languages of the interface; addresses of pages in the first do not name it. */
const { baseLocale: first, locales: spoken } = settings;

/**
 * The language to redirect a visitor to whose address names none: on a first visit, the one their browser
 * prefers. If they have chosen a language, only the very first page leads to it. Nobody is redirected after
 * following a link of ours, in the middle of something, or when a script asks.
 *
 * @returns undefined if they should get what they asked for
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

/** Whether the answer will be a whole page that no link, form or script of ours asked for. */
function isOpened({ host, referer, ...headers }: IncomingHttpHeaders): boolean {
	const [site, as] = [headers['sec-fetch-site'], headers['sec-fetch-dest']];
	if (as !== undefined && as !== 'document' && as !== 'iframe') return false;
	// Over plain http, browsers only send the page that somebody comes from.
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
