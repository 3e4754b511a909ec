import type { Library } from '#lib/bank/library.server.ts';
import { servesExamsAlone } from '#lib/bank/serving.ts';
import { asXml, oEmbedOf } from '#lib/interop/oembed/oembed.ts';
import { languageAt, localized, routeAt } from '#lib/language/addresses.ts';
import { offerOf } from '#lib/quiz/offer.ts';
import { writeOptions } from '#lib/quiz/options.ts';
import { readOptions } from '#lib/quiz/read-options.ts';
import { themes } from '#lib/store/reading-settings.ts';

/** The pages that can be shown in a frame, by the name of their course: its first page, a quiz, and a quiz for frames. */
const SHOWN = /^\/(?:embed\/([^/]+)|([^/]+)(?:\/quiz)?)\/?$/;

/** What makes the address of a quiz that of one learner, or of an exam. */
const OF_ONE_LEARNER = ['sitting', 'ticket', 'exam'];

/** Why an address is not shown: an answer of oEmbed’s own, with a word on it. */
class Refused extends Error {
	readonly status: 400 | 401 | 404;

	constructor(status: 400 | 401 | 404, words: string) {
		super(words);
		this.status = status;
	}
}

/** Where this server is found. */
export interface Site {
	origin: string;
	/** Whether its operator has said so; otherwise the request did, which anybody may have written. */
	isKnown: boolean;
}

/**
 * Tells another site how to show a page of ours, as oEmbed 1.0 asks (`?url=…&format=json|xml&maxwidth=…&maxheight=…`).
 * Only addresses of this server are shown, and only by what we read in them.
 */
export function tell(query: URLSearchParams, { origin, isKnown }: Site, library: Library): Response {
	const format = query.get('format') ?? 'json';
	if (format !== 'json' && format !== 'xml') return say(501, 'It is told as json or xml.');
	// What names the origin that one request wrote is for nobody else, whatever stands between.
	const kept = isKnown ? undefined : { vary: 'Host', 'cache-control': 'no-store' };
	try {
		const quiz = quizAt(query.get('url'), origin, library);
		const most = { width: query.get('maxwidth'), height: query.get('maxheight') };
		const told = oEmbedOf(quiz, origin, most);
		const [text, type] =
			format === 'json' ? [JSON.stringify(told), 'application/json'] : [asXml(told), 'text/xml'];
		return new Response(text, { headers: { 'content-type': `${type}; charset=utf-8`, ...kept } });
	} catch (error) {
		if (error instanceof Refused) return say(error.status, error.message, kept);
		throw error;
	}
}

function quizAt(asked: string | null, origin: string, library: Library): { address: string; title: string } {
	if (asked === null) throw new Refused(400, 'Say which page is meant: url=, percent-encoded.');
	const page = URL.parse(asked);
	if (page?.origin !== origin || page.username !== '' || page.password !== '')
		throw new Refused(404, 'This is no address of this server.');
	const language = languageAt(page);
	const [, framed, any] = SHOWN.exec(routeAt(page)) ?? [];
	const bank = library.find(decoded(framed ?? any ?? ''), language);
	if (!bank) throw new Refused(404, 'This is no page of a course, nor of a quiz.');
	const { options } = readOptions(page.searchParams, offerOf(bank));
	const isPersonal = OF_ONE_LEARNER.some((name) => page.searchParams.has(name));
	if (isPersonal || servesExamsAlone(bank.primer) || options.behaviour === 'exam')
		throw new Refused(401, 'An exam is not shown in other pages.');
	const theme = themes.find((known) => known === page.searchParams.get('theme'));
	const path = localized(`/embed/${encodeURIComponent(bank.primer.id)}`, language);
	return {
		address: `${origin}${path}${writeOptions(options)}${theme ? `&theme=${theme}` : ''}`,
		title: bank.primer.title
	};
}

function decoded(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return '';
	}
}

function say(status: number, words: string, kept: Record<string, string> = {}): Response {
	return new Response(words, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...kept } });
}
