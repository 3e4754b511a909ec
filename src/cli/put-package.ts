import { copyFile, lstat, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { archived, type Package } from '#lib/embed/package/make-package.ts';
import type { PackageFormat } from '#lib/embed/package/package-options.ts';
import { PACKAGE_ID } from '#lib/embed/package/page.ts';

import { RefusedError } from './usage.ts';

/** The page of a folder, by which it is known to be a package. */
const PAGE = 'index.html';

/**
 * Writes a package: where one of the same name is, a newer file takes its place whole, or the old one stays. Of a folder
 * only the files of the package are replaced, for all else in it is somebody’s own: a repository, a domain, a page.
 *
 * @param out the folder to write into; it is made if need be
 * @returns where the package is
 * @throws {RefusedError} where it cannot be written, or would replace what is no package
 */
export async function putPackage(made: Package, format: PackageFormat, out: string): Promise<string> {
	const path = join(out, made.name);
	let work: string | undefined;
	try {
		await mkdir(out, { recursive: true });
		const isThere = format === 'web' && (await isOurs(path, made));
		// Beside the files that it will replace, though their folder may be a link to another disk.
		work = await mkdtemp(join(isThere ? path : out, '.five-points-'));
		const whole = join(work, 'whole');
		if (format === 'web') {
			for (const { name, content } of made.files) {
				await mkdir(dirname(join(whole, name)), { recursive: true });
				await writeFile(join(whole, name), content);
			}
			await (isThere
				? replaceFiles(made, { whole, path, before: join(work, 'before') })
				: rename(whole, path));
		} else {
			const [single] = made.files;
			await writeFile(whole, format === 'html' ? (single?.content ?? '') : archived(made));
			await rename(whole, path);
		}
		return path;
	} catch (error) {
		if (error instanceof RefusedError) throw error;
		const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
		throw new RefusedError(
			`“${path}” cannot be written${code}. Check the folder, its permissions and the space left.`
		);
	} finally {
		if (work) await rm(work, { recursive: true, force: true });
	}
}

/**
 * Whether there is a folder into which the package may go.
 *
 * @throws {RefusedError} if there is something else, or if a file in it would be replaced that is not of a package
 */
async function isOurs(path: string, { files }: Package): Promise<boolean> {
	const found = await stat(path).catch(() => undefined);
	if (!found) return false;
	if (!found.isDirectory())
		throw new RefusedError(
			`“${path}” is a file, and a folder of that name should be written. Move it away first.`
		);
	const page = await readFile(join(path, PAGE), 'utf8').catch(() => '');
	const isPackage = page.includes(`id="${PACKAGE_ID}"`);
	for (const { name } of files) {
		const there = await lstat(join(path, name)).catch(() => undefined);
		if (there && (there.isDirectory() || !isPackage))
			throw new RefusedError(
				`“${join(path, name)}” is not of an earlier package, and would be replaced. Move it away, or choose another --out.`
			);
	}
	return true;
}

/** Replaces files one by one, the page last; where one cannot be replaced, those before it come back. */
async function replaceFiles(
	{ files }: Package,
	{ whole, path, before }: { whole: string; path: string; before: string }
): Promise<void> {
	const names = files.map(({ name }) => name).sort((one, other) => +(one === PAGE) - +(other === PAGE));
	const replaced: { name: string; wasThere: boolean }[] = [];
	try {
		for (const name of names) {
			await mkdir(dirname(join(before, name)), { recursive: true });
			await mkdir(dirname(join(path, name)), { recursive: true });
			const wasThere = await copyFile(join(path, name), join(before, name)).then(
				() => true,
				(error: unknown) => {
					if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
					throw error;
				}
			);
			await rename(join(whole, name), join(path, name));
			replaced.push({ name, wasThere });
		}
	} catch (error) {
		for (const { name, wasThere } of replaced)
			await (wasThere ? rename(join(before, name), join(path, name)) : rm(join(path, name)));
		throw error;
	}
}
