import { createHash } from 'node:crypto';

import { courseFileOf } from '#lib/embed/course/write.ts';
import { archived, makePackage } from '#lib/embed/package/make-package.ts';
import type { PackageOptions } from '#lib/embed/package/package-options.ts';
import type { Library } from '#lib/bank/library.server.ts';
import * as m from '#lib/paraglide/messages.js';
import { baseLocale, isLocale } from '#lib/paraglide/runtime.js';
import type { BuiltForPackages } from '#lib/server/services.ts';

/** A package that is handed out as one file. */
export interface Download {
	/** What the file is called. */
	name: string;
	type: string;
	bytes: Uint8Array<ArrayBuffer>;
}

/** How many packages are kept that were made: about five megabytes. */
const MANY = 20;

/** By what they were made from, the longest unused first. */
const kept = new Map<string, Promise<Download>>();

/**
 * A package of a course, made once for all who want the same of the same edition.
 *
 * @returns undefined if nothing of the course may leave the server
 * @throws when the build has nothing to make packages with
 */
export async function packageOf(
	library: Library,
	primer: string,
	options: PackageOptions,
	built: () => Promise<BuiltForPackages>
): Promise<Download | undefined> {
	const course = courseFileOf(library.inAllLanguages(primer));
	if (!course) return undefined;
	const wanted = JSON.stringify([primer, course.edition, Object.entries(options).sort()]);
	const key = createHash('sha256').update(wanted).digest('base64url');
	const making =
		kept.get(key) ??
		built().then((assets) => {
			const made = makePackage(course, options, { ...assets, noScript });
			const [page] = made.files;
			return options.format === 'html'
				? { name: made.name, type: 'text/html; charset=utf-8', bytes: bytesOf(page?.content ?? '') }
				: {
						name: made.name.endsWith('.zip') ? made.name : `${made.name}.zip`,
						type: 'application/zip',
						bytes: bytesOf(archived(made))
					};
		});
	kept.delete(key);
	kept.set(key, making);
	making.catch(() => kept.delete(key));
	for (const oldest of kept.keys()) {
		if (kept.size <= MANY) break;
		kept.delete(oldest);
	}
	return making;
}

function noScript(language: string): string {
	const spoken = language.split('-')[0];
	return m.package_no_script({}, { locale: isLocale(spoken) ? spoken : baseLocale });
}

function bytesOf(content: string | Uint8Array): Uint8Array<ArrayBuffer> {
	return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}
