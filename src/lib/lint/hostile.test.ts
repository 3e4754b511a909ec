import { expect, test } from 'vitest';

import { checkBank } from '#lib/bank/check.ts';
import { filesWith } from '#lib/bank/fixtures.ts';
import { processorTime } from '#lib/text/fixtures.ts';

import { TODAY } from './fixtures.ts';
import { lint } from './lint.ts';

/** Repeated characters on which a careless pattern takes quadratic time or worse. */
const runs: Record<string, string> = {
	letters: 'a',
	digits: '1',
	spaces: 'a ',
	underscores: 'a_',
	ellipses: '… ',
	commas: 'a, ',
	'commas and digits': '1,000,',
	points: 'a. ',
	hyphens: 'a-',
	apostrophes: 'l’a ',
	'quotation marks': '“a ',
	'straight quotation marks': 'a" ',
	brackets: '( ',
	ands: 'a and ',
	negations: 'not ',
	capitals: 'A ',
	articles: 'the a ',
	dates: '1 May 2018 ',
	questions: 'a? '
};

/** Milliseconds that a bank takes whose texts all repeat one run up to the longest length allowed. */
function timeOf(run: string, size: number, language: string): number {
	const long = (most: number) =>
		JSON.stringify(`x ${run.repeat(Math.ceil((most * size) / run.length))}`.trim());
	const items: [string, string][] = [
		['stem: Which is *first*?', `stem: ${long(19_000)}`],
		['{ text: one, key: true, why: It is. }', `{ text: ${long(1900)}, key: true, why: ${long(1800)} }`],
		['{ text: two, why: It is second. }', `{ text: ${long(1800)}, why: ${long(1700)} }`],
		['explanation: One comes first.', `explanation: ${long(19_000)}`]
	];
	const files = filesWith({
		items,
		primer: [
			['summary: The first.', `summary: ${long(19_000)}`],
			['language: en', `language: ${language}`]
		]
	});
	const begin = processorTime();
	const { bank } = checkBank('b', files);
	if (bank) lint(bank, { today: TODAY });
	return processorTime() - begin;
}

test.each(Object.entries(runs))('no text takes the rules long: %s', (_, run) => {
	for (const language of ['en', 'fr']) expect(timeOf(run, 1, language)).toBeLessThan(8000);
});
