import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, describe, test } from 'vitest';

import { checkBank } from '#lib/bank/check.ts';
import type { Problem } from '#lib/bank/problem.ts';
import { LONGEST } from '#lib/kinds/form.ts';
import { kindNames } from '#lib/kinds/index.ts';
import { MOST_PARTS } from '#lib/kinds/option.ts';
import { checkAnswers } from '#lib/lint/answers/check-answers.ts';
import { LONGEST_LINE, LONGEST_PROSE } from '#lib/text/limits.ts';

import { root } from '../src/setup/project.js';

const guide = readFileSync(join(root, 'questions/README.md'), 'utf8');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

const blocks = [...guide.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text = '']) => text);
const [file = ''] = blocks;
const primer = blocks.find((block) => block.includes('schema/primer.json')) ?? '';

/** The head of an item, to which the examples add the keys of a kind or of any item. */
const HEAD = `point: 1
items:
  - id: other-id
    kind: short-text
    facts: [F0.3]
    difficulty: 1
    level: remember
    stem: Which word is meant?
    accept: [word]
    why: It says so.
    explanation: It is the word.
  - id: example
    facts: [F0.3]
    difficulty: 1
    level: remember
    explanation: It is explained here.
`;

const STEM = 'stem: Which is meant?\n';
const CHOICE = `options:
  - text: one
    key: true
    why: It is.
  - text: two
    why: It is not.
`;

function problemsOf(items: string, course = primer): Problem[] {
	const files = [
		{ name: 'b/primer.yaml', text: course },
		{ name: 'b/1.yaml', text: items }
	];
	return checkBank('b', files).problems;
}

function withItem(keys: string): string {
	return HEAD + keys.replaceAll(/^(?=.)/gm, '    ');
}

describe('what the guide shows is sound:', () => {
	test('a file and a primer', () => {
		expect(problemsOf(file)).toEqual([]);
	});

	test.each(kindNames.filter((kind) => !['single-choice', 'multiple-response'].includes(kind)))(
		'%s',
		(kind) => {
			const after = guide.slice(guide.indexOf(`**${kind}**`));
			const shown = /^```yaml\n(.*?)^```$/ms.exec(after)?.[1] ?? '';
			expect(problemsOf(withItem(`kind: ${kind}\n${STEM}${shown}`))).toEqual([]);
		}
	);

	test.each(['enemies', 'rev', 'ignore'])('%s in an item', (key) => {
		const shown = blocks.find((block) => block.startsWith(`${key}:`)) ?? '';
		expect(shown).not.toBe('');
		expect(problemsOf(withItem(`kind: single-choice\n${STEM}${CHOICE}${shown}`))).toEqual([]);
	});

	test('a stem of several paragraphs, with a list', () => {
		const shown = blocks.find((block) => block.startsWith('stem: |')) ?? '';
		expect(problemsOf(withItem(`kind: single-choice\n${shown}${CHOICE}`))).toEqual([]);
	});

	test.each(['wording', 'words', 'blueprint', 'timeline'])('%s in a primer', (key) => {
		const shown = blocks.find((block) => block.startsWith(`${key}:`)) ?? '';
		expect(shown).not.toBe('');
		expect(problemsOf(file, primer + shown)).toEqual([]);
	});
});

test('what it lists for its own items is scored as it says', () => {
	const answers = blocks.find((block) => block.includes('schema/answers.json')) ?? '';
	const [launch = ''] = blocks.filter((block) => block.includes('id: launch-year'));
	const cloze = /^```yaml\n(.*?)^```$/ms.exec(guide.slice(guide.indexOf('**cloze**')))?.[1] ?? '';
	const gaps = withItem(`kind: cloze\n${STEM}${cloze}`).replace('id: example', 'id: everyday-habits');
	const files = { 'b/primer.yaml': primer, 'b/1.yaml': launch, 'b/2.yaml': gaps };
	const { bank } = checkBank(
		'b',
		Object.entries(files).map(([name, text]) => ({ name, text }))
	);
	if (!bank) throw new Error('The examples are not sound.');
	const typed = { ...bank, items: bank.items.filter(({ id }) => id !== 'other-id') };
	expect(checkAnswers(typed, { name: 'b/answers.yaml', text: answers }, 'b')).toEqual([]);
});

test('no example writes texts inside braces, where a comma would end them', () => {
	for (const text of [guide, readme]) {
		const shown = [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, each = '']) => each).join('\n');
		expect(shown).not.toMatch(/^[^#'"\n]*\{ *\w+:/m);
	}
});

test('it says how long a text may be', () => {
	const [prose, line] = [LONGEST_PROSE, LONGEST_LINE].map((most) => most.toLocaleString('en'));
	expect(guide).toContain(
		`at most ${prose} characters, or ${line} in one line, and an answer that is typed ${LONGEST}`
	);
	expect(guide).toContain(`at most ${MOST_PARTS} of its parts`);
});
