/**
 * An id of 16 hexadecimal digits that nobody has had before. It works on pages loaded without encryption too.
 */
export function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(8));
	return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
