/** The value that a text stands for; undefined where it is no JSON, or nested so deep that nothing of ours can be in it. */
export function parseJson(text: string): unknown {
	try {
		// Some editors put a byte order mark in front.
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		return undefined;
	}
}
