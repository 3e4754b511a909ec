/** The stores cannot be opened, for a reason that the operator can fix: the message says which, and how. */
export class CannotOpenStores extends Error {
	override name = 'CannotOpenStores';
}

/**
 * The store cannot be reached just now. Nothing is half done, and the request may be repeated; over the
 * network it is answered with 503. The message is for the operator.
 */
export class StoreUnavailable extends Error {
	override name = 'StoreUnavailable';
}

/**
 * Whether an error says that the store cannot be reached just now. It is recognised by its name, since
 * bundled code has its own copy of the class.
 */
export function isStoreUnavailable(error: unknown): error is StoreUnavailable {
	return error instanceof Error && error.name === 'StoreUnavailable';
}

/**
 * A property of an error, if it is a text or a number: `code` of Node’s and PostgreSQL’s, `errcode` of
 * SQLite’s.
 */
export function codeOf(error: unknown, name: 'code' | 'errcode' = 'code'): string | number | undefined {
	if (!(error instanceof Error)) return undefined;
	const code: unknown = Reflect.get(error, name);
	return typeof code === 'string' || typeof code === 'number' ? code : undefined;
}
