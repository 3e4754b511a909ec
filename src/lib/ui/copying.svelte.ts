import { onMount } from 'svelte';

/** Copies what a field of a page shows, and knows what became of it. To be made while its component is. */
export class Copying {
	/** Whether there is a script to copy it, as a button needs. */
	canCopy = $state.raw(false);
	/** The text that was copied last, or could not be. */
	#copied = $state.raw<{ text: string; isDone: boolean }>();

	constructor() {
		onMount(() => {
			this.canCopy = true;
		});
	}

	/** Whether that text has been copied; undefined where nobody tried, or another was copied since. */
	outcomeOf(text: string): boolean | undefined {
		return this.#copied?.text === text ? this.#copied.isDone : undefined;
	}

	/** Copies the text of a field, or selects it where that cannot be. */
	async copy(text: string, field: HTMLInputElement | HTMLTextAreaElement): Promise<void> {
		let isDone: boolean;
		try {
			await navigator.clipboard.writeText(text);
			isDone = true;
		} catch {
			// Without encryption, as within a school, a page has no clipboard.
			field.select();
			isDone = false;
		}
		this.#copied = { text, isDone };
	}
}
