/** How a form of a word is looked up: capitals, and kinds of blanks, hyphens and apostrophes, do not count. */
export function foldForm(form: string): string {
	return form
		.normalize()
		.toLowerCase()
		.replaceAll(/[\s\u2010\u2011-]+/g, ' ')
		.replaceAll(/[’ʼ]/g, "'")
		.trim();
}

/** The source of a pattern for a folded form as it may be written. */
export function patternOfForm(folded: string): string {
	return RegExp.escape(folded)
		.replaceAll(/\\x20| /g, '[\\s\\u2010\\u2011-]+')
		.replaceAll(/\\x27|'/g, "['’ʼ]");
}
