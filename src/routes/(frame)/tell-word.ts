// Loaded when a word to know is pressed for the first time: from then on it tells what words mean, beside them.
import { mount, unmount } from 'svelte';

import WordBox from './WordBox.svelte';

/** The pages of words, by their addresses. What failed is tried again. */
const pages = new Map<string, Promise<Document>>();

/**
 * Shows what a word means in a box beside it. The meaning is that of the page to which the word leads.
 *
 * @throws {Error} where that page, or a box, cannot be had
 */
export async function tellWord(word: HTMLAnchorElement): Promise<void> {
	if (!('popover' in word)) throw new Error('The browser has no popovers.');
	// A second press closes it, as a press elsewhere does.
	if (word.ariaExpanded === 'true') return;
	const { pathname, hash } = new URL(word.href);
	const page = await (pages.get(pathname) ?? fetched(pathname));
	const entry = page.getElementById(decodeURIComponent(hash.slice(1)));
	if (!entry) throw new Error('The word is not on its page.');
	// The page is gone meanwhile, or the question.
	if (!word.isConnected) return;
	const box = mount(WordBox, {
		target: document.body,
		props: {
			word,
			// A copy for each box: an element is in one place only.
			entry: document.importNode(entry, true),
			onclose: () => void unmount(box)
		}
	});
}

function fetched(path: string): Promise<Document> {
	const page = fetch(path).then(async (answer) => {
		if (!answer.ok) throw new Error(`The page of words is not there (${answer.status}).`);
		return new DOMParser().parseFromString(await answer.text(), 'text/html');
	});
	pages.set(path, page);
	page.catch(() => pages.delete(path));
	return page;
}
