import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';

import type { Asked } from './asked.ts';

/** The headers of one family of answers, whatever code made them. */
interface Family {
	/** Whether an answer belongs to it; the first family in the table that matches counts. */
	takes: (asked: Asked) => boolean;
	/**
	 * Which of the configured other sites may show it in a frame; a policy that names some itself keeps them.
	 */
	framedBy: (sites: OtherSites) => readonly string[];
	/** What it may load and do if it comes without a policy of its own. */
	policy: string;
	headers: Record<string, string>;
}

/** The other sites that may show pages in a frame, each as CSP names one. */
export interface OtherSites {
	/** Any page. */
	frameAncestors: readonly string[];
	/** A quiz that is made for a frame. */
	embedOrigins: readonly string[];
}

/** A page that comes without a policy, such as an error page: text and its style, and nothing else. */
const WORDS_ALONE = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const EVERYWHERE = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'same-origin',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy':
		'camera=(), microphone=(), display-capture=(), geolocation=(), payment=(), usb=(), browsing-topics=()'
};

/**
 * What pages of other sites may read: code, and questions with their keys that anybody may have. None of it depends on who
 * asks. A quiz in a frame may be in a sandbox, and is of another site then itself.
 */
const FOR_ALL_SITES = {
	...EVERYWHERE,
	'Access-Control-Allow-Origin': '*',
	'Cross-Origin-Resource-Policy': 'cross-origin'
};

const framedByNobody = (): readonly string[] => [];
const framedByAncestors = ({ frameAncestors }: OtherSites): readonly string[] => frameAncestors;
const embedded = ({ frameAncestors, embedOrigins }: OtherSites): readonly string[] => [
	...frameAncestors,
	...embedOrigins
];

/**
 * The headers of every answer, in one place.
 */
const FAMILIES: Family[] = [
	{
		// A worker follows the policy that its script came with, and requests everything of this site.
		takes: ({ path }) => path === '/service-worker.js',
		framedBy: framedByNobody,
		policy: "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'",
		headers: { ...EVERYWHERE, 'Cache-Control': 'no-cache' }
	},
	{
		takes: ({ method, path }) => isRead(method) && IN_A_FRAME.test(path),
		framedBy: embedded,
		policy: WORDS_ALONE,
		headers: FOR_ALL_SITES
	},
	{
		takes: ({ path }) => IN_A_FRAME.test(path),
		framedBy: embedded,
		policy: WORDS_ALONE,
		headers: { ...EVERYWHERE, 'Cache-Control': 'no-store' }
	},
	{
		takes: ({ method, path }) => isRead(method) && OF_A_QUIZ.test(path),
		framedBy: framedByAncestors,
		policy: WORDS_ALONE,
		headers: FOR_ALL_SITES
	},
	{
		takes: isPersonal,
		framedBy: framedByAncestors,
		policy: WORDS_ALONE,
		headers: { ...EVERYWHERE, 'Cache-Control': 'no-store' }
	},
	{ takes: () => true, framedBy: framedByAncestors, policy: WORDS_ALONE, headers: EVERYWHERE }
];

/** A quiz made for a frame, and what other sites load to show one. */
const IN_A_FRAME = /^(\/[a-z]{2,3}(-[a-z\d]+)*)?\/embed\/./i;

/** The app’s code, what a quiz in a frame asks for, which is its questions, and how such a frame is written. */
const OF_A_QUIZ =
	/^\/_app\/immutable\/.|^(\/[a-z]{2,3}(-[a-z\d]+)*)?\/[^/]+\/(course(\.json)?|quiz\/items)$|^\/oembed$/i;

function isRead(method: string): boolean {
	return method === 'GET' || method === 'HEAD';
}

/** What is below the addresses of classes: who knows one of a class counts as having been in it. */
const OF_A_CLASS = /^(\/[a-z]{2,3}(-[a-z\d]+)*)?\/(live|class|host|join)\/./i;

/**
 * Whether an answer belongs to one sitting of one learner (an exam, its grade, or the result of a form post), or to
 * somebody in a class.
 */
function isPersonal({ method, path, query }: Asked): boolean {
	if (!isRead(method)) return true;
	return (
		OF_A_CLASS.test(path) ||
		/\/quiz\/sitting(\/|$)/.test(path) ||
		query.has('ticket') ||
		query.has('sitting') ||
		query.has('exam') ||
		query.get('behaviour') === 'exam'
	);
}

/** The headers of an answer without a page: what Node itself sends for a request that it cannot read. */
export function plainHeaders(): Record<string, string> {
	return {
		...EVERYWHERE,
		'Content-Security-Policy': withFrames(WORDS_ALONE, []),
		'Content-Type': 'text/plain; charset=utf-8'
	};
}

/**
 * Makes sure that an answer leaves with the headers of its family, whatever the handler sets.
 *
 * @param sites the other sites that may show pages in a frame
 * @param last called when the answer begins, for anything else to do to its headers
 */
export function seal(response: ServerResponse, asked: Asked, sites: OtherSites, last: () => void): void {
	const family = FAMILIES.find(({ takes }) => takes(asked));
	const writeHead = response.writeHead.bind(response);
	response.writeHead = (status: number, reason?: string | Given, given?: Given) => {
		for (const [name, value] of pairs(typeof reason === 'string' ? given : reason))
			if (value !== undefined) response.setHeader(name, value);
		if (family) {
			for (const [name, value] of Object.entries(family.headers)) response.setHeader(name, value);
			const policy = response.getHeader('Content-Security-Policy') ?? family.policy;
			response.setHeader('Content-Security-Policy', withFrames(String(policy), family.framedBy(sites)));
		}
		// Browsers are told not to guess the type, so it has to be there.
		if (status >= 400 && !response.hasHeader('Content-Type'))
			response.setHeader('Content-Type', 'text/plain; charset=utf-8');
		last();
		return writeHead(status);
	};
}

type Given = OutgoingHttpHeaders | OutgoingHttpHeader[];

function pairs(given: Given = {}): [string, OutgoingHttpHeader | undefined][] {
	if (!Array.isArray(given)) return Object.entries(given);
	return given.flatMap((name, index) => {
		const value = given[index + 1];
		return index % 2 === 0 && value !== undefined ? [[String(name), value]] : [];
	});
}

function withFrames(policy: string, ancestors: readonly string[]): string {
	if (/(^|;)\s*frame-ancestors\s/.test(policy)) return policy;
	return `${policy}; frame-ancestors ${["'self'", ...ancestors].join(' ')}`;
}
