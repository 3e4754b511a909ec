import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse, type AST } from 'svelte/compiler';
import { expect, test } from 'vitest';

import { root } from '../src/setup/project.js';

const source = join(root, 'src');
const components = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) =>
	path.endsWith('.svelte')
);

/** The attributes of every element of a component that has a language: a list of names for each element. */
function spoken(text: string): string[][] {
	const found: string[][] = [];
	const visit = (node: unknown): void => {
		if (typeof node !== 'object' || node === null) return;
		if (isElement(node)) {
			const names = node.attributes.flatMap((each) => (each.type === 'Attribute' ? each.name : []));
			if (names.includes('lang')) found.push(names);
		}
		for (const child of Object.values(node)) visit(child);
	};
	visit(parse(text, { modern: true }).fragment);
	return found;
}

function isElement(node: object): node is AST.RegularElement {
	return 'type' in node && node.type === 'RegularElement';
}

test.each(components)('whatever has a language in %s has the direction of its script too', (path) => {
	for (const names of spoken(readFileSync(join(source, path), 'utf8'))) expect(names).toContain('dir');
});

test('an element without it is found', () => {
	expect(spoken('<p>{#if x}<b class="y" {lang}>z</b>{/if}</p>')).toEqual([['class', 'lang']]);
});
