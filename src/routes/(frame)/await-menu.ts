import type { Here } from './live.ts';

/** Waits for the first press of the menu, for which the rest is loaded. */
export function awaitMenu(here: Here): void {
	document.querySelector('.menu')?.addEventListener('click', (event) => {
		// What is not there yet need not lead elsewhere: the script brings it.
		if (!document.querySelector('details.menu')) event.preventDefault();
		import('./menu.ts').then(({ attend }) => attend(here)).catch(() => undefined);
	});
}
