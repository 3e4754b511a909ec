/**
 * Whether a file below `src` was compiled from others there, or belongs to the compiler itself: it adds
 * nothing to them, and does not exist before the first build.
 *
 * @param {string} path from the project’s folder down, with `/`
 */
export function isCompiled(path) {
	return /^src\/(lib\/paraglide\/|messages\/[^/]+\.inlang\/(?!settings\.json$))/.test(path);
}
