/**
 * What to replace, and where: a sticky pattern (flags `y`, `yu`), and what stands right before it. A regular expression
 * could say both itself, but before version 16.4 Safari cannot read a script in which one looks behind.
 */
export interface Where {
	is: RegExp;
	/** What has to stand right before; it ends with `$`. */
	after?: RegExp;
	/** What must not stand right before; it ends with `$`. */
	notAfter?: RegExp;
}

/** A text with the first of some wheres that fits at a place replaced, from left to right. */
export function replaceWhere(
	text: string,
	wheres: readonly Where[],
	replace: (found: RegExpExecArray) => string
): string {
	let replaced = '';
	for (let at = 0; at < text.length;) {
		const found = findAt(text, at, wheres);
		const taken = found?.[0] ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
		replaced += found ? replace(found) : taken;
		at += taken.length;
	}
	return replaced;
}

/** The first of some wheres that fits at that place of a text, an index; null if none does. */
function findAt(text: string, at: number, wheres: readonly Where[]): RegExpExecArray | null {
	for (const { is, after, notAfter } of wheres) {
		is.lastIndex = at;
		const found = is.exec(text);
		if (!found) continue;
		const before = text.slice(0, at);
		if (after?.test(before) !== false && notAfter?.test(before) !== true) return found;
	}
	return null;
}
