/** What a frame sees of its own size, in CSS pixels. */
export interface Seen {
	/** The height of all that it shows. */
	content: number;
	/** The room that the page around it gives, scroll bars included. */
	width: number;
	height: number;
}

/** How often in a row the height may be told after nothing but the height of the frame itself has changed. */
const MOST_FOR_HEIGHT = 3;

/** The same after its width has changed: as often as while somebody draws at the edge of a window for some seconds. */
const MOST_FOR_WIDTH = 500;

/**
 * Decides when a frame tells how high it is. A page that follows changes the room of the frame, which may change what the
 * frame shows: something in it may be as high as the window, or a scroll bar may come and go. Without an end to that, the
 * two would drive one another up for ever. So what changes by itself is always told, and what changes with the room only
 * so often.
 */
export class Fitting {
	#told: number | undefined;
	#before: Seen | undefined;
	#forHeight = 0;
	#forWidth = 0;

	/** Takes in what the frame sees now. @returns the height to tell, in whole CSS pixels; undefined if there is none */
	see(seen: Seen): number | undefined {
		const before = this.#before;
		this.#before = seen;
		const isWider = before !== undefined && before.width !== seen.width;
		const isHigher = before !== undefined && before.height !== seen.height;
		if (before?.content === seen.content && !isWider && !isHigher) return undefined;
		const height = Math.max(1, Math.ceil(seen.content));
		if (height === this.#told) return undefined;
		if (!isWider && !isHigher) [this.#forHeight, this.#forWidth] = [0, 0];
		else if (isWider) this.#forWidth++;
		else this.#forHeight++;
		if (this.#forHeight > MOST_FOR_HEIGHT || this.#forWidth > MOST_FOR_WIDTH) return undefined;
		this.#told = height;
		return height;
	}
}
