/**
 * What to replace, and where: a global pattern (flags `g`, `gu`), and what stands right before it. A regular expression
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
	for (let at = 0; ;) {
		const [found] = wheres
			.flatMap((where) => findFrom(text, at, where))
			.sort((one, other) => one.index - other.index);
		if (!found) return replaced + text.slice(at);
		replaced += text.slice(at, found.index) + replace(found);
		at = found.index + found[0].length;
	}
}

/** The nearest place of a text, from an index on, where one fits, if there is one. */
function findFrom(text: string, from: number, { is, after, notAfter }: Where): RegExpExecArray[] {
	for (let at = from; ;) {
		is.lastIndex = at;
		const found = is.exec(text);
		if (!found) return [];
		const before = text.slice(0, found.index);
		if (after?.test(before) !== false && notAfter?.test(before) !== true) return [found];
		// What begins a character further on may fit; from within a character, a pattern would begin with it again.
		at = found.index + String.fromCodePoint(text.codePointAt(found.index) ?? 0).length;
	}
}
