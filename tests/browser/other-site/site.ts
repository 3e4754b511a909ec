import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

import { root } from '../../../src/setup/project.js';

/** What a site of somebody else answers at one of its paths. */
export interface Answer {
	/** What it is by the query of the address, where that matters. */
	body: string | ((query: URLSearchParams) => string);
	/** By default that of the path’s extension, or of a page. */
	type?: string;
	status?: number;
	/** Its Content-Security-Policy, by default {@link STRICT}; null for none. */
	policy?: string | null;
}

/** A site of somebody else. */
export interface Site {
	/** With a slash at its end. */
	address: string;
	/** What it has, by path, with a slash at the beginning; may be changed at any time. */
	pages: Map<string, Answer>;
	close: () => void;
}

/** A policy that allows no style and no script but the site’s own files, and no text to become markup. */
export const STRICT = [
	"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:",
	"base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html 'allow-duplicates'"
].join('; ');

const TYPES: Record<string, string> = {
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.css': 'text/css'
};

/** What the page hears from quizzes and from its own policy, in `window.told`. */
const WATCH = `window.told = [];
for (const name of ['ready', 'answered', 'finished'])
	document.addEventListener(name, ({ target, detail }) => told.push({ name, id: target.id, detail }));
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample, lineNumber, sourceFile }) =>
	told.push({ name: 'violation', id: '', detail: [violatedDirective, sample, sourceFile, lineNumber].join(' ') }));`;

/** Begins to serve a site that has the built element at `/embed/`, as if it had been copied there, and some pages. */
export async function otherSite(given: Record<string, Answer> = {}): Promise<Site> {
	const pages = new Map(Object.entries(given));
	const server = createServer((request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
		const send = ({ body, type, status = 200, policy = STRICT }: Answer): void => {
			response.writeHead(status, {
				'content-type': `${type ?? TYPES[extname(pathname)] ?? 'text/html'}; charset=utf-8`,
				...(policy !== null && { 'content-security-policy': policy })
			});
			response.end(typeof body === 'string' ? body : body(searchParams));
		};
		const own = pages.get(pathname);
		if (own) return send(own);
		if (pathname === '/watch.js') return send({ body: WATCH });
		if (!pathname.startsWith('/embed/')) return send({ body: '', status: 404 });
		return void readFile(join(root, 'build/client', normalize(pathname)), 'utf8').then(
			(body) => send({ body }),
			() => send({ body: '', status: 404 })
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { address: `http://127.0.0.1:${port}/`, pages, close: () => server.close() };
}

/** A page of such a site. */
export function pageWith(body: string, { lang = 'en', dir = 'ltr', head = '', all = false } = {}): Answer {
	return {
		body: `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8" /><title>A course</title>
<meta name="viewport" content="width=device-width" /><link rel="icon" href="data:," />${head}
<script src="/watch.js"></script><script type="module" src="/embed/five-points-quiz${all ? '.all' : ''}.js"></script></head>
<body><main><h1>A course</h1>${body}</main></body></html>`
	};
}
