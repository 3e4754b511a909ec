/**
 * The first of some language tags that the interface speaks, as it is or as what it belongs to (`fr` for `fr-CA`); the
 * interface’s own where there is none.
 *
 * @param spoken by the interface, its own first
 */
export function pickLanguage(
	spoken: readonly string[],
	tags: readonly (string | null | undefined)[]
): string {
	for (const tag of tags) {
		const found = spoken.find((language) => language === tag || language === tag?.split('-')[0]);
		if (found) return found;
	}
	return spoken[0] ?? '';
}
