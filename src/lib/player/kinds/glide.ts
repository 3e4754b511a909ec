import { tick } from 'svelte';

const DURATION = 140;

/**
 * Lets the children of a list glide to where a change puts them, by the technique called FLIP (Paul Lewis,
 * 2015): they are placed there at once, shown where they were, and moved. There is no motion for those who
 * asked for none.
 */
export async function glide(list: HTMLElement, change: () => void): Promise<void> {
	const before = new Map([...list.children].map((child) => [child, child.getBoundingClientRect().top]));
	change();
	if (!mayMove()) return;
	await tick();
	for (const [child, top] of before) {
		const moved = top - child.getBoundingClientRect().top;
		if (moved !== 0)
			child.animate([{ translate: `0 ${moved}px` }, { translate: '0 0' }], {
				duration: DURATION,
				easing: 'ease-out'
			});
	}
}

function mayMove(): boolean {
	return typeof matchMedia === 'function' && !matchMedia('(prefers-reduced-motion: reduce)').matches;
}
