/** Where the client’s files are that never change: another text has another name. Each language but the first has a folder of its own in it. */
export const IMMUTABLE = '_app/immutable/';

/**
 * A text that names files of the client, as a page in some language needs it.
 *
 * @param languages of the interface, that of the build first
 */
export function withClientOf(language: string, languages: readonly string[], text: string): string {
	return language === languages[0] ? text : text.replaceAll(IMMUTABLE, `${IMMUTABLE}${language}/`);
}
