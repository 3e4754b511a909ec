import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { checkBank } from '#lib/bank/check.ts';
import { openItems } from '#lib/bank/serving.ts';
import type { TranslationFolder } from '#lib/bank/translation/check-translation.ts';
import { kindNames } from '#lib/kinds/index.ts';

import { root } from '../src/setup/project.js';

const readme = read('README.md');
const guide = read('questions/README.md');
const contributing = read('CONTRIBUTING.md');

describe('the README', () => {
	test('shows a sound question', () => {
		const [item = ''] = blocks(readme, 'yaml');
		expect(problemsOf(`point: 1\nitems:\n${item}`)).toEqual([]);
	});

	test('names commands, files and folders that exist', () => {
		const { scripts, bin } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
		for (const text of [readme, contributing]) {
			for (const [, name = ''] of text.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty(name);
			for (const [, name = ''] of text.matchAll(/npx (five-points)/g)) expect(bin).toHaveProperty(name);
			for (const [, path = ''] of text.matchAll(/\]\(([^)#]+)\)/g)) expect(path).toSatisfy(isThere);
		}
		const tree = blocks(contributing, '').find((block) => block.startsWith('questions/')) ?? '';
		expect(tree).not.toBe('');
		let folder = '';
		for (const line of tree.split('\n').filter(Boolean)) {
			const [, indent = '', path = ''] = /^( *)(\S+)/.exec(line) ?? [];
			if (indent === '') folder = path;
			expect(indent === '' ? path : folder + path).toSatisfy(isThere);
		}
	});
});

test('pages in docs lead to files that exist', () => {
	const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' });
	const links = pages
		.filter((page) => page.endsWith('.md'))
		.flatMap((page) =>
			[...read(join('docs', page)).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) =>
				join('docs', dirname(page), path)
			)
		);
	expect(links.length).toBeGreaterThan(4);
	for (const link of links) expect(link).toSatisfy(isThere);
});

describe('the page on serving', () => {
	const page = read('docs/deploy.md');

	test('mentions every variable that the server reads', () => {
		const variables = [...read('src/server/configuration.ts').matchAll(/^\t\/\*\* `([A-Z_]+)[`=]/gm)];
		expect(variables.length).toBeGreaterThan(8);
		for (const [, name = ''] of variables) expect(page).toContain(`\`${name}\``);
	});

	test('names commands and files that exist', () => {
		const { scripts, bin } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
		for (const [, name = ''] of page.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty(name);
		for (const [, name = ''] of page.matchAll(/npx ([\w-]+)/g)) expect(bin).toHaveProperty(name);
		for (const [, path = ''] of page.matchAll(/\]\(\.\.\/([^)#]+)\)/g)) expect(path).toSatisfy(isThere);
		for (const [, path = ''] of page.matchAll(/\b(src\/[\w/.-]+\w)/g)) expect(path).toSatisfy(isThere);
	});

	test('matches how the image is made: from files that exist, and not run as administrator', () => {
		const image = read('Dockerfile');
		const copied = [...image.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) =>
			paths.split(' ')
		);
		for (const path of copied) expect(path).toSatisfy(isThere);
		expect(image).toMatch(/^USER node$/m);
		expect([...image.matchAll(/^FROM (\S+)/gm)].map(([, name]) => name)).toEqual([
			'node:24-slim',
			'node:24-slim'
		]);
	});
});

describe('the guide to questions', () => {
	test('begins with a sound file', () => {
		const [file = ''] = blocks(guide, 'yaml');
		expect(problemsOf(file)).toEqual([]);
	});

	test('shows a translation of that file which belongs to it', () => {
		const [file = ''] = blocks(guide, 'yaml');
		const translation = blocks(guide, 'yaml').find((block) => block.includes('items-translation.json')) ?? '';
		const files = [{ name: 'paris-call/fr/1.yaml', text: translation }];
		expect(problemsOf(file, [{ language: 'fr', name: 'paris-call/fr', files }])).toEqual([]);
	});

	test('shows an item that is kept for exams, and a course that keeps all', () => {
		const [file = ''] = blocks(guide, 'yaml');
		const kept = blocks(guide, 'yaml').find((block) => block.includes('for: exam #')) ?? '';
		const serves = blocks(guide, 'yaml').find((block) => block.includes('serves: exam')) ?? '';
		const primer = read('questions/paris-call/primer.yaml');
		const open = (text: string) => {
			const items = [file, kept].map((each, index) => ({ name: `paris-call/${index}.yaml`, text: each }));
			const { bank, problems } = checkBank('paris-call', [
				{ name: 'paris-call/primer.yaml', text },
				...items
			]);
			expect(problems).toEqual([]);
			return bank && openItems(bank).map(({ id }) => id);
		};
		expect(open(primer)).toEqual(['launch-event']);
		expect(open(primer.replace('language: en\n', serves))).toEqual([]);
	});

	test('mentions every kind', () => {
		for (const kind of kindNames) expect(guide).toContain(`**${kind}**`);
	});
});

/** What is wrong with a file of items beside the primer of the shipped course. */
function problemsOf(items: string, folders: TranslationFolder[] = []) {
	const primer = { name: 'paris-call/primer.yaml', text: read('questions/paris-call/primer.yaml') };
	return checkBank('paris-call', [primer, { name: 'paris-call/1.yaml', text: items }], folders).problems;
}

/** The fenced blocks in a language of a Markdown text. */
function blocks(markdown: string, language: string): string[] {
	return [...markdown.matchAll(/^```(\w*)\n(.*?)^```$/gms)].flatMap(([, name, text = '']) =>
		name === language ? [text] : []
	);
}

function read(path: string): string {
	return readFileSync(join(root, path), 'utf8');
}

function isThere(path: string): boolean {
	return existsSync(join(root, path));
}
