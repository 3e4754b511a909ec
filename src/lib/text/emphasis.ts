/**
 * Letters of scripts without spaces between words: there, emphasis within what looks like a word is usual.
 */
const WITHOUT_SPACES =
	/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/**
 * Whether stars or underscores that Markdown takes for emphasis were probably meant as themselves: `2*3*4`, `a*b*c`,
 * `(ab)*c*`, `_a_b_`, `__init__`. A part of a word may be emphasised (`walk*ed*`).
 *
 * @param start where its first character is in the source, and `end` where it is over
 */
export function isDoubtful(source: string, start: number, end: number, isStrong: boolean): boolean {
	const size = isStrong ? 2 : 1;
	const inner = source.slice(start + size, end - size);
	if (source[start] === '_') return isStrong ? !/\s/.test(inner) : inner.includes('_');
	if (/^[)\]},.;:!?]|[([{]$/.test(inner) || isUneven(inner)) return true;
	const before = touching(/[\p{L}\p{M}\p{N})\]]+$/u, source.slice(Math.max(0, start - 40), start));
	const after = touching(/^[\p{L}\p{M}\p{N}(]+/u, source.slice(end, end + 40));
	if (/[^\p{L}\p{M}]/u.test(before + after)) return true;
	if (before !== '' && after !== '' && !isStrong) return true;
	return before.length === 1 || (after !== '' && inner.length === 1);
}

/** The letters, digits and brackets that touch an emphasis. */
function touching(pattern: RegExp, beside: string): string {
	const found = pattern.exec(beside)?.[0] ?? '';
	return WITHOUT_SPACES.test(found) ? '' : found;
}

function isUneven(inner: string): boolean {
	const open = inner.match(/[([{]/g)?.length ?? 0;
	return open !== (inner.match(/[)\]}]/g)?.length ?? 0);
}
