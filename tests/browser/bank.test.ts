import { expect, inject, test } from 'vitest';

import { lintEditions } from '#lib/lint/editions.ts';
import { lint } from '#lib/lint/lint.ts';
import { reportPage } from '#lib/lint/report/page.ts';
import { reportOf } from '#lib/lint/report/report.ts';
import { shippedBanks } from '#lib/lint/shipped-fixtures.ts';

import { course, spaced, words } from './course.ts';

const bankPage = (primer: string, query = '') => fetch(`${inject('address')}/${primer}/bank${query}`);

test.each(await shippedBanks())(
	'the app shows of $bank.primer.id what the command line writes, with a way back',
	async ({ bank, editions, given: aids }) => {
		const response = await bankPage(bank.primer.id, '?keys=shown');
		const today = new Date().toISOString().slice(0, 10);
		const given = { ...aids, today };
		const translations = lintEditions(bank, editions, given);
		const home = `/${bank.primer.id}`;
		expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
		const ways = {
			label: 'For teachers',
			pages: [
				['Link and exam', `${home}/teach`],
				...(bank.guide ? [['Lessons', `${home}/teach/guide`]] : []),
				['Into your course', `${home}/share`],
				['In class', `/host?course=${bank.primer.id}`],
				['Read results', `${home}/teach/results`],
				['Worksheets', `${home}/print`],
				['How good the questions are', `${home}/bank`]
			].map(([words = '', address = '']) => ({ words, address, isHere: address === `${home}/bank` }))
		};
		const names =
			(bank.primer.language === 'en'
				? bank
				: editions.find((each) => each.bank.primer.language === 'en')?.bank
			)?.primer ?? bank.primer;
		const report = reportOf(bank, lint(bank, given), { home, translations, names, ways });
		expect(await response.text()).toBe(reportPage(report));
	}
);

test('the app tells no key unless it is asked to, and leads to the report that does', async () => {
	const page = await (await bankPage('paris-call')).text();
	const whole = await (await bankPage('paris-call', '?keys=shown')).text();
	const claims = course.primer.facts.map(({ claim }) => words(claim)).filter((text) => !/["'&<>]/.test(text));
	const told = (text: string) => claims.filter((claim) => spaced(text).includes(claim)).length;
	expect(claims.length).toBeGreaterThan(10);
	expect([told(whole), told(page)]).toEqual([claims.length, 0]);
	expect(page).toContain('<a href="?keys=shown">Show it, with the answers</a>');
	expect(whole).not.toContain('?keys=shown');
	expect(await (await bankPage('paris-call', '?keys=no')).text()).toBe(page);
});

test.each([
	['', 'The questions of', 'For teachers'],
	['/fr', 'Les questions de', 'Pour les enseignants']
])(
	'the report names the course and its facts in the language of “%s/”, and leads back',
	async (language, heading, nav) => {
		const shipped = await shippedBanks();
		const here = shipped.find(({ bank }) => bank.primer.id === 'paris-call');
		const tag = language === '' ? 'en' : 'fr';
		const primer =
			here?.editions.find((edition) => edition.bank.primer.language === tag)?.bank.primer ?? course.primer;
		expect(primer.language).toBe(tag);
		const response = await fetch(`${inject('address')}${language}/paris-call/bank`);
		const page = spaced(
			(await response.text()).replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
		);
		expect(page).toContain(`<html lang="${tag}">`);
		expect(page).toContain(`<title>${heading} ${spaced(primer.title)}</title>`);
		for (const [place, { title }] of primer.facts.entries()) {
			expect(page).toContain(spaced(title ?? ''));
			// Codes are for addresses and files.
			expect(page).not.toContain(`>${primer.facts[place]?.id}<`);
		}
		expect(page).toMatch(new RegExp(`<nav aria-label="${nav}"`));
		const links = [...page.matchAll(/ href="([^"]+)"/g)].map(
			([, href = '']) => new URL(href, response.url).pathname
		);
		expect(links).toEqual(
			expect.arrayContaining(
				['teach', 'teach/results', 'print'].map((way) => `${language}/paris-call/${way}`)
			)
		);
		expect(page).toContain('aria-current="page"');
	}
);

test('the app shows no report on a primer that does not exist', async () => {
	expect((await bankPage('nowhere')).status).toBe(404);
});
