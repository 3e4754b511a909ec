import { courseStructure } from '#lib/interop/cmi5/course-structure.ts';
import { identifier } from '#lib/interop/interaction/identifier.ts';
import type { About, InLanguage } from '#lib/interop/manifest/about.ts';
import { manifest12 } from '#lib/interop/scorm12/manifest.ts';
import { manifest2004 } from '#lib/interop/scorm2004/manifest.ts';
import { uuidOf } from '#lib/interop/xapi/uuid.ts';
import { zip, type ZipFile } from '#lib/interop/zip/zip.ts';
import type { Bank } from '#lib/bank/bank.ts';
import { lookup } from '#lib/bank/translation/language-tag.ts';
import { plainText } from '#lib/text/rich.ts';

import { bankIn, inLanguage, packed, type CourseFile } from '../course/course-file.ts';
import type { PackageData, PackageFormat, PackageOptions } from './package-options.ts';
import { PAGE_STYLE, writePage } from './page.ts';

/** What the build has made for packages. */
export interface PackageAssets {
	/** The page’s script with all that it needs: the first of {@link playersFor} that there is. */
	player: string;
	/** `notices.txt`: whose work it contains, and on what terms. */
	notices: string;
	/** What somebody reads whose browser runs no script, in a language. */
	noScript: (language: string) => string;
}

/** A package, before it is written anywhere. */
export interface Package {
	/** What its file or folder is called: the same for the same wishes, so that a newer one replaces an older one. */
	name: string;
	files: ZipFile[];
}

const PAGE = 'index.html';
const PLAYER = 'player.js';
const STYLE = 'page.css';
const NOTICES = 'notices.txt';

const manifests: Partial<Record<PackageFormat, { file: string; write: (about: About) => string }>> = {
	scorm12: { file: 'imsmanifest.xml', write: manifest12 },
	scorm2004: { file: 'imsmanifest.xml', write: manifest2004 },
	cmi5: { file: 'cmi5.xml', write: courseStructure }
};

/**
 * Makes a package of a course: the same course, wishes and build make the same files.
 *
 * @throws RangeError for a language that the course does not have
 */
export function makePackage(course: CourseFile, options: PackageOptions, assets: PackageAssets): Package {
	const { format, language, ...wishes } = options;
	const bank = language === undefined ? course.banks[0] : bankIn(course, language);
	if (!bank) throw new RangeError(`The course has no “${language}”.`);
	const carried = carriedIn(course, language);
	const name = nameOf(bank, options);
	const id = `five-points.${name}`;
	const iri = `urn:uuid:${uuidOf(id)}`;
	const data: PackageData = { format, id, iri, ...wishes };
	const single = format === 'html';
	const page = writePage({
		language: bank.primer.language,
		title: bank.primer.title,
		course: JSON.stringify(packed(carried)),
		about: JSON.stringify(data),
		noScript: assets.noScript(bank.primer.language),
		player: single ? { code: assets.player } : { file: PLAYER },
		style: single ? { code: PAGE_STYLE } : { file: STYLE },
		...(single && { notices: assets.notices })
	});
	if (single) return { name: `${name}.html`, files: [{ name: `${name}.html`, content: page }] };
	const files: ZipFile[] = [
		{ name: PAGE, content: page },
		{ name: PLAYER, content: assets.player },
		{ name: STYLE, content: PAGE_STYLE },
		{ name: NOTICES, content: assets.notices }
	];
	const manifest = manifests[format];
	if (!manifest) return { name: `${name}-${format}`, files };
	const about = { ...aboutOf(carried, bank), id, iri, page: PAGE, files: files.map((file) => file.name) };
	const written = manifest.write({ ...about, mastery: options.mastery });
	return {
		name: `${name}-${format}.zip`,
		files: [{ name: manifest.file, content: written }, ...files]
	};
}

/**
 * Which of the built scripts play a package, the best first: one that speaks its language alone, where it has one, and then
 * one that speaks all.
 *
 * @returns paths below the folder of what was built for pages
 */
export function playersFor(course: CourseFile, { format, language }: PackageOptions): string[] {
	const name = format === 'html' || format === 'web' ? 'page' : 'package';
	const { banks } = carriedIn(course, language);
	const own = banks.length === 1 ? lookup(banks[0].primer.language) : [];
	return [...own.map((tag) => `embed/${name}.${tag}.all.js`), `embed/${name}.all.js`];
}

/** The course in one language, if the package has one alone. */
function carriedIn(course: CourseFile, language: string | undefined): CourseFile {
	return language === undefined ? course : inLanguage(course, language);
}

/** A package as one archive. */
export function archived({ files }: Package): Uint8Array {
	return zip(files);
}

/** Names what is asked, of which course: nothing of when, and nothing of the content. */
function nameOf(bank: Bank, options: PackageOptions): string {
	const { language, points, number, behaviour = 'practice', items, seed } = options;
	const { kinds, difficulties, order, minutes } = options;
	const isNarrowed =
		[items?.length, kinds?.length, difficulties?.length, minutes, seed].some(Boolean) || order === 'fixed';
	const course = identifier(bank.primer.id);
	const parts = [
		course,
		language === undefined ? '' : bank.primer.language.toLowerCase(),
		points?.length ? `points-${[...points].sort((one, other) => one - other).join('-')}` : '',
		number === undefined ? '' : `${number}-questions`,
		behaviour === 'practice' ? '' : behaviour,
		isNarrowed
			? uuidOf(JSON.stringify([items, seed, kinds, difficulties, order, minutes].filter(Boolean))).slice(0, 8)
			: ''
	];
	return parts.filter((part) => part !== '').join('-');
}

/** What the course says of itself, with the language of the package first. */
function aboutOf(course: CourseFile, first: Bank) {
	const banks = [first, ...course.banks.filter((bank) => bank !== first)];
	const inEach = (textOf: (bank: Bank) => string): InLanguage[] =>
		banks.map((bank) => ({ language: bank.primer.language, text: textOf(bank) }));
	const { source, licence, points } = first.primer;
	const pointOf = (bank: Bank, id: number) => bank.primer.points.find((point) => point.id === id);
	return {
		language: first.primer.language,
		title: inEach(({ primer }) => primer.title),
		summary: inEach(({ primer }) => plainText(primer.summary)),
		points: points.map(({ id }) => ({
			id,
			title: inEach((bank) => plainText(pointOf(bank, id)?.title ?? '')),
			summary: inEach((bank) => plainText(pointOf(bank, id)?.summary ?? ''))
		})),
		source: [source.title, source.author, source.publisher, source.date, source.address]
			.filter((part) => part !== undefined)
			.join(', '),
		...(licence && {
			licence: [licence.name, licence.holder, licence.address].filter((part) => part !== undefined).join(', ')
		}),
		edition: course.edition
	};
}
