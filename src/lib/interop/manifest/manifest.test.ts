import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { JSDOM } from 'jsdom';
import { afterAll, describe, expect, test } from 'vitest';

import { courseStructure } from '../cmi5/course-structure.ts';
import { manifest12 } from '../scorm12/manifest.ts';
import { manifest2004 } from '../scorm2004/manifest.ts';
import type { About } from './about.ts';

/** The public schemas of the formats, which belong to their standards bodies and are no part of the project. */
const schemas =
	process.env['FIVE_POINTS_SCHEMAS'] ??
	['../shared/schemas', '../../shared/schemas']
		.map((path) => join(import.meta.dirname, '../../../..', path))
		.find(existsSync) ??
	'';
const canValidate =
	existsSync(join(schemas, 'validate.sh')) && spawnSync('xmllint', ['--version']).status === 0;
if (!canValidate) console.warn('No schemas or no xmllint: manifests are not held against them.');

const hostile = `A & B <c> "d" 'e' ]]> é 日本 \u0000\u000B\uD800 ${'long '.repeat(60)}`;
const both = (text: string) => [
	{ language: 'fr', text: `${text} fr` },
	{ language: 'en', text }
];

const plain: About = {
	id: 'paris-call',
	iri: 'urn:uuid:0b5c1f5e-8c1f-8a52-9d3a-4f7f5b6f2f11',
	language: 'en',
	title: [{ language: 'en', text: 'The Paris Call' }],
	summary: [{ language: 'en', text: 'What it is about.' }],
	points: [],
	source: 'A source, a press, 2018-11-13',
	edition: '0123456789abcdef',
	page: 'index.html',
	files: ['index.html', 'player.js']
};
const full: About = {
	...plain,
	language: 'fr',
	title: both(hostile),
	summary: both(`${hostile} again`),
	points: [1, 2].map((id) => ({ id, title: both(`${hostile} ${id}`), summary: both('what') })),
	source: hostile,
	licence: 'CC BY 4.0 & more',
	mastery: 0.675,
	files: ['index.html', 'a b/ü & "x".png']
};

const formats = [
	{ format: 'scorm12', write: manifest12 },
	{ format: 'scorm2004-4', write: manifest2004 },
	{ format: 'cmi5', write: courseStructure }
];

const folder = mkdtempSync(join(tmpdir(), 'five-points-manifest-'));
afterAll(() => {
	rmSync(folder, { recursive: true });
});

describe.each(formats)('the manifest of $format', ({ format, write }) => {
	test.skipIf(!canValidate)('is valid by its schema', () => {
		for (const [name, about] of Object.entries({ plain, full })) {
			const file = join(folder, `${format}-${name}.xml`);
			writeFileSync(file, write(about));
			const { status, stderr } = spawnSync('bash', [join(schemas, 'validate.sh'), format, file], {
				encoding: 'utf8'
			});
			expect([status, stderr.replaceAll(/^.* validates$/gm, '').trim()]).toEqual([0, '']);
		}
	});

	test.skipIf(!canValidate)('would be found if it were not', () => {
		const file = join(folder, `${format}-wrong.xml`);
		writeFileSync(file, write(plain).replaceAll(/<(\/?)(resources|au)\b/g, '<$1other'));
		expect(spawnSync('bash', [join(schemas, 'validate.sh'), format, file]).status).not.toBe(0);
	});

	test('says what its course is, in each of its languages', () => {
		const { document } = new JSDOM(write(full), { contentType: 'text/xml' }).window;
		const all = document.documentElement.textContent;
		expect(document.querySelector('parsererror')).toBeNull();
		const shown = `A & B <c> "d" 'e' ]]> é 日本 \uFFFD`;
		for (const said of [`${shown} long`, 'CC BY 4.0 & more', '0123456789abcdef', 'again fr'])
			expect(all).toContain(said);
		expect(write(full)).toContain('urn:uuid:0b5c1f5e-8c1f-8a52-9d3a-4f7f5b6f2f11');
	});

	test('is the same for the same course', () => {
		expect(write(structuredClone(full))).toBe(write(full));
	});
});

test('both SCORM manifests list every file and launch the page', () => {
	for (const write of [manifest12, manifest2004]) {
		const { document } = new JSDOM(write(full), { contentType: 'text/xml' }).window;
		const resource = document.querySelector('resources > resource');
		expect(resource?.getAttribute('href')).toBe('index.html');
		expect([...document.querySelectorAll('file')].map((file) => file.getAttribute('href'))).toEqual(
			full.files
		);
	}
});

test('what there is to reach is said in the terms of each format', () => {
	expect(manifest12(full)).toContain('<adlcp:masteryscore>67.5</adlcp:masteryscore>');
	expect(manifest2004(full)).toContain('<imsss:minNormalizedMeasure>0.675</imsss:minNormalizedMeasure>');
	expect(courseStructure(full)).toContain('moveOn="CompletedAndPassed" masteryScore="0.675"');
	// No more decimals than each of them takes, and no exponent.
	const third = { ...full, mastery: 1 / 3 };
	expect(manifest12(third)).toContain('masteryscore>33.33<');
	expect(manifest2004(third)).toContain('minNormalizedMeasure>0.3333<');
	expect(courseStructure(third)).toContain('masteryScore="0.3333"');
	expect(manifest2004({ ...full, mastery: 1e-9 })).toContain('minNormalizedMeasure>0<');
	expect(manifest12(plain)).not.toContain('masteryscore');
	expect(manifest2004(plain)).toContain('satisfiedByMeasure="false"');
	expect(courseStructure(plain)).toContain('moveOn="Completed" launchMethod');
});

test('no manifest says that all is allowed because nobody named a licence', () => {
	for (const write of [manifest12, manifest2004]) {
		expect(write(plain)).not.toMatch(/rights|restrictions/i);
		expect(write(full)).toMatch(/restrictions>.*yes.*restrictions>.*CC BY 4\.0 &amp; more/is);
	}
});

test('each point is an objective of SCORM 2004 and of cmi5', () => {
	expect(manifest2004(full).match(/objectiveID="[^"]*"/g)).toEqual([
		...['objectiveID="quiz"', 'objectiveID="point-1"', 'objectiveID="point-2"']
	]);
	expect(courseStructure(full).match(/idref="[^"]*"/g)).toEqual([
		`idref="${full.iri}#point-1"`,
		`idref="${full.iri}#point-2"`
	]);
});
