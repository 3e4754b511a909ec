/** The stores cannot be opened, for a reason that whoever starts the server can mend: its message says which, and how. */
export class CannotOpenStores extends Error {
	override name = 'CannotOpenStores';
}

/**
 * What is kept cannot be reached just now. Nothing of what was asked for is half done, and it may be asked for again;
 * whoever asks over the network is told 503. The message is for whoever runs the server.
 */
export class StoreUnavailable extends Error {
	override name = 'StoreUnavailable';
}

/**
 * Whether an error says that what is kept cannot be reached just now. It is known by its name: whoever was built has a
 * copy of the class, and another one threw it.
 */
export function isStoreUnavailable(error: unknown): error is StoreUnavailable {
	return error instanceof Error && error.name === 'StoreUnavailable';
}

/** The property of an error, where it is a text or a number: `code` of Node’s and PostgreSQL’s, `errcode` of SQLite’s. */
export function codeOf(error: unknown, name: 'code' | 'errcode' = 'code'): string | number | undefined {
	if (!(error instanceof Error)) return undefined;
	const code: unknown = Reflect.get(error, name);
	return typeof code === 'string' || typeof code === 'number' ? code : undefined;
}
