/**
 * Opens what leads away from a quiz in a window beside it: a frame cannot be left by going back, and a platform takes a page
 * that is left for the end of the attempt. Where no window may be opened, as in a sandbox, the address is told below the
 * link; else the press would do nothing.
 *
 * @param place what the links are in
 * @param words says that no window was opened, and the address that is not there
 * @returns stops it
 */
export function leadElsewhere(place: Element | ShadowRoot, words: (address: string) => string): () => void {
	const press = (event: MouseEvent): void => {
		const path = event.composedPath();
		const link = path.find((node) => node instanceof HTMLAnchorElement);
		if (!link || !path.includes(place) || event.defaultPrevented || link.download || isHere(link)) return;
		// For whoever opens it in a tab behind this one by a key.
		link.target = '_blank';
		if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
		event.preventDefault();
		const opened = open(link.href, '_blank');
		if (opened && !opened.closed) opened.opener = null;
		else tellBelow(link, words(link.href));
	};
	// Whoever else hears the press, such as what explains a word, comes first.
	addEventListener('click', press);
	return () => removeEventListener('click', press);
}

function isHere({ origin, pathname }: HTMLAnchorElement): boolean {
	return origin === location.origin && pathname === location.pathname;
}

/** Below the paragraph of the link, since words may follow it in its line. */
function tellBelow(link: HTMLAnchorElement, words: string): void {
	const told = document.createElement('span');
	told.role = 'alert';
	told.textContent = words;
	Object.assign(told.style, { display: 'block', marginBlockStart: '0.35em', overflowWrap: 'anywhere' });
	const around = link.closest('p, li, dd, td');
	const before = around ? around.lastElementChild : link.nextElementSibling;
	if (before?.role === 'alert') before.remove();
	if (around) around.append(told);
	else link.after(told);
}
