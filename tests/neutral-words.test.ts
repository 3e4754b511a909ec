import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { root } from '../src/setup/project.js';

const folder = join(root, 'src/messages');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
	/(en|fr)\.json$/.test(path)
);

/** What one course is about, or what it calls its source; the app itself is called Five Points, with capitals. */
const OF_ONE_COURSE =
	/\bprimers?\b|\barticles?\b|\bamorces?\b|\bparis\b|\bthe call\b|\bappel de\b|l’appel\b|\bcyber|\bopening\b|macron|novemb|five points|cinq points|new america|\bfrance\b/gu;

/** The words of a file of messages: what is in its values, without the names of messages and inputs. */
function wordsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value.replaceAll(/\{\w+\}/g, '')];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

test.each(files)('%s says nothing that belongs to one course', (file) => {
	const words = wordsIn(JSON.parse(readFileSync(join(folder, file), 'utf8'))).join('\n');
	const found = words.replaceAll('Five Points', '').toLowerCase().match(OF_ONE_COURSE) ?? [];
	expect(found).toEqual([]);
});
