/** Whether a value, as it was written or has arrived, is a mapping of keys to values: no list, and not nothing. */
export function isMapping(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
