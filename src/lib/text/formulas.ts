import { flawAt, type PlacedFlaw } from './flaw.ts';

/** Names that may appear in a formula, where everything else is single letters. */
const FUNCTIONS = /^(?:sin|cos|tan|log|ln|exp|lim|max|min|mod|det|gcd|lcm)$/;

/**
 * Formulas as TeX writes them, which are not typeset: `$x^2$`, `$$…$$`, `\(…\)`, `\[…\]`, `\frac{…}`. Sums of
 * money are not formulas: a dollar opens one only before a character that is not a space, and closes one only
 * after such a character and not before a digit.
 */
export function formulasIn(text: string, source: string): PlacedFlaw[] {
	return [
		...between(text, /(?<!\\)\$\$([^$]{1,500})\$\$/g, () => true),
		...between(text, /(?<![\\$])\$(?=[^\s$])([^$]{0,200}[^\s$\\])\$(?![\d$])/g, isFormula),
		...between(text, /(?<!\\)\\\(([^]{1,200}?)\\\)/g, isFormula),
		...between(text, /(?<!\\)\\\[([^]{1,200}?)\\\]/g, (inner) => /[\\^_{}=+*/<>]/.test(inner)),
		...between(text, /\\[a-zA-Z]{2,20}(\{)/g, () => true)
	].map(([start, end]) => {
		const written = source.slice(start, end);
		const message = `“${written}” is a formula as TeX writes it, which would not be typeset`;
		const fix = written.startsWith('$')
			? 'Write it in plain characters, such as x² or √2; for the character itself write “\\$”.'
			: 'Write it in plain characters, such as x² or √2, or as `code`.';
		return flawAt(source, [start, end], message, fix);
	});
}

/**
 * The places where a pattern matches something by its first group; if that is empty, the search goes on
 * inside the match.
 */
function between(text: string, pattern: RegExp, says: (inner: string) => boolean): [number, number][] {
	const found: [number, number][] = [];
	for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
		if (says(match[1] ?? '')) found.push([match.index, pattern.lastIndex]);
		else pattern.lastIndex = match.index + 1;
	}
	return found;
}

function isFormula(inner: string): boolean {
	if (/[-+*/=<>(,;:]$/.test(inner)) return false;
	if (/[\\^_{}]/.test(inner)) return true;
	if (!/^[\p{L}\d\s+*/=<>≤≥().,!|'×·-]+$/u.test(inner)) return false;
	return (inner.match(/\p{L}+/gu) ?? []).every((word) => word.length === 1 || FUNCTIONS.test(word));
}
