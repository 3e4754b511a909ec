const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** The English name of a language, such as “French”; its tag if none is known. */
export function languageName(tag: string): string {
	return nameOf(tag) ?? tag;
}

/** Whether two tags name the same language: capitals do not count, nor does an older form of the tag. */
export function isSameLanguage(one: string, other: string): boolean {
	const tag = canonical(one);
	return tag !== undefined && tag === canonical(other);
}

/**
 * The language tag that a folder's name is or was meant to be (`FR`, `pt_br`); undefined if the folder is not
 * a translation.
 */
export function languageOfFolder(name: string): string | undefined {
	if (!/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(name)) return undefined;
	const tag = canonical(name.replaceAll('_', '-'));
	return tag !== undefined && nameOf(tag) !== undefined ? tag : undefined;
}

/**
 * The tags that serve a reader of a language, the best first: `zh-Hant-TW`, `zh-Hant`, `zh` (RFC 4647, lookup).
 */
export function lookup(tag: string): string[] {
	const parts = tag.split('-');
	return parts.map((_, index) =>
		parts
			.slice(0, parts.length - index)
			.join('-')
			.toLowerCase()
	);
}

function canonical(tag: string): string | undefined {
	try {
		return Intl.getCanonicalLocales(tag)[0];
	} catch {
		return undefined;
	}
}

function nameOf(tag: string): string | undefined {
	try {
		return names.of(tag);
	} catch {
		return undefined;
	}
}
