import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseSync, Visitor } from 'rolldown/utils';
import { expect } from 'vitest';

import { samples } from '#lib/kinds/index.ts';
import { root } from '../../src/setup/project.js';

import { test } from './browser.ts';
import { joinByPage, PHONE } from './class-pages.ts';
import { oneOfEachKind } from './course.ts';
import { hostClass } from './hosting.ts';
import { answer, expectFocus, expectQuestion, press } from './learner.ts';

// iPads that are still in schools stop at iPadOS 15. Its last Safari, 15.6, has none of the following, or has it over https
// alone. Where an older one fails over a script, the plain forms of the page still answer.

/** Methods by the name of their object. Those of `prototype` are called on anything. */
const MISSING: Readonly<Record<string, readonly string[]>> = {
	'Array.prototype': ['toReversed', 'toSorted', 'toSpliced', 'with'],
	'String.prototype': ['isWellFormed', 'toWellFormed'],
	'Set.prototype': [
		...['union', 'intersection', 'difference', 'symmetricDifference'],
		...['isSubsetOf', 'isSupersetOf', 'isDisjointFrom']
	],
	'Iterator.prototype': [
		...['drop', 'every', 'filter', 'find', 'flatMap', 'forEach'],
		...['map', 'reduce', 'some', 'take', 'toArray']
	],
	Object: ['groupBy'],
	Map: ['groupBy'],
	Array: ['fromAsync'],
	Promise: ['withResolvers', 'try'],
	AbortSignal: ['timeout', 'any'],
	URL: ['canParse', 'parse'],
	Crypto: ['randomUUID'],
	'Crypto.prototype': ['randomUUID'],
	'HTMLElement.prototype': ['togglePopover', 'showPopover', 'hidePopover'],
	window: ['structuredClone', 'scheduler', 'navigation', 'requestIdleCallback', 'CloseWatcher']
};

/** What the script of an old browser cannot even read: its name, and where it is. */
function unreadableIn(name: string, code: string): string[] {
	const found: string[] = [];
	const { program, errors } = parseSync(name, code);
	expect(errors).toEqual([]);
	const say = (what: string, { start }: { start: number }) =>
		found.push(`${what} in ${name}: …${code.slice(start, start + 60)}…`);
	new Visitor({
		StaticBlock: (node) => void say('a static block', node),
		ImportDeclaration(node) {
			if (node.attributes.length > 0) say('an import with attributes', node);
		},
		// Safari reads them since 16.4, and before that not even the file that they are in.
		Literal(node) {
			if (!('regex' in node)) return;
			const { pattern, flags } = node.regex;
			if (/\(\?<[=!]/.test(pattern)) say('a lookbehind', node);
			if (/[vd]/.test(flags)) say(`the flag ${flags}`, node);
		}
	}).visit(program);
	return found;
}

test('a phone without what Safari has had since 16 or later goes through a class of all kinds', async ({
	newPage
}) => {
	const page = await newPage(PHONE);
	await page.addInitScript((missing) => {
		for (const [path, names] of Object.entries(missing)) {
			const [first = '', second] = path.split('.');
			const object: unknown = first === 'window' ? window : Reflect.get(window, first);
			const owner: unknown = second === undefined ? object : Reflect.get(object as object, second);
			for (const name of names) Reflect.deleteProperty(owner as object, name);
		}
	}, MISSING);
	const scripts = new Map<string, string>();
	page.on('response', (response) => {
		const { pathname } = new URL(response.url());
		if (pathname.endsWith('.js'))
			scripts.set(pathname, readFileSync(join(root, 'build/client', pathname), 'utf8'));
	});
	const items = oneOfEachKind();
	const hosted = await hostClass({
		...{ items: items.map(({ id }) => id), certainty: true, reading: 1, seconds: 600 },
		...{ standings: true, teams: [] }
	});
	await joinByPage(page, hosted.code, 'Ada');
	for (const [position, item] of items.entries()) {
		await hosted.act({ type: 'ask', position });
		await expectQuestion(page, item);
		await page.getByRole('button', { name: 'Send' }).waitFor();
		await answer(page, item, samples(item).right);
		await page.locator('.levels input').nth(1).check();
		await press(page, 'Send');
		await page.getByText('Your answer has arrived.').waitFor();
		await hosted.act({ type: 'close', round: position + 1 });
		await hosted.act({ type: 'reveal' });
		await page.locator('.explanation').waitFor();
	}
	await hosted.act({ type: 'standings' });
	await page.getByRole('heading', { level: 1, name: 'The standings are on the wall.' }).waitFor();
	await hosted.act({ type: 'end' });
	await expectFocus(page.locator('#own-heading'));

	expect(scripts.size).toBeGreaterThan(10);
	expect([...scripts].flatMap(([name, code]) => unreadableIn(name, code))).toEqual([]);
});

test('what an old browser cannot read is found', () => {
	const found = unreadableIn('a.js', 'class A { static { A.x = /(?<=a)b/; } }; export const b = /[a--b]/v;');
	expect(found.map((each) => each.split(' in a.js')[0])).toEqual([
		'a static block',
		'a lookbehind',
		'the flag v'
	]);
});
