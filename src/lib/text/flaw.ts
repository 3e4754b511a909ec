/** Something in a text that would not be shown as it is written, or not at all. */
export interface TextFlaw {
	/** What it was taken for. */
	message: string;
	/** What to write in its place. */
	fix: string;
	/** The words that are at fault, as they are written. */
	piece: string;
}

/** Markdown that a bank may not use: each place, what it is, and what to write instead. */
export class MarkdownError extends Error {
	readonly flaws: readonly TextFlaw[];
	constructor(flaws: readonly TextFlaw[]) {
		super(flaws.map(({ message, fix }) => `${message}: ${fix}`).join('\n'));
		this.flaws = flaws;
	}
}

/**
 * A flaw with the stretch of the text that it explains: from its first character up to, but not including,
 * its end.
 */
export interface PlacedFlaw extends TextFlaw {
	start: number;
	end: number;
}

/** A flaw of a stretch of a text, quoted by its first line. */
export function flawAt(
	source: string,
	[start, end]: [number, number],
	message: string,
	fix: string
): PlacedFlaw {
	const [piece = ''] = source.slice(start, end).split('\n');
	return { start, end, piece: piece.trimEnd(), message, fix };
}
