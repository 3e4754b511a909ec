// Loaded when the menu is pressed for the first time: from then on it applies what is chosen at once, and closes as
// menus do.
import { reader } from '#lib/screens/settings/reader.svelte.ts';
import { readingSettingsOf } from '#lib/store/reading-settings.ts';

import type { Here } from './live.ts';
import { completeFrame } from './whole.ts';

const menuHere = () => document.querySelector<HTMLDetailsElement>('details.menu');

/** What the page offers to show its keys with. */
const keysHere = () => document.querySelector<HTMLButtonElement>('main .keys');

let isHeard = false;

/** Answers the first press of the menu; where the page came without it, it is fetched and opened. */
export async function attend(here: Here): Promise<void> {
	const before = menuHere();
	if (!before) await completeFrame(here);
	const menu = menuHere();
	if (!menu) return;
	if (!before) {
		menu.open = true;
		menu.querySelector('summary')?.focus();
	}
	show(menu);
	if (isHeard) return;
	isHeard = true;
	document.addEventListener('click', press);
	document.addEventListener('keydown', (event) => event.key === 'Escape' && close());
	document.addEventListener('pointerdown', ({ target }) => {
		if (target instanceof Node && !menuHere()?.contains(target)) close(true);
	});
}

/** Shows in the menu how the page is read now: its HTML may come from a cache, and another page may have changed it. */
function show(menu: HTMLDetailsElement): void {
	reader.look();
	const shown = new Set(Object.entries({ ...reader.reading }).map((one) => one.join()));
	for (const button of menu.querySelectorAll<HTMLButtonElement>('[aria-pressed]'))
		button.ariaPressed = String(shown.has([button.name, button.value].join()));
	const keys = menu.querySelector<HTMLButtonElement>('button[type=button]');
	if (keys) keys.hidden = keysHere() === null;
}

function press(event: MouseEvent): void {
	const menu = menuHere();
	const pressed = event.target instanceof Element ? event.target.closest('summary, button') : null;
	if (!menu || !pressed || !menu.contains(pressed)) return;
	if (pressed instanceof HTMLButtonElement && pressed.type === 'button') {
		close();
		// Whoever has read them goes on there.
		keysHere()?.focus();
		keysHere()?.click();
	} else if (pressed instanceof HTMLButtonElement && pressed.ariaPressed !== null) {
		event.preventDefault();
		reader.look();
		const chosen = { [pressed.name]: pressed.value };
		reader.keep(readingSettingsOf({ ...reader.reading, ...reader.chosen, ...chosen }));
		show(menu);
	} else if (pressed.matches('summary')) show(menu);
}

/** @param isLeft whether something else has been pressed, which keeps the focus */
function close(isLeft = false): void {
	const menu = menuHere();
	if (!menu?.open) return;
	menu.open = false;
	if (!isLeft) menu.querySelector('summary')?.focus();
}
