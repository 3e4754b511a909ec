import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';

import { kindNames } from '#lib/kinds/index.ts';
import { fixtures } from '#lib/kinds/fixtures.ts';
import { FILE_VERSION, type LearnerFile } from '#lib/store/export/format.ts';

import { answerDescriptions, descriptions } from './descriptions.ts';
import { generatedFiles } from './generated.ts';
import { answersJsonSchema, guideJsonSchema, itemsJsonSchema, primerJsonSchema } from './json-schema.ts';
import { learnerFileDescriptions } from './learner-file-descriptions.ts';
import { learnerFileJsonSchema } from './learner-file-schema.ts';
import { resultJsonSchema } from './result-schema.ts';
import {
	guideTranslationJsonSchema,
	itemsTranslationJsonSchema,
	primerTranslationJsonSchema
} from './translation-schema.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const course = join(root, 'questions/paris-call');
const files = readdirSync(course).filter((name) => name.endsWith('.yaml'));

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
addFormats(ajv);
const checkItems = ajv.compile(itemsJsonSchema());
const checkPrimer = ajv.compile(primerJsonSchema());

const translations = readdirSync(join(course, 'fr')).map((name) => `fr/${name}`);
const checkTranslation = ajv.compile(itemsTranslationJsonSchema());
const checkPrimerTranslation = ajv.compile(primerTranslationJsonSchema());
const checkAnswers = ajv.compile(answersJsonSchema());

/** The files of a course that hold something else than items, with their schemas and those of their translations. */
const BESIDE = new Map([
	[
		'primer.yaml',
		{
			own: { check: checkPrimer, name: 'primer' },
			translated: { check: checkPrimerTranslation, name: 'primer-translation' }
		}
	],
	[
		'guide.yaml',
		{
			own: { check: ajv.compile(guideJsonSchema()), name: 'guide' },
			translated: { check: ajv.compile(guideTranslationJsonSchema()), name: 'guide-translation' }
		}
	],
	[
		'answers.yaml',
		{ own: { check: checkAnswers, name: 'answers' }, translated: { check: checkAnswers, name: 'answers' } }
	]
]);
const OF_ITEMS = {
	own: { check: checkItems, name: 'items' },
	translated: { check: checkTranslation, name: 'items-translation' }
};

test.each(generatedFiles())('$path is what the code makes of it', ({ path, content }) => {
	expect(readFileSync(join(root, path), 'utf8'), 'run “npm run generate”').toBe(content);
});

test('every description is of a key that a question file may have', () => {
	const text = JSON.stringify([itemsJsonSchema(), primerJsonSchema(), guideJsonSchema()]);
	const used = Object.values(descriptions).filter((each) => text.includes(JSON.stringify(each)));
	expect(used).toEqual(Object.values(descriptions));
	const ofAnswers = JSON.stringify(answersJsonSchema());
	for (const each of Object.values(answerDescriptions)) expect(ofAnswers).toContain(JSON.stringify(each));
});

describe('the schema of a result', () => {
	const check = ajv.compile(resultJsonSchema());
	const sample: unknown = JSON.parse(
		readFileSync(join(root, 'src/lib/results/samples/version-1.json'), 'utf8')
	);

	test('accepts the sample that is kept, and nothing more', () => {
		expect(check(sample), JSON.stringify(check.errors)).toBe(true);
		expect(check({ ...Object(sample), more: 1 })).toBe(false);
	});
});

