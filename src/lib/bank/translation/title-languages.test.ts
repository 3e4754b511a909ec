import { join } from 'node:path';

import { expect, test } from 'vitest';

import { readLibrary } from '../read.server.ts';
import { checkBank } from '../check.ts';
import { changed, filesWith } from '../fixtures.ts';
import { frenchWith } from './fixtures.ts';

const SINCE = `since: [{ note: It grew., checked: 2026-01-01, source: { title: A page, address: https://example.org } }]`;

/** The French edition of the small bank, whose first fact has a note with a source. */
function edition(source: string | undefined, original = SINCE) {
	const files = filesWith().map((file) =>
		file.name.endsWith('primer.yaml')
			? { ...file, text: changed(file.text, [['where: Page 1', `where: Page 1, ${original}`]]) }
			: file
	);
	const note = source === undefined ? '' : `, source: { title: ${source} }`;
	const folder = frenchWith({
		primer: [['where: Page 1', `where: Page 1, since: [{ note: Il a grandi.${note} }]`]]
	});
	const { editions, problems } = checkBank('b', files, [folder]);
	if (problems.length > 0 || !editions[0]) throw new Error(JSON.stringify(problems));
	const { primer } = editions[0].bank;
	return { primer, source: primer.facts[0]?.since[0]?.source };
}

test('a title that was not translated keeps the language of the original', () => {
	expect(edition(undefined).source).toMatchObject({ title: 'A page', language: 'en' });
	expect(edition('A page').source).toMatchObject({ title: 'A page', language: 'en' });
});

test('a title that was translated is in the language of the edition', () => {
	expect(edition('Une page').source).toEqual({ title: 'Une page', address: 'https://example.org' });
});

test('a title that the original has in a language of its own keeps that one', () => {
	const german = SINCE.replace('title: A page', 'title: Eine Seite, language: de');
	expect(edition(undefined, german).source).toMatchObject({ title: 'Eine Seite', language: 'de' });
	expect(edition('Une page', german).source).not.toHaveProperty('language');
});

test('so does the title of what the course is drawn from', () => {
	expect(edition(undefined).primer.source.language).toBe('en');
});

test('of the course that comes along, each French title is told from each English one', async () => {
	const { located } = await readLibrary(join(import.meta.dirname, '../../../../questions'));
	const [course] = located;
	const french = course?.editions.find(({ bank }) => bank.primer.language === 'fr')?.bank.primer;
	const english = course?.bank.primer;
	const titles = (primer: typeof english) =>
		primer?.facts.flatMap(({ since }) => since.map(({ source }) => source)) ?? [];
	const inEnglish = new Set(titles(english).map(({ title }) => title));
	expect(titles(french).length).toBeGreaterThan(10);
	for (const { title, language } of titles(french))
		expect(language, title).toBe(inEnglish.has(title) ? 'en' : undefined);
	expect(titles(english).every(({ language }) => language === undefined)).toBe(true);
});
