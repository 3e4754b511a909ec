import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

import type { CourseFile } from '#lib/embed/course/course-file.ts';
import { courseFileOf } from '#lib/embed/course/write.ts';
import { archived, makePackage, playersFor } from '#lib/embed/package/make-package.ts';
import type { PackageOptions } from '#lib/embed/package/package-options.ts';
import type { Library } from '#lib/bank/library.server.ts';
import * as m from '#lib/paraglide/messages.js';
import { baseLocale, isLocale } from '#lib/paraglide/runtime.js';
import { Buckets, networkOf, type Limit } from '#lib/server/buckets.ts';
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

/** A school shares an address: all formats for twelve of its classes at once, then 30 files a minute. */
export const MADE: Limit = { most: 60, every: 2000 };

/** How many may be made for an address; what is kept already costs nothing. */
const limit = new Buckets(MADE);

/** The end of the last one that is being made, or waits. */
let last: Promise<unknown> = Promise.resolve();

/** By what they were made from, the longest unused first. */
const kept = new Map<string, Promise<Download>>();

/**
 * A package of a course, made once for all who want the same of the same edition.
 *
 * @param address who asks; of each, only so many are taken on
 * @returns undefined if nothing of the course may leave the server; `slow-down` if too much was asked for at once
 * @throws when the build has nothing to make packages with
 */
export async function packageOf(
	library: Library,
	primer: string,
	options: PackageOptions,
	built: (players: readonly string[]) => Promise<BuiltForPackages>,
	address: string
): Promise<Download | 'slow-down' | undefined> {
	const course = courseFileOf(library.inAllLanguages(primer));
	if (!course) return undefined;
	const wanted = JSON.stringify([primer, course.edition, Object.entries(options).sort()]);
	const key = createHash('sha256').update(wanted).digest('base64url');
	const known = kept.get(key);
	if (!known) {
		const [asker, now] = [networkOf(address), Date.now()];
		if (limit.waitFor(asker, now) > 0) return 'slow-down';
		limit.count(asker, now);
	}
	const making =
		known ?? inTurn(async () => packed(course, options, await built(playersFor(course, options))));
	kept.delete(key);
	kept.set(key, making);
	making.catch(() => kept.delete(key));
	for (const oldest of kept.keys()) {
		if (kept.size <= MANY) break;
		kept.delete(oldest);
	}
	return making;
}

/** Does one piece of work after another, and lets other requests be answered in between. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
	const turn = last.then(() => setImmediate()).then(work);
	last = turn.catch(() => undefined);
	return turn;
}

function packed(course: CourseFile, options: PackageOptions, built: BuiltForPackages): Download {
	const made = makePackage(course, options, { ...built, noScript });
	const [page] = made.files;
	if (options.format === 'html')
		return { name: made.name, type: 'text/html; charset=utf-8', bytes: bytesOf(page?.content ?? '') };
	return {
		name: made.name.endsWith('.zip') ? made.name : `${made.name}.zip`,
		type: 'application/zip',
		bytes: bytesOf(archived(made))
	};
}

function noScript(language: string): string {
	const spoken = language.split('-')[0];
	return m.package_no_script({}, { locale: isLocale(spoken) ? spoken : baseLocale });
}

function bytesOf(content: string | Uint8Array): Uint8Array<ArrayBuffer> {
	return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}
