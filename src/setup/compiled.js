/**
 * Whether a file below `src` was compiled from others there, or keeps the compiler’s own notes: it says nothing that
 * they do not, and is not there before the first build.
 *
 * @param {string} path from the project’s folder down, with `/`
 */
export function isCompiled(path) {
	return /^src\/(lib\/paraglide\/|messages\/[^/]+\.inlang\/(?!settings\.json$))/.test(path);
}
