import { follow, type Here } from './live.ts';

/** Fetches what the page came without of its frame, from the first page of the course, unless it is all there. */
export async function completeFrame(here: Here): Promise<void> {
	const frame = document.querySelector('.frame');
	const home = frame?.querySelector<HTMLAnchorElement>('a.sign')?.href;
	if (!frame || home === undefined || frame.querySelector('details')) return;
	const page = new DOMParser().parseFromString(await (await fetch(home)).text(), 'text/html');
	const whole = page.querySelector('.frame');
	if (!whole) return;
	for (const style of document.querySelectorAll('style[data-frame]')) style.remove();
	document.head.append(...page.querySelectorAll('style[data-frame]'));
	frame.replaceWith(whole);
	whole.querySelector('summary')?.addEventListener('click', () => {
		import('./menu.ts').then(({ attend }) => attend(here)).catch(() => undefined);
	});
	follow(here);
}
