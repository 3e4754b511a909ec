import { join } from 'node:path';

import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';

import { readLibrary } from '#lib/bank/read.server.ts';

import { readCourse } from '../course/parse.ts';
import { courseFileOf } from '../course/write.ts';
import { archived, makePackage, type PackageAssets } from './make-package.ts';
import { packageFormats, type PackageOptions } from './package-options.ts';
import { COURSE_ID, NOTICES_ID, PACKAGE_ID, writePage } from './page.ts';

const { located } = await readLibrary(join(import.meta.dirname, '../../../../questions'));
const [shipped] = located;
const course = shipped && courseFileOf([shipped.bank, ...shipped.editions.map(({ bank }) => bank)]);
if (!course) throw new Error('There is no course.');
const assets: PackageAssets = {
	player: 'console.log("</script><!--")',
	notices: 'MIT',
	noScript: (language) => `no script in ${language}`
};
const made = (options: PackageOptions) => makePackage(course, options, assets);
const text = (files: { name: string; content: string | Uint8Array }[], name: string) =>
	String(files.find((file) => file.name === name)?.content);

describe.each(packageFormats)('a package of the format %s', (format) => {
	test('is the same whenever it is made, to the last byte', () => {
		const one = made({ format, mastery: 0.7, points: [1, 3] });
		expect(made({ format, mastery: 0.7, points: [1, 3] })).toEqual(one);
		expect(
			Buffer.from(archived(one)).equals(Buffer.from(archived(made({ format, mastery: 0.7, points: [1, 3] }))))
		).toBe(true);
	});

	test('carries the whole course, which is read again from its page', () => {
		const { files } = made({ format, mastery: 0.7 });
		const page = text(files, format === 'html' ? 'paris-call.html' : 'index.html');
		const { document } = new JSDOM(page).window;
		const inPage = (id: string): unknown => JSON.parse(document.getElementById(id)?.textContent ?? '');
		expect(readCourse(inPage(COURSE_ID))).toEqual({ course });
		expect(inPage(PACKAGE_ID)).toMatchObject({ format, mastery: 0.7 });
		expect(document.title).toBe('The Paris Call');
		expect(document.documentElement.lang).toBe('en');
		expect([...document.querySelectorAll('script')].length).toBe(format === 'html' ? 4 : 3);
		expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
	});
});

test('its name says what is asked, so that a newer one takes the place of an older one and of nothing else', () => {
	const names = [
		{},
		{ language: 'fr' },
		{ points: [3, 1] },
		{ number: 5, behaviour: 'exam' as const },
		{ mastery: 0.5 }
	].map((wishes) => made({ format: 'scorm12', ...wishes }).name);
	expect(names).toEqual([
		'paris-call-scorm12.zip',
		'paris-call-fr-scorm12.zip',
		'paris-call-points-1-3-scorm12.zip',
		'paris-call-5-questions-exam-scorm12.zip',
		'paris-call-scorm12.zip'
	]);
	expect(packageFormats.map((format) => made({ format }).name)).toEqual([
		...['paris-call-scorm12.zip', 'paris-call-scorm2004.zip', 'paris-call-cmi5.zip'],
		...['paris-call.html', 'paris-call-web']
	]);
	const seeded = made({ format: 'cmi5', seed: 'a', items: ['x'] });
	expect(seeded.name).toMatch(/^paris-call-[0-9a-f]{8}-cmi5\.zip$/);
	expect(made({ format: 'cmi5', seed: 'b', items: ['x'] }).name).not.toBe(seeded.name);
});

test('in one language it has that alone, and is called as it is there', () => {
	const { files } = made({ format: 'scorm2004', language: 'fr-CA' });
	const manifest = text(files, 'imsmanifest.xml');
	expect(manifest).toContain('<language>fr</language>');
	expect(manifest).not.toContain('<language>en</language>');
	expect(text(files, 'index.html')).toContain('<html lang="fr">');
	expect(text(files, 'index.html')).toContain('no script in fr');
	expect(() => made({ format: 'scorm2004', language: 'de' })).toThrow(RangeError);
});

test('with all languages its manifest has the title in each', () => {
	const manifest = text(made({ format: 'cmi5' }).files, 'cmi5.xml');
	expect(manifest).toContain('<langstring lang="en">The Paris Call</langstring>');
	expect(manifest).toMatch(/<title><langstring lang="en">[^<]+<\/langstring><langstring lang="fr">/);
	expect(manifest).toContain(course.edition);
});

test.each(['scorm12', 'scorm2004', 'cmi5'] as const)(
	'the manifest of %s says on what terms the course may be used, if it says so',
	(format) => {
		const terms = 'CC-BY-4.0, 2026 Ada Lovelace, https://a.example/by';
		const licensed = (licence?: { name: string; holder: string; address: string }) => {
			const banks = course.banks.map(({ primer: { licence: _, ...primer }, ...bank }) => ({
				...bank,
				primer: licence ? { ...primer, licence } : primer
			}));
			const file = { ...course, banks: banks as typeof course.banks };
			const { files } = makePackage(file, { format }, assets);
			return text(files, format === 'cmi5' ? 'cmi5.xml' : 'imsmanifest.xml');
		};
		const [name = '', holder = '', address = ''] = terms.split(', ');
		expect(licensed({ name, holder, address })).toContain(terms);
		expect(licensed()).not.toContain('CC-BY');
		expect(licensed()).not.toContain('>no</');
	}
);

test('every file is in the manifest, and the notices are among them', () => {
	const { files } = made({ format: 'scorm12' });
	const names = files.map(({ name }) => name);
	expect(names).toEqual(['imsmanifest.xml', 'index.html', 'player.js', 'page.css', 'notices.txt']);
	for (const name of names.slice(1))
		expect(text(files, 'imsmanifest.xml')).toContain(`<file href="${name}">`);
});

test('a page that is alone has the notices in it, and whoever has files beside it has them there', () => {
	const notices = 'MIT, Ada <ada@example.org>\n</script><script>alert(1)</script><!-- the end';
	for (const format of packageFormats) {
		const { files } = makePackage(course, { format }, { ...assets, notices });
		if (format !== 'html') {
			expect(text(files, 'notices.txt')).toBe(notices);
			continue;
		}
		const { document } = new JSDOM(text(files, 'paris-call.html')).window;
		const there = document.getElementById(NOTICES_ID);
		expect([there?.localName, there?.getAttribute('type')]).toEqual(['script', 'text/plain']);
		expect(there?.textContent.replaceAll('&lt;', '<').trim()).toBe(notices);
		expect(document.querySelectorAll('script')).toHaveLength(4);
	}
});

test('nothing that it carries ends its element before its time', () => {
	const hostile = '</script><script>alert(1)</script><!--';
	const page = writePage({
		language: 'en"><script>',
		title: hostile,
		course: JSON.stringify({ hostile }),
		about: '{}',
		noScript: hostile,
		player: { code: `const text = ${JSON.stringify(hostile)};` },
		style: { file: 'a.css' }
	});
	const { document } = new JSDOM(page).window;
	expect(document.title).toBe(hostile);
	expect(JSON.parse(document.getElementById(COURSE_ID)?.textContent ?? '')).toEqual({ hostile });
	expect(document.querySelectorAll('script')).toHaveLength(3);
});
