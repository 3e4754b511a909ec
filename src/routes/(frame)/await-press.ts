import type { Here } from './live.ts';

/** Waits for the first press of the menu, and of a word to know, for each of which the rest is loaded. */
export function awaitPress(here: Here): void {
	document.querySelector('.menu')?.addEventListener('click', (event) => {
		// What is not there yet need not lead elsewhere: the script brings it.
		if (!document.querySelector('details.menu')) event.preventDefault();
		import('./menu.ts').then(({ attend }) => attend(here)).catch(() => undefined);
	});
	// Before anything that follows links hears of it.
	addEventListener('click', (event) => press(event, wordAt(event)), true);
	// A space presses a button, and a link is one here.
	addEventListener('keydown', (event) => event.key === ' ' && press(event, wordAt(event)));
}

function wordAt({ target }: Event): HTMLAnchorElement | null {
	return target instanceof Element ? target.closest<HTMLAnchorElement>('a.word') : null;
}

function press(event: MouseEvent | KeyboardEvent, word: HTMLAnchorElement | null): void {
	// Held with another key, a link opens elsewhere.
	if (!word || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
	event.preventDefault();
	import('./tell-word.ts')
		.then(({ tellWord }) => tellWord(word))
		.catch(() => {
			location.assign(word.href);
		});
}