describe('the schema of a learner’s data', () => {
	const check = ajv.compile(learnerFileJsonSchema());
	const samples = join(root, 'src/lib/store/export/samples');
	const file = JSON.parse(readFileSync(join(samples, `version-${FILE_VERSION}.json`), 'utf8')) as LearnerFile;

	test('takes a file as the app writes it', () => {
		expect(check(file) ? [] : check.errors).toEqual([]);
	});

	test('refuses another format, an entry with a key too many, and a score that is none', () => {
		expect(check({ ...file, format: 'other' })).toBe(false);
		expect(check({ ...file, reviews: file.reviews.map((review) => ({ ...review, more: 1 })) })).toBe(false);
		expect(check({ ...file, reviews: file.reviews.map((review) => ({ ...review, fraction: 2 })) })).toBe(
			false
		);
	});

	test('describes keys that such a file may have, and its page names all of the log, of marks and of settings', () => {
		const text = JSON.stringify(learnerFileJsonSchema());
		const used = Object.values(learnerFileDescriptions).filter((each) => text.includes(JSON.stringify(each)));
		expect(used).toEqual(Object.values(learnerFileDescriptions));
		const page = readFileSync(join(root, 'src/lib/store/export/README.md'), 'utf8');
		const entries = [file, file.reviews[0], file.flaws[0], file.settings];
		for (const key of entries.flatMap((entry) => Object.keys(entry ?? {})))
			expect(page).toContain(`\`${key}\``);
	});
});

describe('the schemas for editors', () => {
	test.each(files)('take %s, and it names its schema', (name) => {
		const text = readFileSync(join(course, name), 'utf8');
		const { check, name: schema } = (BESIDE.get(name) ?? OF_ITEMS).own;
		expect(check(load(text)) ? [] : check.errors).toEqual([]);
		expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=../../static/schema/${schema}.json`);
	});

	test.each(translations)('take the translation %s, and it names its schema', (name) => {
		const text = readFileSync(join(course, name), 'utf8');
		const { check, name: schema } = (BESIDE.get(basename(name)) ?? OF_ITEMS).translated;
		expect(check(load(text)) ? [] : check.errors).toEqual([]);
		expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=../../../static/schema/${schema}.json`);
	});

	test.each([
		[{ items: [{ id: 'a', difficulty: 1 }] }, 'difficulty'],
		[{ items: [{ id: 'a', options: [{ id: 'b', key: true }] }] }, 'key'],
		[{ items: [{ stem: 'a' }] }, 'id'],
		[{ point: 1, items: [] }, 'point']
	])('refuse in a translation %j, for its “%s”', (file, key) => {
		expect(checkTranslation(file)).toBe(false);
		expect(JSON.stringify(checkTranslation.errors)).toContain(`"${key}"`);
	});

	test.each(fixtures)('take $name', ({ kind, raw }) => {
		expect(errorsOf(item(kind, raw))).toEqual([]);
	});

	test.each(kindNames)('find a key that is misspelt, one that is missing and a wrong type in %s', (kind) => {
		const raw = fixtures.find((fixture) => fixture.kind === kind)?.raw ?? {};
		const first = Object.keys(raw)[0] ?? '';
		const { [first]: value, ...rest } = item(kind, raw);
		expect(errorsOf({ ...rest, [`${first}s`]: value })).toEqual([
			`must have required property '${first}'`,
			`must NOT have additional properties`
		]);
		expect(errorsOf({ ...item(kind, raw), stem: 3 })).toEqual(['must be string']);
		const { explanation: _, ...unexplained } = item(kind, raw);
		expect(errorsOf(unexplained)).toEqual(["must have required property 'explanation'"]);
	});

	test('find an unknown kind, and a key of another kind', () => {
		expect(errorsOf(item('multiple-choice', {}))).toEqual(['must be equal to one of the allowed values']);
		expect(errorsOf({ ...item('single-choice', fixtures[0]?.raw ?? {}), tolerance: 1 })).toEqual([
			'must NOT have additional properties'
		]);
	});
});

function item(kind: string, raw: Record<string, unknown>): Record<string, unknown> {
	return {
		id: 'one',
		kind,
		facts: ['F1'],
		difficulty: 1,
		level: 'apply',
		stem: 'A?',
		explanation: 'B.',
		...raw
	};
}

/** The errors of a file with this one item, without the one that the condition for its kind failed. */
function errorsOf(one: unknown): string[] {
	checkItems({ point: 1, items: [one] });
	const errors = (checkItems.errors ?? []).filter(({ keyword }) => keyword !== 'if');
	return errors.map(({ message }) => message ?? '').sort((a, b) => (a < b ? 1 : -1));
}
