import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

import { courseFileOf } from '#lib/embed/course/write.ts';
import { makePackage, playersFor } from '#lib/embed/package/make-package.ts';
import type { PackageOptions } from '#lib/embed/package/package-options.ts';
import { StagedStore } from '#lib/embed/platform/cmi5/staging.ts';

import { root } from '../../../src/setup/project.js';
import { course, editionIn } from '../course.ts';

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.xml': 'text/xml' };

/** A learning platform: serves a package, opens it, and keeps what scorm-again tells it. */
export interface LearningPlatform {
	/** With a slash at its end. */
	address: string;
	/** The path of the package’s page. */
	page: string;
	/** What it has kept, as scorm-again wrote it; undefined for nothing. */
	kept: () => Record<string, unknown> | undefined;
	/** What it has kept of an element. */
	value: (element: string) => unknown;
	/** Whether its server keeps what it is told. */
	isUp: boolean;
	/** What speaks cmi5 here. */
	store: StagedStore;
	close: () => void;
}

const editions = [course, await editionIn('fr')];
const file = courseFileOf(editions);
if (!file) throw new Error('The course serves exams alone.');

/** Makes a package of the course and opens a platform that has it. */
export async function learningPlatform(options: PackageOptions): Promise<LearningPlatform> {
	const built = (name: string) => readFileSync(join(root, 'build/client', name), 'utf8');
	const assets = {
		player: file ? built(playersFor(file, options)[0] ?? '') : '',
		notices: built('notices.txt'),
		noScript: () => 'This quiz needs JavaScript.'
	};
	const { format } = options;
	const { files } = file ? makePackage(file, options, assets) : { files: [] };
	const script = readFileSync(join(root, 'node_modules/scorm-again/dist/scorm-again.min.js'), 'utf8');
	let kept: string | undefined;
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://platform');
		const send = (body: string | Uint8Array, type = 'text/html; charset=utf-8', status = 200): void => {
			response.writeHead(status, { 'content-type': type });
			response.end(body);
		};
		void bodyOf(request).then(async (body) => {
			if (pathname.startsWith('/xapi/') || pathname === '/fetch') {
				if (!platform.isUp) return request.socket.destroy();
				const headers = new Headers();
				for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
				const address = new URL(request.url ?? '/', platform.address);
				const answer = platform.store.answer({ method: request.method ?? '', address, headers, body });
				return send(await answer.text(), answer.headers.get('content-type') ?? 'text/plain', answer.status);
			}
			if (pathname === '/commit') {
				if (!platform.isUp) return send('{"result":"false","errorCode":101}', 'application/json', 503);
				kept = body;
				return send('{"result":"true","errorCode":0}', 'application/json');
			}
			if (pathname === '/scorm-again.js') return send(script, 'text/javascript');
			if (pathname.startsWith('/platform')) return send(platformPage(format, kept));
			const found = files.find(({ name }) => `/package/${name}` === pathname);
			return found
				? send(found.content, TYPES[extname(found.name)] ?? 'text/html; charset=utf-8')
				: send('', undefined, 404);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	const platform: LearningPlatform = {
		...{ address, isUp: true, page: `/package/${format === 'html' ? (files[0]?.name ?? '') : 'index.html'}` },
		...{ store: new StagedStore(`${address}xapi`) },
		kept: () => (kept === undefined ? undefined : (JSON.parse(kept) as Record<string, unknown>)),
		value: (element) =>
			element
				.split('.')
				.reduce<unknown>(
					(data, key) => (data instanceof Object ? Reflect.get(data, key) : undefined),
					platform.kept()
				),
		close: () => server.close()
	};
	return platform;
}

/** The page of the platform around the package: its API, with what was kept, and nothing opened yet. */
function platformPage(format: PackageOptions['format'], kept: string | undefined): string {
	const api = format === 'scorm12' ? ['API', 'Scorm12API'] : ['API_1484_11', 'Scorm2004API'];
	return `<!doctype html><html lang="en"><title>A platform</title><link rel="icon" href="data:,">
<style>iframe { inline-size: 100%; block-size: 44rem; border: 0 }</style>
<script src="/scorm-again.js"></script>
<script>
const api = new ${api[1]}({ lmsCommitUrl: '/commit', autocommit: false, logLevel: 5 });
const kept = ${(kept ?? 'null').replaceAll('<', String.raw`\u003c`)};
if (kept) api.loadFromJSON(kept, '');
api.loadFromFlattenedJSON({ '${format === 'scorm12' ? 'cmi.core.student_id' : 'cmi.learner_id'}': 'ada' }, '');
window['${api[0]}'] = api;
</script>
<main></main></html>`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}
