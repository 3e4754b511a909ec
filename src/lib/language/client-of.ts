/**
 * Where the client’s immutable files are: when their contents change, so does their name. Each language but
 * the first has its own folder in it.
 */
export const IMMUTABLE = '_app/immutable/';

/**
 * A text that names files of the client, adapted to the language of its page.
 *
 * @param languages of the interface, that of the build first
 */
export function withClientOf(language: string, languages: readonly string[], text: string): string {
	return language === languages[0] ? text : text.replaceAll(IMMUTABLE, `${IMMUTABLE}${language}/`);
}
