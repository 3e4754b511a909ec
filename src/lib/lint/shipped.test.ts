import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { ANSWERS_FILE } from '#lib/bank/course-files.ts';
import { drawForm } from '#lib/bank/draw.ts';
import { describeProblem } from '#lib/bank/problem.ts';
import { readSoundLibrary } from '#lib/bank/read.server.ts';
import { plainText } from '#lib/text/rich.ts';

import { answerProblems } from './answers/read.server.ts';
import { lint } from './lint.ts';
import { QUESTIONS, shippedEditions } from './shipped-fixtures.ts';
import { ruleOf } from './rules.ts';
import { told } from './told.ts';
import { lengthOf, wordsAsWritten } from './words.ts';

const shipped = await shippedEditions();

test('the shipped course is there in English and French', () => {
	expect(shipped.map(({ name }) => name)).toEqual(['paris-call in en', 'paris-call in fr']);
});

test.each(shipped)('$name has no error, and no warning that is not set aside', ({ bank, given, locate }) => {
	const grave = lint(bank, given).found.filter(({ level }) => level !== 'info');
	expect(grave.map((found) => describeProblem(told(found, locate))).join('\n')).toBe('');
});

test.each(shipped)('no rule is silent over $name', ({ bank, given }) => {
	expect(lint(bank, given).silent).toEqual([]);
});

test.each(shipped)('what $name sets aside has a reason', ({ bank, given }) => {
	for (const { reason } of lint(bank, given).setAside) expect(reason.split(' ').length).toBeGreaterThan(3);
});

test('no text of the shipped courses lacks a translation', async () => {
	const library = await readSoundLibrary(QUESTIONS);
	const missing = library.flatMap(({ editions }) => editions.flatMap((edition) => edition.missing));
	expect(missing.map(describeProblem).join('\n')).toBe('');
});

test.each(shipped)(
	'a form of ten items can be drawn from any point of $name, whatever the seed',
	({ bank }) => {
		const seeds = Array.from({ length: 500 }, (_, index) => `seed-${index}`);
		for (const { id } of bank.primer.points) {
			const lengths = seeds.map((seed) => drawForm(bank.items, { points: [id], count: 10, seed }).length);
			expect(new Set(lengths), `point ${id}`).toEqual(new Set([10]));
		}
	}
);

test('what learners may type into the shipped courses is scored as it is listed', async () => {
	for (const course of await readSoundLibrary(QUESTIONS)) {
		expect(existsSync(join(course.folder, ANSWERS_FILE))).toBe(true);
		expect((await answerProblems(course)).map(describeProblem).join('\n')).toBe('');
	}
});

test.each(shipped)(
	'each point of $name has two or three readings of 110 to 200 words',
	({ bank: { primer } }) => {
		for (const { readings = [] } of primer.points) {
			expect([2, 3]).toContain(readings.length);
			for (const { id, text } of readings) {
				const count = wordsAsWritten(plainText(text), primer.language).length;
				expect(count, id).toBeGreaterThanOrEqual(110);
				expect(count, id).toBeLessThanOrEqual(200);
			}
		}
	}
);

test.each(shipped)('$name begins its last lesson with a text of as many words', ({ bank: { primer } }) => {
	const count = wordsAsWritten(plainText(primer.reading ?? []), primer.language).length;
	expect(count).toBeGreaterThanOrEqual(110);
	expect(count).toBeLessThanOrEqual(200);
});

test.each(shipped)(
	'each fact of a point of $name is taught in one of its readings',
	({ bank: { primer } }) => {
		for (const point of primer.points) {
			const taught = new Set(point.readings?.flatMap(({ facts }) => facts));
			const facts = primer.facts.filter((fact) => fact.point === point.id && fact.scored !== false);
			expect(facts.map(({ id }) => id).filter((id) => !taught.has(id))).toEqual([]);
		}
	}
);

test.each(shipped)('no title of $name answers any of its items', ({ bank }) => {
	// A learner sees all titles before the first answer, those of other facts too.
	const items = bank.items.map((item) => ({ ...item, facts: bank.primer.facts.map(({ id }) => id) }));
	const rule = ruleOf('C-12');
	const found = rule?.check({ bank: { ...bank, items }, today: '2026-11-01' });
	expect(found?.map(({ message }) => message)).toEqual([]);
});

test.each(shipped)('each fact of $name that items ask for has a cue of its own', ({ bank: { primer } }) => {
	const asked = primer.facts.filter(({ scored }) => scored !== false);
	const cues = asked.map(({ cue = '' }) => plainText(cue));
	expect(asked.filter(({ cue }) => cue === undefined).map(({ id }) => id)).toEqual([]);
	expect(new Set(cues).size).toBe(cues.length);
	expect(cues.filter((cue) => lengthOf(cue) > 120)).toEqual([]);
});
