import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { isText } from '#lib/bank/translation/texts.ts';
import { fixtures } from '#lib/kinds/fixtures.ts';
import { kindNames, kinds } from '#lib/kinds/index.ts';

import { isForTests } from './imports.ts';

const source = join(import.meta.dirname, '../src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
	(file) => /\.(ts|js|svelte)$/.test(file) && !isForTests(file) && !file.includes('paraglide/')
);

/** The kinds that a file names, as texts or as keys at the beginning of a line. */
function namedIn(text: string): string[] {
	return kindNames.filter((kind) => new RegExp(`['"\`]${kind}['"\`]|^\\s*${kind}([:,]|$)`, 'm').test(text));
}

/** Other systems have kinds of their own, some of which have the names of ours. */
function isOfOthers(file: string, text: string): boolean {
	return file.startsWith('lib/interop/') && !/\bin KindName\b|<KindName,/.test(text);
}

test('kinds have rows in four tables, and are named nowhere else', () => {
	const tables = files.filter((file) => {
		const text = readFileSync(join(source, file), 'utf8');
		return !isOfOthers(file, text) && namedIn(text).length > 2;
	});
	expect(tables.toSorted()).toEqual([
		'lib/kinds/index.ts',
		'lib/kinds/names.ts',
		'lib/player/kinds/index.ts',
		'lib/screens/kinds/index.ts'
	]);
});

describe.each(kindNames)('%s', (kind) => {
	test('has a row in every one of them, and a fixture', () => {
		for (const file of ['kinds/index', 'player/kinds/index', 'screens/kinds/index'])
			expect(namedIn(readFileSync(join(source, 'lib', `${file}.ts`), 'utf8')), file).toContain(kind);
		expect(fixtures.map((fixture) => fixture.kind)).toContain(kind);
	});

	test('calls its module, its view and its display by its name', () => {
		const view = kind.replaceAll(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
		for (const file of [`kinds/${kind}.ts`, `player/kinds/${view}.svelte`, `screens/kinds/${view}.svelte`])
			expect(files).toContain(`lib/${file}`);
	});

	test('agrees with the other kinds on what is translated', () => {
		for (const [key, wording] of Object.entries(kinds[kind].wording))
			expect(isText(key)).toBe(wording !== 'same');
	});
});
