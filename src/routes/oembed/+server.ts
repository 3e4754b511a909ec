import type { Library } from '#lib/bank/library.server.ts';
import { servesExamsAlone } from '#lib/bank/serving.ts';
import { asXml, oEmbedOf } from '#lib/interop/oembed/oembed.ts';
import { languageAt, localized, routeAt } from '#lib/language/addresses.ts';
import { offerOf } from '#lib/quiz/offer.ts';
import { writeOptions } from '#lib/quiz/options.ts';
import { readOptions } from '#lib/quiz/read-options.ts';
import { themes } from '#lib/store/reading-settings.ts';

import type { RequestHandler } from './$types';

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

/**
 * Tells another site how to show a page of ours, as oEmbed 1.0 asks (`?url=…&format=json|xml&maxwidth=…&maxheight=…`).
 * Only addresses of this server are shown, and only by what we read in them.
 */
export const GET: RequestHandler = ({ locals, url }) => {
	const format = url.searchParams.get('format') ?? 'json';
	if (format !== 'json' && format !== 'xml') return say(501, 'It is told as json or xml.');
	try {
		const quiz = quizAt(url.searchParams.get('url'), url.origin, locals.library);
		const most = { width: url.searchParams.get('maxwidth'), height: url.searchParams.get('maxheight') };
		const told = oEmbedOf(quiz, url.origin, most);
		return format === 'json'
			? new Response(JSON.stringify(told), { headers: { 'content-type': 'application/json; charset=utf-8' } })
			: new Response(asXml(told), { headers: { 'content-type': 'text/xml; charset=utf-8' } });
	} catch (error) {
		if (error instanceof Refused) return say(error.status, error.message);
		throw error;
	}
};

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

function say(status: number, words: string): Response {
	return new Response(words, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
