import { dev, version } from '$app/environment';

import { IMMUTABLE } from '#lib/language/client-of.ts';

/**
 * The address of a chunk that the build names, to be asked for before any script does; undefined in development, where
 * nothing is built.
 */
export function chunkAddress(name: string): string | undefined {
	return dev ? undefined : `/${IMMUTABLE}chunks/${name}.${version}.js`;
}

/** The address of the script of a page that has its own. */
export function entryAddress({ file, name }: (typeof PAGES_ALONE)[number]): string {
	return dev ? `/${file}` : `/${IMMUTABLE}entry/${name}.${version}.js`;
}
