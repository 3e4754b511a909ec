/** How much smaller something may be set, step by step: at the last one it is still read from the back row. */
const STEPS = [1, 0.92, 0.85, 0.78, 0.7];

/**
 * Sets what is shown in an element as large as its height lets it, by `--fit`, which its letters are multiplied with. What
 * is too high even when it is smallest is scrolled within it, by keys as well.
 *
 * @returns stops it
 */
export function fit(element: HTMLElement): () => void {
	const look = () => {
		const isTooHigh = () => element.scrollHeight > element.clientHeight + 1;
		for (const step of STEPS) {
			element.style.setProperty('--fit', String(step));
			if (!isTooHigh()) break;
		}
		if (isTooHigh()) element.tabIndex = 0;
		else element.removeAttribute('tabindex');
	};
	const resized = new ResizeObserver(look);
	const changed = new MutationObserver(look);
	resized.observe(element);
	changed.observe(element, { childList: true, subtree: true, characterData: true });
	return () => {
		resized.disconnect();
		changed.disconnect();
	};
}
