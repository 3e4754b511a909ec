import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { PRIMER, changed } from '#lib/bank/fixtures.ts';
import { fixtures } from '#lib/kinds/fixtures.ts';

/** Is in every text of an item that is kept for exams, and in no other. */
export const KEPT_WORD = 'xyzzy';

/** Is in every text of an item that can be studied. */
export const OPEN_WORD = 'plugh';

/** Is in every fact of the course that serves exams alone. */
export const FACT_WORD = 'frobozz';

/** The right number of a question that is kept for exams and has no words: too long to be a part of any moment. */
export const KEPT_NUMBER = 7_351_948_264_190_273;

/** The ids of the items that are kept, of each kind under each rule of scoring. */
export const keptIds = fixtures.map((_, index) => `secret-${index}`);

/** Those of them that are kept because of their point; the others are marked themselves. */
export const byPoint = keptIds.slice(0, fixtures.length / 2);

/**
 * Writes two courses into a new folder: `exams`, which serves exams alone, and `mixed`, which can be studied and keeps
 * some items for exams: those of point 2, and some of point 1 that are marked themselves. Both have a French edition of
 * the primer.
 */
export function writeKeptCourses(): string {
	const folder = mkdtempSync(join(tmpdir(), 'five-points-'));
	const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
	for (const course of ['exams', 'mixed']) mkdirSync(join(folder, course, 'fr'), { recursive: true });
	const secrets = keptIds.map((id) => itemOf(id, KEPT_WORD));
	const open = fixtures.map((_, index) => itemOf(`open-${index}`, OPEN_WORD));

	write(
		'exams/primer.yaml',
		withTimeline(
			changed(PRIMER, [
				['language: en', 'language: en\nserves: exam'],
				['One is', `${FACT_WORD} is`],
				['Two is', `${FACT_WORD} is`]
			])
		)
	);
	write('exams/1.yaml', JSON.stringify({ point: 1, items: secrets }));

	write('mixed/primer.yaml', changed(PRIMER, [['id: 2, title', 'id: 2, for: exam, title']]));
	write(
		'mixed/2.yaml',
		JSON.stringify({ point: 2, items: secrets.filter(({ id }) => byPoint.includes(id)) })
	);
	const marked = secrets.filter(({ id }) => !byPoint.includes(id)).map((item) => ({ ...item, for: 'exam' }));
	write('mixed/1.yaml', JSON.stringify({ point: 1, items: [...open, ...marked] }));

	for (const course of ['exams', 'mixed']) write(`${course}/fr/primer.yaml`, 'title: Une amorce\n');
	return folder;
}

/**
 * An item of the kind and rule that its number says, each of its texts with a word that distinguishes it from others.
 */
function itemOf(id: string, word: string) {
	const fixture = fixtures[Number(id.split('-')[1])];
	if (!fixture) throw new Error(`There is no kind for “${id}”.`);
	return {
		id,
		kind: fixture.kind,
		facts: ['F1.1'],
		difficulty: 1,
		level: 'remember',
		stem: `What is ${word} about it?`,
		explanation: `It is ${word} that explains it.`,
		hint: `Think of ${word} again.`,
		...marked(fixture.raw, word),
		...(fixture.kind === 'numeric' && word === KEPT_WORD && { value: KEPT_NUMBER })
	};
}

/** Keys whose words can be changed without another change elsewhere. */
const TEXTS = ['why', 'accept'];

function marked(raw: Record<string, unknown>, word: string): Record<string, unknown> {
	return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, told(key, value, word)]));
}

function told(key: string, value: unknown, word: string): unknown {
	if (Array.isArray(value)) return value.map((each: unknown) => told(key, each, word));
	if (typeof value === 'object' && value !== null) return marked({ ...value }, word);
	return typeof value === 'string' && TEXTS.includes(key) ? `${value} ${word}` : value;
}

function withTimeline(primer: string): string {
	const event = `{ id: start, date: 2018, text: The ${FACT_WORD} began, facts: [F1.1] }`;
	return `${primer}timeline:\n  title: When\n  summary: It was.\n  events:\n    - ${event}\n`;
}
