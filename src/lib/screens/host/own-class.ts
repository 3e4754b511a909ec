/** A class that a device is the host of. */
export interface OwnClass {
	id: string;
	code: string;
	/** The title of its course. */
	title: string;
	/** Milliseconds since 1970 by the server’s clock. */
	createdAt: number;
	isOver: boolean;
}
