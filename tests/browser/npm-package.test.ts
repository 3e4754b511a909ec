import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';

import { courseFileOf } from '#lib/embed/course/write.ts';

import { writePackage, PACKAGE } from '../../src/setup/package.js';
import { ownNode, root } from '../../src/setup/project.js';
import { test } from './browser.ts';
import { course } from './course.ts';

const run = promisify(execFile);

/** Inside the project, whose own packages are then found as those of an empty one would be. */
let folder: string;
let tarball: string;
const servers: Server[] = [];

beforeAll(async () => {
	await writePackage();
	folder = await mkdtemp(join(root, 'build/npm-try-'));
	await run('npm', ['pack', PACKAGE, '--pack-destination', folder, '--ignore-scripts'], { cwd: folder });
	const [found = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
	tarball = join(folder, found);
});

afterAll(async () => {
	for (const server of servers) server.close();
	await rm(folder, { recursive: true, force: true });
});

/** A project of these files, with the package installed from its tarball and no network. */
async function projectWith(name: string, files: Record<string, string>): Promise<string> {
	const place = join(folder, name);
	const about = {
		name,
		private: true,
		type: 'module',
		dependencies: { 'five-points-quiz': `file:${tarball}` }
	};
	for (const [path, text] of Object.entries({ 'package.json': JSON.stringify(about), ...files })) {
		await mkdir(join(place, path, '..'), { recursive: true });
		await writeFile(join(place, path), text);
	}
	await run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: place });
	await mkdir(join(place, 'public'), { recursive: true });
	return place;
}

/** Builds a project with Vite, as its author would. */
async function build(place: string): Promise<void> {
	await run(ownNode, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], {
		cwd: place,
		env: { ...process.env, NODE_ENV: 'production' }
	});
}

/** Serves folders as a plain host does; the first that has a file serves it. @returns its address */
async function serve(...folders: string[]): Promise<string> {
	const types: Record<string, string> = {
		'.js': 'text/javascript',
		'.json': 'application/json',
		'.css': 'text/css'
	};
	const server = createServer((request, response) => {
		const path = new URL(request.url ?? '/', 'http://host').pathname.replace(/\/$/, '/index.html');
		if (path === '/course.json') return response.end(JSON.stringify(courseFileOf([course])));
		const read = folders.reduce<Promise<Buffer>>(
			(before, each) => before.catch(() => readFile(join(each, path))),
			Promise.reject(new Error('No folder has it.'))
		);
		return void read.then(
			(body) => response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/html' }).end(body),
			() => response.writeHead(404).end()
		);
	});
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function expectQuiz(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await page.locator('five-points-quiz [data-focus-question]').first().waitFor();
	await page.locator('five-points-quiz').getByRole('button', { name: 'Skip' }).click();
	await page.locator('five-points-quiz').getByText('Question 2 of 3').waitFor();
}

const ELEMENT = '<five-points-quiz course="/course.json" number="3"></five-points-quiz>';
const HEAD = '<meta charset="utf-8" /><title>A page</title><link rel="icon" href="data:," />';

test('the package holds the element, its types and its terms, and nothing else', async () => {
	const all = await readdir(PACKAGE);
	expect(all.toSorted()).toEqual([
		...[
			'LICENSE',
			'README.md',
			'custom-elements.json',
			'en',
			'five-points-quiz.all.js',
			'five-points-quiz.d.ts'
		],
		...['five-points-quiz.js', 'fr', 'notices.txt', 'package.json']
	]);
	const about: unknown = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8'));
	expect(about).toMatchObject({ name: 'five-points-quiz', license: 'MIT', types: './five-points-quiz.d.ts' });
	expect(await readFile(join(PACKAGE, 'notices.txt'), 'utf8')).toContain('svelte');
});

test('it is played in a page that nothing has built, and has the attributes that people and tools are told of', async ({
	page
}) => {
	const place = await projectWith('plain', {
		'index.html': `<!doctype html><html lang="en"><head>${HEAD}<script type="module" src="/node_modules/five-points-quiz/five-points-quiz.js"></script></head><body>${ELEMENT}</body></html>`
	});
	await expectQuiz(page, await serve(place));
	const observed = await page.evaluate(() => {
		const element = customElements.get('five-points-quiz');
		return element && 'observedAttributes' in element ? element.observedAttributes : undefined;
	});
	const cells = [...(await readFile(join(PACKAGE, 'README.md'), 'utf8')).matchAll(/^\| (`.*?`) +\|/gm)];
	const names = cells.flatMap(([, cell = '']) => cell.replaceAll('`', '').split(', '));
	expect(names.toSorted()).toEqual(Array.isArray(observed) ? observed.toSorted() : observed);
	const manifest = await readFile(join(PACKAGE, 'custom-elements.json'), 'utf8');
	for (const name of names) expect(manifest).toMatch(new RegExp(`"name": "${name}"`));
});

test('it is played in a project that Vite has built, and its types are right there', async ({ page }) => {
	const place = await projectWith('vite', {
		'index.html': `<!doctype html><html lang="en"><head>${HEAD}</head><body>${ELEMENT}<script type="module" src="/main.ts"></script></body></html>`,
		'main.ts': `import 'five-points-quiz';
			const quiz = document.querySelector('five-points-quiz');
			quiz?.addEventListener('finished', ({ detail }) => { const score: number = detail.score; console.log(score); });
			// @ts-expect-error no event tells a key
			quiz?.addEventListener('answered', ({ detail }) => console.log(detail.key));
			const begun: Promise<void> | undefined = quiz?.start();
			void begun;`,
		'tsconfig.json': JSON.stringify({
			compilerOptions: {
				...{ strict: true, noEmit: true, target: 'es2023', module: 'esnext', moduleResolution: 'bundler' },
				...{ types: [], lib: ['es2023', 'dom'] }
			},
			files: ['main.ts']
		})
	});
	await run(ownNode, [join(root, 'node_modules/typescript/bin/tsc'), '-p', place]);
	await build(place);
	await expectQuiz(page, await serve(join(place, 'dist')));
});

test('it is played in a SvelteKit project, which renders pages on a server too', async ({ page }) => {
	const place = await projectWith('kit', {
		'svelte.config.js': `export default { kit: { prerender: { handleHttpError: 'ignore' } } };`,
		'vite.config.js': `import { sveltekit } from '@sveltejs/kit/vite'; export default { plugins: [sveltekit()] };`,
		'src/app.html': `<!doctype html><html lang="en"><head>${HEAD}%sveltekit.head%</head><body>%sveltekit.body%</body></html>`,
		'src/routes/+page.js': 'export const prerender = true;',
		'src/routes/+page.svelte': `<script>import 'five-points-quiz';</script>${ELEMENT}`
	});
	await build(place);
	const output = join(place, '.svelte-kit/output');
	await cp(join(output, 'prerendered/pages'), join(place, 'site'), { recursive: true });
	await expectQuiz(page, await serve(join(place, 'site'), join(output, 'client')));
});
